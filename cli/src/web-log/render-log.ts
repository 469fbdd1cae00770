import { defang, type WebLogSummary } from 'engine'
import type { ReportOptions } from '../analyse/report-options.ts'
import { toInert, toPlainSigns } from '../terminal/inert.ts'
import type { Style } from '../terminal/style.ts'
import { columnsOf, cutColumns, padColumns, wrapColumns } from '../terminal/width.ts'
import { WEIGHT_WORDS, WORDS } from '../words.ts'
import type { ReadLog } from './read-log.ts'
import { renderColumns } from './render-columns.ts'
import { renderBars } from './render-bars.ts'
import { LOG_WORDS } from './words.ts'

/** Sources and paths shown without `--all`. */
const ROWS_SHOWN = 8

/** One access log as a page for people: how much, what was looked for, by whom, and what to do. */
export function renderLog(file: string, read: ReadLog, options: ReportOptions): string {
  const { summary } = read
  return [
    renderHead(file, read, options),
    renderTimes(summary, options),
    renderKinds(summary, options),
    renderSources(summary, options),
    renderPaths(summary, options),
    options.isAll ? renderSamples(summary, options) : '',
    renderNext(summary, options),
  ]
    .filter((block) => block !== '')
    .join('\n\n')
}

function renderHead(file: string, { summary, seconds }: ReadLog, options: ReportOptions): string {
  const { language, style } = options
  const { lines, probes, sources, sizeBytes } = summary
  const rate = number(Math.round(lines.read / Math.max(0.001, seconds)))
  const facts =
    language === 'ja'
      ? `${number(lines.read)}行 / 読めない行 ${number(lines.broken)} / 送信元 ${number(sources.count)} / ${number(sizeBytes)}バイト / ${seconds.toFixed(1)}秒（毎秒 ${rate}行） / ${WORDS.noTraffic.ja}`
      : `${number(lines.read)} lines / ${number(lines.broken)} unreadable / ${number(sources.count)} sources / ${number(sizeBytes)} bytes / ${seconds.toFixed(1)} s (${rate} lines/s) / ${WORDS.noTraffic.en}`
  const found = `${LOG_WORDS.probes[language]} ${number(probes.count)}   ${LOG_WORDS.sources[language]} ${number(probes.sources)}   2xx ${number(probes.answered)}`
  return [
    style.quiet(toInert(file)),
    style.strong(LOG_WORDS.log[language]),
    style.quiet(facts),
    probes.count === 0
      ? LOG_WORDS.none[language]
      : isAlarming(summary)
        ? style.alarm(found)
        : style.strong(found),
  ].join('\n')
}

function renderTimes({ firstAt, lastAt, timeline }: WebLogSummary, options: ReportOptions): string {
  const { language, style, columns } = options
  if (firstAt === undefined || lastAt === undefined || timeline === undefined)
    return `${LOG_WORDS.span[language]}  ${LOG_WORDS.unknown[language]}`
  const names = [LOG_WORDS.span, LOG_WORDS.requests, LOG_WORDS.probing].map((one) => one[language])
  const width = Math.max(...names.map(columnsOf)) + 2
  const [span = '', requests = '', probing = ''] = names.map((name) =>
    style.quiet(padColumns(name, width)),
  )
  const room = Math.min(96, columns - width)
  return [
    `${span}${toMoment(firstAt)} - ${toMoment(lastAt)} UTC`,
    `${requests}${renderBars(timeline.requests, room)}`,
    `${probing}${renderBars(timeline.probes, room)}`,
  ].join('\n')
}

