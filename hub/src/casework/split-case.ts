import type { z } from 'zod'
import type { CaseChanged, SplitCaseRequest } from 'contract/case'
import type { Db } from '../database/index.ts'
import type { Actor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { isBulletinUnderway, lockCases } from './case.queries.ts'
import { createCase, titleOf } from './create-case.ts'
import { assertMayChange, pickCase } from './may-change.ts'
import { placeSubmissions, refreshProposal } from './place-submissions.ts'
import { listCaseSubmissionIds, lockSubmissions } from './placement.queries.ts'
import { recordChange } from './record-change.ts'
import { sayChange } from './say-change.ts'

/** Splits submissions off into a case of their own. The answer names the new case. */
export async function splitCase(
  db: Db,
  actor: Actor,
  caseId: string,
  { submissionIds, title }: z.infer<typeof SplitCaseRequest>,
  at: Date,
): Promise<CaseChanged> {
  const wanted = new Set<string>(submissionIds)
  const submissions = await lockSubmissions(db, [...wanted])
  const source = pickCase(await lockCases(db, [caseId]), caseId)
  assertMayChange(source)
  const isAllInside = submissions.every((submission) => submission.caseId === caseId)
  if (submissions.length !== wanted.size || !isAllInside) throw new Refusal('already-changed')
  const inside = await listCaseSubmissionIds(db, caseId)
  if (inside.length === wanted.size) throw new Refusal('split-leaves-nothing')
  if (await isBulletinUnderway(db, caseId, at)) throw new Refusal('bulletin-in-work')

  const target = await createCase(db, title ?? titleOf(submissions), at)
  const placements = await placeSubmissions(db, submissions, {
    caseId: target.caseId,
    actor,
    at,
    reasons: ({ reasons }) => reasons,
  })
  await refreshProposal(db, caseId)
  await refreshProposal(db, target.caseId)
  const changed = await recordChange(db, source, {
    kind: 'split',
    actor,
    at,
    say: sayChange.split(
      submissions.map(({ receipt }) => receipt),
      target.number,
    ),
    before: { placements, cases: [], opened: target.caseId },
    alsoWithin: [target.caseId],
  })
  return { ...target, changeId: changed.changeId }
}
