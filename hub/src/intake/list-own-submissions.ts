import type { SubmissionId } from 'contract/common'
import type { MySubmission, MySubmissionPage } from 'contract/intake'
import type { z } from 'zod'
import type { Db } from '../database/index.ts'
import { intakeLimits as limits } from './limits.ts'
import { type OwnSubmission, listOwnRows, loadOwnRow } from './own-submission.queries.ts'

/** Where the next page begins: moment and id of the last row, which the provider knows already. */
export interface PagePlace {
  readonly receivedAt: Date
  readonly id: string
}

/** One page of the provider's own submissions, newest first. */
export async function listOwnSubmissions(
  db: Db,
  after: PagePlace | undefined,
): Promise<z.infer<typeof MySubmissionPage>> {
  const rows = await listOwnRows(db, { after, limit: limits.pageRowsMax + 1 })
  const shown = rows.slice(0, limits.pageRowsMax)
  const last = shown.at(-1)
  const hasMore = rows.length > shown.length && last !== undefined
  return {
    rows: shown.map(toMySubmission),
    ...(hasMore ? { next: `${last.receivedAt.getTime()}.${last.submissionId}` } : {}),
  }
}

/** One own submission; somebody else's is not found. */
export async function loadOwnSubmission(db: Db, submissionId: SubmissionId): Promise<MySubmission> {
  return toMySubmission(await loadOwnRow(db, submissionId))
}

function toMySubmission(row: OwnSubmission): MySubmission {
  return {
    submissionId: row.submissionId,
    receipt: row.receipt,
    kind: row.kind,
    channel: row.channel,
    title: row.title,
    receivedAt: row.receivedAt.toISOString(),
    files: row.files.map(({ fileName, ...file }) => ({
      ...file,
      ...(fileName === null ? {} : { fileName }),
    })),
    ...(row.analysis === 'done' ? { mailCount: row.mailCount } : {}),
    step: stepOf(row),
    ...(row.setAsideReason === undefined ? {} : { setAsideReason: row.setAsideReason }),
    wishes: row.wishes,
    ...(row.approvalStaysOn === undefined ? {} : { approvalStaysOn: row.approvalStaysOn }),
    sharedUnasked: row.sharedUnasked,
    unreadableCount: row.unreadableCount,
    ...(row.isRestricted && { restriction: { admissions: row.admissions } }),
  }
}

/** The provider's view of how far it has come. Work inside the hub shows as "analysed" until it is the provider's turn. */
function stepOf(row: OwnSubmission): MySubmission['step'] {
  switch (row.state) {
    case 'received':
      return 'received'
    case 'set-aside':
      return 'set-aside'
    case 'consultation':
      return row.isAnswered ? 'answered' : 'analysed'
    case 'analysed':
    case 'in-case':
      return row.sharingStep ?? 'analysed'
  }
}
