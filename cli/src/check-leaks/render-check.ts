import type { CheckedDocument, DocumentTrace } from 'engine'
import { toInert, toPlainSigns } from '../terminal/inert.ts'
import type { Style } from '../terminal/style.ts'
import { columnsOf, cutColumns, padColumns, wrapColumns } from '../terminal/width.ts'
import type { Language } from '../words.ts'
import { sayPictures, WORDS } from './words.ts'

export interface CheckStyle {
  readonly language: Language
  readonly style: Style
  readonly columns: number
}

/** Columns of a place; longer ones are cut, and whole in the JSON. */
const PLACE_COLUMNS_MAX = 48

/** The check of one file as a page for people: what it is, what stands where, what to do next. */
export function renderCheck(checked: CheckedDocument, options: CheckStyle): string {
  return [
    renderHead(checked, options),
    renderTraces(checked.traces, options),
    renderUnsearched(checked, options),
    renderWeak(checked.weakTraces, options),
    renderNext(checked, options),
  ]
    .filter((block) => block !== '')
    .join('\n\n')
}

function renderHead(checked: CheckedDocument, { language, style, columns }: CheckStyle): string {
  const { name, format, sizeBytes, layerCount, traces, unsearched } = checked
  const facts = [
    format === undefined ? WORDS.unknown[language] : format.toUpperCase(),
    `${sizeBytes.toLocaleString('en')}${language === 'ja' ? '' : ' '}${WORDS.bytes[language]}`,
    `${layerCount.toLocaleString('en')} ${WORDS.layers[language]}`,
  ].join(' / ')
  const verdict =
    traces.length > 0
      ? style.alarm(`${WORDS.found[language]} ${traces.length}`)
      : unsearched.length > 0
        ? style.warn(WORDS.closed[language])
        : style.strong(WORDS.clean[language])
  return `${style.strong(cutColumns(toInert(name), columns))}   ${style.quiet(facts)}\n${verdict}`
}

function renderTraces(traces: readonly DocumentTrace[], options: CheckStyle): string {
  if (traces.length === 0) return ''
  const { language, style, columns } = options
  const rows = traces.map(({ place, trace, how, excerpt }) => ({
    place: cutColumns(toPlainSigns(toInert(place[language])), PLACE_COLUMNS_MAX),
    trace: toInert(trace),
    how: how === 'as written' ? WORDS.asWritten[language] : how,
    excerpt: toInert(excerpt),
  }))
  const width = (key: 'place' | 'trace') =>
    Math.max(columnsOf(WORDS[key][language]), ...rows.map((row) => columnsOf(row[key]))) + 2
  const [place, trace] = [width('place'), width('trace')]
  const head =
    padColumns(WORDS.place[language], place) +
    padColumns(WORDS.trace[language], trace) +
    WORDS.how[language]
  const lines = rows.flatMap((row) => [
    style.strong(padColumns(row.place, place)) +
      style.alarm(padColumns(row.trace, trace)) +
      style.quiet(row.how),
    `  ${style.quiet(cutColumns(row.excerpt, columns - 2))}`,
  ])
  return [style.quiet(head), ...lines].join('\n')
}

function renderUnsearched(
  { unsearched, pictureCount }: CheckedDocument,
  options: CheckStyle,
): string {
  const { language, style } = options
  const lines = unsearched.map(({ place, say }) => `${place[language]}: ${say[language]}`)
  const pictures = pictureCount === 0 ? '' : style.quiet(sayPictures(pictureCount)[language])
  const list = renderList(style.warn(WORDS.unsearched[language]), lines, options)
  return [list, pictures].filter((block) => block !== '').join('\n\n')
}

function renderWeak(traces: readonly DocumentTrace[], options: CheckStyle): string {
  const { language, style } = options
  const lines = traces.map(
    ({ place, trace, excerpt }) => `${place[language]}: ${trace} (${excerpt})`,
  )
  return renderList(style.strong(WORDS.weak[language]), lines, options)
}

function renderList(title: string, lines: readonly string[], { columns }: CheckStyle): string {
  if (lines.length === 0) return ''
  const wrapped = lines.flatMap((line) =>
    wrapColumns(toPlainSigns(toInert(line)), columns - 4).map(
      (part, at) => `${at === 0 ? '  - ' : '    '}${part}`,
    ),
  )
  return [title, ...wrapped].join('\n')
}

function renderNext(
  { traces, unsearched }: CheckedDocument,
  { language, style }: CheckStyle,
): string {
  const words =
    traces.length > 0 ? WORDS.nextFound : unsearched.length > 0 ? WORDS.nextClosed : WORDS.nextClean
  return `${style.quiet(WORDS.next[language])} ${words[language]}`
}
