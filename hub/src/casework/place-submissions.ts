import type { CaseId } from 'contract/common'
import { moveSubmission } from '../intake/index.ts'
import type { Db } from '../database/index.ts'
import type { Actor } from '../people/index.ts'
import { assertUnmixed } from '../restriction/index.ts'
import { saveProposal } from './case.queries.ts'
import type { PlacedSubmission, PlacementReason } from './case-record.ts'
import type { PlacementBefore } from './change-record.ts'
import { toMover } from './mover.ts'
import { listLogSigns, listMailProposals, savePlacement } from './placement.queries.ts'
import { proposeClassification } from './propose-classification.ts'

interface Placing {
  readonly caseId: CaseId
  readonly actor: Actor
  readonly at: Date
  readonly reasons: (submission: PlacedSubmission) => readonly PlacementReason[]
}

/** Puts locked submissions into a case and says where they were before. */
export async function placeSubmissions(
  db: Db,
  submissions: readonly PlacedSubmission[],
  { caseId, actor, at, reasons }: Placing,
): Promise<PlacementBefore[]> {
  for (const submission of submissions) {
    const { submissionId, state } = submission
    await savePlacement(db, { submissionId, caseId, addedAt: at, reasons: reasons(submission) })
    if (state === 'in-case') continue
    await moveSubmission(db, {
      submissionId,
      from: state,
      to: 'in-case',
      by: toMover(actor),
      actor,
    })
  }
  await assertUnmixed(db, caseId)
  return submissions.map(toPlacementBefore)
}

/** Where a submission is, in the form that is kept for undoing. */
export function toPlacementBefore(submission: PlacedSubmission): PlacementBefore {
  const { submissionId, state, caseId, addedAt, reasons } = submission
  return {
    submissionId,
    state,
    ...(caseId !== undefined && { caseId }),
    ...(addedAt !== undefined && { addedAt: addedAt.toISOString() }),
    reasons,
  }
}

/** Proposes again what the case is, after its mails and logs have changed. */
export async function refreshProposal(db: Db, caseId: string): Promise<void> {
  const mails = await listMailProposals(db, caseId)
  const logs = await listLogSigns(db, caseId)
  await saveProposal(db, caseId, proposeClassification(mails, logs))
}
