import type { MeasuredMail } from './analyse-folder.ts'
import { INTENT_PAIRS, LABEL_PAIRS, type LabelPair } from './label-pairs.ts'
import type { LabelledMail } from './read-labels.ts'

/** One pair counted, by names of mails. */
interface Comparison {
  readonly pair: LabelPair
  /** Found where a column of the pair is marked. */
  readonly agreed: readonly string[]
  /** Found where only a column is marked in which the finding is right too. */
  readonly right: readonly string[]
  /** Found where nothing is marked. */
  readonly ours: readonly string[]
  /** Marked and not found. */
  readonly theirs: readonly string[]
}

/** Precision and recall of each technique against the labels, and which mails disagree. */
export function renderLabelPairs(
  labels: readonly LabelledMail[],
  mails: readonly MeasuredMail[],
): string {
  const found = new Map(mails.map((mail) => [mail.sha256, mail]))
  const known = labels.flatMap((label) => {
    const mail = found.get(label.sha256)
    return mail === undefined ? [] : [{ label, mail }]
  })
  const byMark = LABEL_PAIRS.map((pair) =>
    compare(pair, known, ({ marks }, column) => marks.get(column) === true),
  )
  const byIntent = INTENT_PAIRS.map((pair) =>
    compare(pair, known, ({ intent }, column) => intent === column),
  )
  const all = [...byMark, ...byIntent]
  return [
    `## Techniques against labels, ${known.length} mails`,
    '',
    '| technique | labels | both | also right | ours alone | labels alone | precision | recall |',
    '|---|---|---|---|---|---|---|---|',
    ...all.map(renderRow),
    '',
    ...all.flatMap(({ pair, ours, theirs }) => [
      ...ours.map((name) => `ours alone\t${pair.technique}\t${name}`),
      ...theirs.map((name) => `labels alone\t${pair.technique}\t${name}`),
    ]),
    '',
  ].join('\n')
}

type Known = readonly { readonly label: LabelledMail; readonly mail: MeasuredMail }[]

function compare(
  pair: LabelPair,
  known: Known,
  isMarked: (label: LabelledMail, column: string) => boolean,
): Comparison {
  const agreed: string[] = []
  const right: string[] = []
  const ours: string[] = []
  const theirs: string[] = []
  for (const { label, mail } of known) {
    const isFound = mail.findings.some(({ technique }) => technique === pair.technique)
    const marked = (columns: readonly string[] = []) => columns.some((one) => isMarked(label, one))
    if (marked(pair.columns)) (isFound ? agreed : theirs).push(mail.name)
    else if (isFound) (marked(pair.alsoRight) ? right : ours).push(mail.name)
  }
  return { pair, agreed, right, ours, theirs }
}

function renderRow({ pair, agreed, right, ours, theirs }: Comparison): string {
  const also = pair.alsoRight === undefined ? '' : ` (${pair.alsoRight.join(' / ')})`
  const good = agreed.length + right.length
  return toCells([
    pair.technique,
    pair.columns.join(' / ') + also,
    ...[agreed, right, ours, theirs].map(({ length }) => String(length)),
    toShare(good, good + ours.length),
    toShare(agreed.length, agreed.length + theirs.length),
  ])
}

function toCells(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function toShare(part: number, whole: number): string {
  return whole === 0 ? '-' : (part / whole).toFixed(2)
}
