import type { SubmissionView } from 'contract/analysis'
import type { SubmissionId } from 'contract/common'
import type { Db } from '../../database/index.ts'
import { listMailSummaries } from './load-mail-view.ts'
import {
  type FileRecord,
  type SubmissionRecord,
  findCountCorrection,
  listFileRecords,
  loadSubmissionRecord,
} from './submission-view.queries.ts'
import { countWebLogs } from '../keep/web-log.queries.ts'

/** Everything the hub's own people see of a submission but its ties, its case and its history, which later steps know. */
export type SubmissionPart = Omit<SubmissionView, 'ties' | 'history' | 'caseId' | 'caseNumber'>

export async function loadSubmissionView(
  db: Db,
  submissionId: SubmissionId,
): Promise<SubmissionPart> {
  const record = await loadSubmissionRecord(db, submissionId)
  const correction = await findCountCorrection(db, submissionId)
  return {
    ...toRowPart(record),
    ...(record.note === undefined ? {} : { note: record.note }),
    ...(record.setAsideReason === undefined ? {} : { setAsideReason: record.setAsideReason }),
    wishes: record.wishes,
    dates: record.dates,
    tlpCeiling: record.wishes.tlp,
    counts: toCounts(record, correction),
    mails: await listMailSummaries(db, [submissionId]),
    logCount: await countWebLogs(db, submissionId),
    files: (await listFileRecords(db, submissionId)).map(toFileView),
  }
}

function toRowPart(record: SubmissionRecord) {
  const { organisationId, organisation, assigneeId, assignee, groups } = record
  return {
    submissionId: record.submissionId,
    receipt: record.receipt,
    title: record.title,
    kind: record.kind,
    channel: record.channel,
    state: record.state,
    providerKind: record.providerKind,
    ...(organisationId === undefined
      ? {}
      : {
          organisation: {
            organisationId,
            name: organisation ?? '',
            groups: groups.map(({ ja }) => ja),
          },
        }),
    receivedAt: record.receivedAt.toISOString(),
    ...(assigneeId === undefined
      ? {}
      : { assignee: { personId: assigneeId, name: assignee ?? '' } }),
    mailCount: record.mailCount,
    findingCount: record.findingCount,
    ...(record.classification === undefined ? {} : { classification: record.classification }),
    analysis: record.analysis,
  }
}

function toCounts(
  { itemsProposed, mailCount }: SubmissionRecord,
  correction: Awaited<ReturnType<typeof findCountCorrection>>,
): SubmissionView['counts'] {
  return {
    items: correction?.items ?? itemsProposed,
    itemsProposed,
    mails: mailCount,
    ...(correction === undefined
      ? {}
      : {
          correction: {
            by: correction.by,
            at: correction.at.toISOString(),
            reason: correction.reason,
          },
        }),
  }
}

function toFileView(file: FileRecord): SubmissionView['files'][number] {
  return {
    sha256: file.sha256,
    ...(file.fileName === undefined ? {} : { fileName: file.fileName }),
    sizeBytes: file.sizeBytes,
    problems: file.problems,
    ...(file.repeatedFrom === undefined ? {} : { repeatedFrom: file.repeatedFrom.toISOString() }),
  }
}
