import type { CasePage, CaseRow } from 'contract/case'
import type { z } from 'zod'
import type { Db } from '../database/index.ts'
import { type CaseFilter, type ListedCase, listCaseRows } from './case-list.queries.ts'
import { PAGE_ROWS } from './limits.ts'
import { toPage } from './paging.ts'

/** One page of cases, newest first. */
export async function listCases(
  db: Db,
  filter: Omit<CaseFilter, 'rows'>,
): Promise<z.input<typeof CasePage>> {
  const rows = await listCaseRows(db, { ...filter, rows: PAGE_ROWS + 1 })
  return toPage(rows, PAGE_ROWS, {
    mark: ({ openedKey, caseId }) => ({ at: openedKey, id: caseId }),
    show: toCaseRow,
  })
}

export function toCaseRow({ openedKey, openedAt, ...row }: ListedCase): CaseRow {
  return { ...row, openedAt: openedAt.toISOString() }
}
