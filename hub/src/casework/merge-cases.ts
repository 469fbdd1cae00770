import type { CaseChanged } from 'contract/case'
import { mayMove } from '../case-flow.ts'
import type { Db } from '../database/index.ts'
import type { Actor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { hasBulletinInWork, lockCases, saveCase } from './case.queries.ts'
import { assertMayChange, pickCase } from './may-change.ts'
import { toMover } from './mover.ts'
import { placeSubmissions, refreshProposal } from './place-submissions.ts'
import { listCaseSubmissionIds, lockSubmissions } from './placement.queries.ts'
import { recordChange } from './record-change.ts'
import { sayChange } from './say-change.ts'

/** Empties another case into this one and closes it. */
export async function mergeCases(
  db: Db,
  actor: Actor,
  { caseId, otherCaseId, at }: { caseId: string; otherCaseId: string; at: Date },
): Promise<CaseChanged> {
  if (caseId === otherCaseId) throw new Refusal('not-in-this-state')
  const seen = await listCaseSubmissionIds(db, otherCaseId)
  const submissions = await lockSubmissions(db, seen)
  const cases = await lockCases(db, [caseId, otherCaseId])
  const [target, other] = [pickCase(cases, caseId), pickCase(cases, otherCaseId)]
  assertMayChange(target)
  assertMayChange(other)
  // Somebody may have put more into the other case between looking and locking.
  const isSame = (await listCaseSubmissionIds(db, otherCaseId)).join() === seen.join()
  if (!isSame) throw new Refusal('already-changed')
  if (await hasBulletinInWork(db, otherCaseId)) throw new Refusal('bulletin-in-work')
  if (!mayMove('case', other.state, 'closed', toMover(actor))) {
    throw new Refusal('not-in-this-state')
  }

  const placements = await placeSubmissions(db, submissions, {
    caseId: target.caseId,
    actor,
    at,
    reasons: ({ reasons }) => reasons,
  })
  await saveCase(db, {
    caseId: other.caseId,
    state: 'closed',
    closedAt: at.toISOString(),
    mergedInto: target.caseId,
  })
  await refreshProposal(db, caseId)
  return recordChange(db, target, {
    kind: 'merged',
    actor,
    at,
    say: sayChange.merged(other.number, target.number),
    before: {
      placements,
      cases: [{ caseId: other.caseId, state: other.state, closedAt: null, mergedInto: null }],
    },
    alsoWithin: [other.caseId],
  })
}
