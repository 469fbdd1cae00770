import type { SubmissionView } from 'contract/analysis'
import type { SubmissionId } from 'contract/common'
import { loadSubmissionView } from '../analysis/index.ts'
import { recordAudit } from '../audit/index.ts'
import { listTies } from '../correlation/index.ts'
import type { Db } from '../database/index.ts'
import type { Actor } from '../people/index.ts'
import { loadRestriction } from '../restriction/index.ts'
import { loadHistory } from './load-history.ts'
import { listSubmissionRows } from './submission-list.queries.ts'

/** A submission as the hub's own people see it: what was read in it, what it is tied to, its case and history. */
export async function loadStaffSubmission(
  db: Db,
  actor: Actor,
  submissionId: SubmissionId,
): Promise<SubmissionView> {
  const part = await loadSubmissionView(db, submissionId)
  const [row] = await listSubmissionRows(db, { submissionId, rows: 1 })
  const history = await loadHistory(db, `submission:${submissionId}`)
  // A page that waits for the analysis asks every few seconds; only the finished view is a reading worth noting.
  if (part.analysis === 'done' || part.analysis === 'failed') {
    await recordAudit(db, {
      actor,
      action: 'submission-viewed',
      subject: `submission:${submissionId}`,
    })
  }
  const restriction = await loadRestriction(db, [submissionId])
  return {
    ...part,
    ...(restriction !== undefined && { restriction }),
    ...(row?.caseId !== undefined && { caseId: row.caseId }),
    ...(row?.caseNumber !== undefined && { caseNumber: row.caseNumber }),
    ties: await listTies(db, submissionId),
    history,
  }
}
