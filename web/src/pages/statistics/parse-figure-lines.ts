import type { ImportFiguresRequest } from 'contract/statistics'
import type { z } from 'zod'

export type FigureLine = Omit<z.output<typeof ImportFiguresRequest>['rows'][number], 'source'>
export interface LineProblem {
  /** Counted from 1, as the reader counts. */
  readonly line: number
  readonly why: 'line-shape' | 'line-twice' | 'line-more'
}

const QUARTER = /^((?:19|20)\d\d)(?:Q|年?第?|[-/ ])([1-4])(?:四半期)?$/i

/**
 * Reads quarters from lines as they are pasted from a spreadsheet: columns parted by tabs or commas,
 * thousands with or without separators where tabs part the columns. Empty lines are skipped.
 */
export function parseFigureLines(text: string): {
  readonly rows: readonly FigureLine[]
  readonly problems: readonly LineProblem[]
} {
  const rows: FigureLine[] = []
  const problems: LineProblem[] = []
  for (const [at, content] of text.normalize('NFKC').split('\n').entries()) {
    if (content.trim() === '') continue
    const row = parseLine(content)
    const why = row === undefined ? 'line-shape' : findProblem(row, rows)
    if (why !== undefined) problems.push({ line: at + 1, why })
    else if (row !== undefined) rows.push(row)
  }
  return { rows, problems }
}

function parseLine(content: string): FigureLine | undefined {
  const columns = content.includes('\t')
    ? content.split('\t').map((column) => column.replaceAll(',', ''))
    : content.split(/[,、]/)
  const [quarterText = '', ...numbers] = columns.map((column) => column.trim())
  const quarter = QUARTER.exec(quarterText)
  const [submissions, bulletins, hubSourced = 0, ...rest] = numbers.map(toCount)
  const isFit = quarter !== null && rest.length === 0 && Number.isSafeInteger(hubSourced)
  if (!isFit || submissions === undefined || bulletins === undefined) return undefined
  if (!Number.isSafeInteger(submissions + bulletins)) return undefined
  return { quarter: `${quarter[1]}Q${quarter[2]}`, submissions, bulletins, hubSourced }
}

function toCount(text: string): number {
  if (text === '') return 0
  return /^\d{1,9}件?$/.test(text) ? Number.parseInt(text, 10) : Number.NaN
}

function findProblem(
  row: FigureLine,
  before: readonly FigureLine[],
): LineProblem['why'] | undefined {
  if (before.some(({ quarter }) => quarter === row.quarter)) return 'line-twice'
  return row.hubSourced > row.bulletins ? 'line-more' : undefined
}
