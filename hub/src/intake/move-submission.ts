import type { SubmissionId } from 'contract/common'
import type { SubmissionState } from 'contract/intake'
import { type AuditActor, recordAudit } from '../audit/index.ts'
import { type Mover, findMove } from '../case-flow.ts'
import type { Db } from '../database/index.ts'
import { startJob } from '../jobs/index.ts'
import { Refusal } from '../refusals.ts'
import { saveState } from './submission.queries.ts'
import { startAnalysis } from './take-submission.ts'

export interface SubmissionMove {
  readonly submissionId: SubmissionId
  /** The state the mover saw. */
  readonly from: SubmissionState
  readonly to: SubmissionState
  readonly by: Mover
  readonly actor: AuditActor
  /** How the audit log names the move, when its target alone does not say what was done. */
  readonly action?: string
}

/** Makes one move of a submission if the table of moves has it, writes it down and starts what it starts. */
export async function moveSubmission(db: Db, move: SubmissionMove): Promise<void> {
  const { submissionId, from, to, by, actor } = move
  const row = findMove('submission', from, to)
  if (row === undefined) throw new Refusal('not-in-this-state')
  if (!row.by.includes(by)) throw new Refusal('role-required')
  // Two people at once: the row is moved from the state that was seen, or not at all.
  if (!(await saveState(db, submissionId, from, to))) throw new Refusal('already-changed')
  await recordAudit(db, {
    actor,
    action: move.action ?? `submission-${to}`,
    subject: `submission:${submissionId}`,
    detail: { from },
  })
  for (const job of row.starts) {
    if (job === 'analyse-submission') await startAnalysis(db, submissionId)
    if (job === 'correlate-submission') {
      await startJob(db, job, { submissionId }, { key: `correlate:${submissionId}` })
    }
  }
}
