import type { CaseChanged } from 'contract/case'
import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import type { PersonActor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { assertUnmixed } from '../restriction/index.ts'
import {
  hasBulletin,
  hasBulletinInWork,
  loadCase,
  lockCases,
  saveCase,
  withdrawCase,
} from './case.queries.ts'
import { type ChangeRecord, heldBy } from './change-record.ts'
import { findChangeInTheWay, loadChange, saveUndone } from './change.queries.ts'
import { refreshProposal } from './place-submissions.ts'
import {
  lockSubmissions,
  removePlacement,
  restoreState,
  savePlacement,
} from './placement.queries.ts'

/**
 * Takes one change of a case back, exactly: submissions return to where they were, columns to what they said.
 * Undoing is no move of its own but the retraction of one the table allowed, so it asks for the past, not the table.
 * Refused when a later change that still stands touched the same things.
 */
export async function undoChange(
  db: Db,
  actor: PersonActor,
  changeId: string,
  at: Date,
): Promise<CaseChanged> {
  const seen = await loadChange(db, changeId)
  const cases = casesOf(seen)
  await lockSubmissions(
    db,
    seen.before.placements.map(({ submissionId }) => submissionId),
  )
  await lockCases(db, cases)
  if (!(await saveUndone(db, changeId, { at, by: actor.personId }))) {
    throw new Refusal('already-changed')
  }
  const inTheWay = await findChangeInTheWay(db, seen.sequence, heldBy(seen))
  if (inTheWay !== undefined) throw new Refusal('undo-in-the-way')
  await assertNoBulletin(db, seen)

  await restorePlacements(db, actor, seen)
  for (const columns of seen.before.cases) await saveCase(db, columns)
  if (seen.before.opened !== undefined) await withdrawCase(db, seen.before.opened, at)
  for (const caseId of cases) {
    await assertUnmixed(db, caseId)
    await refreshProposal(db, caseId)
  }
  await recordAudit(db, {
    actor,
    action: 'case-change-undone',
    subject: `case:${seen.caseId}`,
    detail: { changeId, kind: seen.kind },
  })
  const { number } = await loadCase(db, seen.caseId)
  return { caseId: seen.caseId, number, changeId: seen.changeId }
}

/** Every case a change concerns. */
function casesOf({ touches }: ChangeRecord): string[] {
  return touches
    .filter((name) => name.startsWith('within:'))
    .map((name) => name.slice('within:'.length))
}

/** A text made from the case would lose a provider that has to be asked, or the case it was made from. */
async function assertNoBulletin(db: Db, { before, caseId }: ChangeRecord): Promise<void> {
  if (before.placements.length === 0) return
  if (await hasBulletinInWork(db, caseId)) throw new Refusal('bulletin-in-work')
  if (before.opened !== undefined && (await hasBulletin(db, before.opened))) {
    throw new Refusal('bulletin-in-work')
  }
}

async function restorePlacements(
  db: Db,
  actor: PersonActor,
  { before }: ChangeRecord,
): Promise<void> {
  for (const { submissionId, caseId, addedAt, reasons, state } of before.placements) {
    if (caseId === undefined || addedAt === undefined) {
      await removePlacement(db, submissionId)
      await restoreState(db, submissionId, state)
      await recordAudit(db, {
        actor,
        action: 'submission-out-of-case',
        subject: `submission:${submissionId}`,
        detail: { to: state },
      })
    } else {
      await savePlacement(db, { submissionId, caseId, addedAt: new Date(addedAt), reasons })
    }
  }
}
