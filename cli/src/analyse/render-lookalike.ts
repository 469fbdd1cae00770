import { type Detail, describeEdits } from 'engine'
import { toInert, toPlainSigns } from '../terminal/inert.ts'
import { columnsOf, padColumns } from '../terminal/width.ts'
import { RELATION_WORDS, WORDS } from '../words.ts'
import type { ReportOptions } from './report-options.ts'

type Lookalike = Extract<Detail, { kind: 'lookalike' }>

/** Genuine name above, false name below, the same letters in the same column, changes marked. */
export function renderLookalike(detail: Lookalike, options: ReportOptions): string {
  const { language, style } = options
  const { genuine, observed, carets } = alignColumns(detail)
  const labels = [WORDS.genuine[language], WORDS.false[language]]
  const room = Math.max(...labels.map(columnsOf)) + 4
  const label = (text: string) => padColumns(`  ${text}`, room)
  const owner =
    detail.owner === undefined || detail.owner === detail.genuine ? '' : ` ${toInert(detail.owner)}`
  const how = toPlainSigns(toInert(describeEdits(detail.edits)[language]))
  return [
    style.strong(WORDS.lookalike[language]),
    `${label(WORDS.genuine[language])}${genuine}    ${style.quiet(`${RELATION_WORDS[detail.relation]?.[language] ?? ''}${owner}`)}`,
    `${label(WORDS.false[language])}${observed}`,
    `${label('')}${style.alarm(`${carets.trimEnd()}  ${how}`)}`,
  ].join('\n')
}

interface Cell {
  readonly genuine: string
  readonly observed: string
  readonly isChanged: boolean
}

/** Walks both names in step; where one has more letters, the other gets spaces. */
function alignColumns({ genuine, observed, edits }: Lookalike) {
  const cells: Cell[] = []
  let g = 0
  let o = 0
  for (const edit of [...edits].sort((a, b) => a.observedAt - b.observedAt)) {
    if (edit.kind === 'label-moved' || edit.observedAt < o || edit.genuineAt < g) continue
    cells.push({
      genuine: genuine.slice(g, edit.genuineAt),
      observed: observed.slice(o, edit.observedAt),
      isChanged: false,
    })
    cells.push({ genuine: edit.genuine, observed: edit.observed, isChanged: true })
    g = edit.genuineAt + edit.genuine.length
    o = edit.observedAt + edit.observed.length
  }
  cells.push({ genuine: genuine.slice(g), observed: observed.slice(o), isChanged: false })
  return cells.reduce(
    (lines, cell) => {
      const above = toInert(cell.genuine)
      const below = toInert(cell.observed)
      const room = Math.max(columnsOf(above), columnsOf(below))
      return {
        genuine: lines.genuine + padColumns(above, room),
        observed: lines.observed + padColumns(below, room),
        carets: lines.carets + (cell.isChanged ? '^'.repeat(room) : ' '.repeat(room)),
      }
    },
    { genuine: '', observed: '', carets: '' },
  )
}
