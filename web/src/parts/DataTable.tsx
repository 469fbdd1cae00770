import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { useKeys } from '../frame/use-keys.ts'
import { partsWords } from '../words/parts.ts'
import { useWords } from '../words/use-words.ts'
import './DataTable.css'

export interface Column<R> {
  readonly key: string
  readonly head: ReactNode
  readonly cell: (row: R) => ReactNode
  /** Makes the column sortable. */
  readonly sortBy?: (row: R) => string | number
  readonly align?: 'end'
  /** Columns for machines are left out on phones. */
  readonly isHiddenOnPhone?: boolean
  readonly width?: string
}

/** Rows drawn at once; a submission may hold thousands of mails, and the page must stay quick. */
const ROWS_STEP = 200

type Sort = { readonly key: string; readonly isDown: boolean } | undefined

/**
 * A table with a head that stays, columns that sort, and machine columns hidden on phones.
 * `j` and `k` move from row to row, by the first link of each; Enter follows it.
 */
export function DataTable<R>({
  label,
  columns,
  rows,
  toKey,
  foot,
}: {
  label: string
  columns: readonly Column<R>[]
  rows: readonly R[]
  toKey: (row: R) => string
  foot?: ReactNode
}) {
  const [sort, setSort] = useState<Sort>()
  const [shownMax, setShownMax] = useState(ROWS_STEP)
  const sorted = useMemo(() => sortRows(rows, columns, sort), [rows, columns, sort])
  const t = useWords(partsWords)
  const frame = useRowKeys()
  return (
    // Wide tables scroll inside; the region can be reached by keyboard to scroll it.
    <div className="table-frame" role="region" aria-label={label} tabIndex={0} ref={frame}>
      <table className="table">
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.key} column={column} sort={sort} onSort={setSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, shownMax).map((row) => (
            <tr key={toKey(row)}>
              {columns.map((column) => (
                <td key={column.key} className={toLook(column)}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {foot !== undefined && <tfoot>{foot}</tfoot>}
      </table>
      {sorted.length > shownMax && (
        <button
          type="button"
          className="link-button table-more"
          onClick={() => setShownMax((before) => before + ROWS_STEP)}
        >
          {t('more-rows', { count: sorted.length - shownMax })}
        </button>
      )}
    </div>
  )
}

function useRowKeys() {
  const frame = useRef<HTMLDivElement>(null)
  const step = (by: number) => {
    const links = [...(frame.current?.querySelectorAll('tbody tr') ?? [])].flatMap(
      (row) => row.querySelector('a') ?? [],
    )
    const at = links.findIndex((link) => link.closest('tr')?.contains(document.activeElement))
    links[at < 0 ? 0 : Math.max(0, Math.min(links.length - 1, at + by))]?.focus()
  }
  useKeys({ j: () => step(1), k: () => step(-1) })
  return frame
}

function Head<R>({
  column,
  sort,
  onSort,
}: {
  column: Column<R>
  sort: Sort
  onSort: (sort: Sort) => void
}) {
  const t = useWords(partsWords)
  const style = column.width === undefined ? undefined : { width: column.width }
  if (column.sortBy === undefined) {
    return (
      <th scope="col" className={toLook(column)} style={style}>
        {column.head}
      </th>
    )
  }
  const isSorted = sort?.key === column.key
  const direction = sort?.isDown === true ? 'descending' : 'ascending'
  return (
    <th
      scope="col"
      className={toLook(column)}
      style={style}
      aria-sort={isSorted ? direction : undefined}
    >
      <button
        type="button"
        className="table-sort"
        title={t('sort')}
        onClick={() => onSort({ key: column.key, isDown: isSorted && !sort.isDown })}
      >
        {column.head}
        {isSorted && (sort.isDown ? <IconChevronDown size={14} /> : <IconChevronUp size={14} />)}
      </button>
    </th>
  )
}

function toLook<R>(column: Column<R>): string {
  const align = column.align === 'end' ? 'table-end' : ''
  return column.isHiddenOnPhone === true ? `${align} table-wide` : align
}

function sortRows<R>(rows: readonly R[], columns: readonly Column<R>[], sort: Sort): readonly R[] {
  const sortBy = columns.find(({ key }) => key === sort?.key)?.sortBy
  if (sort === undefined || sortBy === undefined) return rows
  const sign = sort.isDown ? -1 : 1
  return rows.toSorted((left, right) => {
    const a = sortBy(left)
    const b = sortBy(right)
    if (typeof a === 'number' && typeof b === 'number') return sign * (a - b)
    return sign * String(a).localeCompare(String(b), 'ja')
  })
}
