import { type MailSummary, MailView } from 'contract/analysis'
import type { MailId, SubmissionId } from 'contract/common'
import type { Db } from '../../database/index.ts'
import {
  type SummaryRow,
  listArtefactRows,
  listFindingRows,
  listIndicatorRows,
  listSummaryRows,
  loadMailRow,
} from './mail-view.queries.ts'
import { toFindingView } from './to-finding-view.ts'

/** One mail as the evidence viewer shows it. For the hub's own people only. */
export async function loadMailView(db: Db, mailId: MailId): Promise<MailView> {
  const row = await loadMailRow(db, mailId)
  const artefacts = await listArtefactRows(db, mailId)
  return MailView.parse({
    ...toMailSummary(row),
    submissionId: row.submissionId,
    ...row.view,
    artefacts,
    indicators: await listIndicatorRows(db, mailId),
    findings: (await listFindingRows(db, [mailId])).map(toFindingView),
    problems: row.problems,
    proposal: row.proposal ?? { value: 'unclear', confidence: 'weak', reasons: [] },
  })
}

/** The mails of these submissions as lists show them. */
export async function listMailSummaries(
  db: Db,
  submissionIds: readonly SubmissionId[],
): Promise<MailSummary[]> {
  return (await listSummaryRows(db, submissionIds)).map(toMailSummary)
}

function toMailSummary(row: SummaryRow): MailSummary {
  return {
    mailId: row.mailId,
    sha256: row.sha256,
    subject: row.subject,
    from: row.fromAddress,
    ...(row.sentAt === undefined ? {} : { sentAt: row.sentAt.toISOString() }),
    sizeBytes: row.sizeBytes,
    findingCount: row.findingCount,
    ...(row.strongest === undefined ? {} : { strongest: row.strongest }),
    ...(row.classification === undefined ? {} : { classification: row.classification }),
    problemCount: row.problemCount,
    providerCount: row.providerCount,
  }
}