function renderKinds(
  { kinds }: WebLogSummary,
  { language, style, columns }: ReportOptions,
): string {
  if (kinds.length === 0) return ''
  const widest = Math.max(...kinds.map(({ title }) => columnsOf(title[language])))
  return kinds
    .flatMap(({ title, weight, say, marks }) => {
      const looked = marks
        .map(({ label, count }) => `${toInert(label)} ${number(count)}`)
        .join(', ')
      const label = padColumns(WEIGHT_WORDS[weight][language], 8)
      const paint =
        weight === 'strong' ? style.alarm : weight === 'medium' ? style.warn : style.quiet
      const body = [
        ...wrapColumns(toPlainSigns(say[language]), columns - 8),
        ...(looked === '' ? [] : [style.quiet(cutColumns(looked, columns - 8))]),
      ]
      return [
        paint(label) + style.strong(padColumns(title[language], widest)),
        ...body.map((line) => `        ${line}`),
      ]
    })
    .join('\n')
}

function renderSources({ probing }: WebLogSummary, options: ReportOptions): string {
  if (probing.length === 0) return ''
  const { language, isAll } = options
  const shown = isAll ? probing : probing.slice(0, ROWS_SHOWN)
  return renderColumns(
    LOG_WORDS.topSources[language],
    [LOG_WORDS.probing, LOG_WORDS.answered, LOG_WORDS.requests, LOG_WORDS.last].map(
      (one) => one[language],
    ),
    shown.map(({ address, probes, answered, count, missedMax, lastAt, holder }) => ({
      name: `${toInert(defang(address))}${holder === undefined ? '' : `  ${toInert(holder)}`}`,
      cells: [
        number(probes),
        number(answered),
        `${missedMax > 0 ? '~' : ''}${number(count)}`,
        lastAt === undefined ? '' : toMoment(lastAt),
      ],
    })),
    options,
  )
}

function renderPaths({ probedPaths }: WebLogSummary, options: ReportOptions): string {
  if (probedPaths.length === 0) return ''
  const { language, isAll } = options
  const shown = isAll ? probedPaths : probedPaths.slice(0, ROWS_SHOWN)
  return renderColumns(
    LOG_WORDS.topPaths[language],
    [LOG_WORDS.count[language], LOG_WORDS.answered[language]],
    shown.map(({ path, count, missedMax, answered }) => ({
      name: toInert(path),
      cells: [`${missedMax > 0 ? '~' : ''}${number(count)}`, number(answered)],
    })),
    options,
  )
}

/** With `--all`: the lines that show it, with the bytes set off. */
function renderSamples(
  summary: WebLogSummary,
  { language, style, columns }: ReportOptions,
): string {
  const lines = summary.kinds.flatMap(({ samples }) =>
    samples.map((one) => renderSample(one, style)),
  )
  const broken = summary.brokenSamples.map((one) => renderSample(one, style))
  return [
    ...(lines.length > 0 ? [style.strong(LOG_WORDS.samples[language]), ...lines] : []),
    ...(broken.length > 0 ? [style.strong(LOG_WORDS.broken[language]), ...broken] : []),
  ]
    .map((line) => (style.mark('x') === 'x' ? cutColumns(line, Math.max(columns, 200)) : line))
    .join('\n')
}

function renderSample(
  { line, text, mark }: WebLogSummary['brokenSamples'][number],
  style: Style,
): string {
  const [start, end] = mark === undefined ? [0, 0] : [mark.start, mark.end]
  const [before, shown, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)]
  return `  ${style.quiet(`${number(line)}:`)} ${toInert(before)}${style.mark(toInert(shown))}${toInert(after)}`
}

function renderNext(summary: WebLogSummary, { language, style }: ReportOptions): string {
  const words = isAlarming(summary) ? LOG_WORDS.nextFound : LOG_WORDS.nextNothing
  return `${style.quiet(WORDS.next[language])} ${words[language]}   ${style.quiet(`--json ${WORDS.forMachines[language]}`)}`
}

/** Whether anything of medium or strong weight was found. */
export function isAlarming({ kinds }: WebLogSummary): boolean {
  return kinds.some(({ weight }) => weight !== 'weak')
}

function number(value: number): string {
  return value.toLocaleString('en')
}

function toMoment(at: Date): string {
  return at.toISOString().slice(0, 16).replace('T', ' ')
}
