import type { ReportOptions } from '../analyse/report-options.ts'
import { columnsOf, cutColumns, padColumns } from '../terminal/width.ts'

export interface NamedRow {
  readonly name: string
  readonly cells: readonly string[]
}

const NAME_COLUMNS_MIN = 20

/** A table with one name a row and figures behind it, as wide as the terminal at most. */
export function renderColumns(
  title: string,
  heads: readonly string[],
  rows: readonly NamedRow[],
  { style, columns }: ReportOptions,
): string {
  const widths = heads.map(
    (head, at) =>
      Math.max(columnsOf(head), ...rows.map(({ cells }) => columnsOf(cells[at] ?? ''))) + 2,
  )
  const figures = widths.reduce((sum, width) => sum + width, 0)
  const widest = Math.max(columnsOf(title), ...rows.map(({ name }) => columnsOf(name)))
  const name = Math.max(NAME_COLUMNS_MIN, Math.min(widest, columns - figures))
  const toCells = (cells: readonly string[]) =>
    cells.map((cell, at) => ' '.repeat((widths[at] ?? 0) - columnsOf(cell)) + cell).join('')
  return [
    style.strong(padColumns(title, name)) + style.quiet(toCells(heads)),
    ...rows.map((row) => padColumns(cutColumns(row.name, name), name) + toCells(row.cells)),
  ].join('\n')
}
