import type { z } from 'zod'
import type { SubmissionPage, SubmissionRow } from 'contract/analysis'
import type { Db } from '../database/index.ts'
import { PAGE_ROWS } from './limits.ts'
import { toPage } from './paging.ts'
import {
  type ListedSubmission,
  type SubmissionFilter,
  listSubmissionRows,
} from './submission-list.queries.ts'

/** One page of submissions, newest first. */
export async function listSubmissions(
  db: Db,
  filter: Omit<SubmissionFilter, 'rows'>,
): Promise<z.input<typeof SubmissionPage>> {
  const rows = await listSubmissionRows(db, { ...filter, rows: PAGE_ROWS + 1 })
  return toPage(rows, PAGE_ROWS, {
    mark: ({ receivedKey, submissionId }) => ({ at: receivedKey, id: submissionId }),
    show: toSubmissionRow,
  })
}

export function toSubmissionRow({
  receivedKey,
  receivedAt,
  ...row
}: ListedSubmission): z.infer<typeof SubmissionRow> {
  return { ...row, receivedAt: receivedAt.toISOString() }
}
