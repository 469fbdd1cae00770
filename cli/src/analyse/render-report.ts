import { type Bilingual, type Finding, type Problem, techniqueById, type Weight } from 'engine'
import { limits } from '../limits.ts'
import { toInert, toPlainSigns } from '../terminal/inert.ts'
import type { Style } from '../terminal/style.ts'
import { columnsOf, cutColumns, padColumns, wrapColumns } from '../terminal/width.ts'
import { CLASSIFICATION_WORDS, REACH_WORDS, WEIGHT_WORDS, WORDS } from '../words.ts'
import type { NamedAnalysis } from './analyse-file.ts'
import { renderLookalike } from './render-lookalike.ts'
import type { ReportOptions } from './report-options.ts'
import { renderLadder } from './render-ladder.ts'

/** One mail as a page for people: what it is, why, and what to do next. */
export function renderReport(named: NamedAnalysis, options: ReportOptions): string {
  const { findings, problems } = named.analysis
  const details = findings.map((one) => one.detail)
  return [
    renderHead(named, options),
    renderFindings(findings, options),
    ...details.map((detail) =>
      detail?.kind === 'lookalike' ? renderLookalike(detail, options) : '',
    ),
    ...details.map((detail) => (detail?.kind === 'url' ? renderLadder(detail, options) : '')),
    renderReasons(named, options),
    options.isAll
      ? renderList(
          WORDS.problems[options.language],
          problems.map((one) => sayProblem(one, options)),
          options,
        )
      : '',
    renderNext(named, options),
  ]
    .filter((block) => block !== '')
    .filter((block, at, all) => all.indexOf(block) === at)
    .join('\n\n')
}

function renderHead(
  { file, analysis, milliseconds }: NamedAnalysis,
  options: ReportOptions,
): string {
  const { language, style } = options
  const { message, sizeBytes, artefacts, classification, findings } = analysis
  const subject = toInert(message.subject.trim()) || WORDS.noSubject[language]
  const mails = artefacts.filter((one) => one.kind === 'mail').length
  const facts =
    language === 'ja'
      ? `${mails}通 / 部品 ${artefacts.length} / ${sizeBytes.toLocaleString('en')}バイト / ${milliseconds.toFixed(1)}ミリ秒 / ${WORDS.noTraffic.ja}`
      : `${mails} mail${mails === 1 ? '' : 's'} / ${artefacts.length} parts / ${sizeBytes.toLocaleString('en')} bytes / ${milliseconds.toFixed(1)} ms / ${WORDS.noTraffic.en}`
  const kind = CLASSIFICATION_WORDS[classification.value][language]
  const isAlarming = findings.some((one) => one.weight !== 'weak')
  const counts = (['strong', 'medium', 'weak'] as const).flatMap((weight) => {
    const count = findings.filter((one) => one.weight === weight).length
    return count > 0 ? [`${WEIGHT_WORDS[weight][language]} ${count}`] : []
  })
  return [
    style.quiet(toInert(file)),
    `${style.strong(cutColumns(subject, options.columns))}`,
    style.quiet(facts),
    `${isAlarming ? style.alarm(kind) : style.strong(kind)}   ${WORDS.findings[language]} ${findings.length}${counts.length > 0 ? `   ${counts.join(' / ')}` : ''}`,
  ].join('\n')
}

function renderFindings(findings: readonly Finding[], options: ReportOptions): string {
  const { language, style, isAll } = options
  if (findings.length === 0) return WORDS.none[language]
  const shown = isAll ? findings : findings.slice(0, limits.findingsShownMax)
  const rows = shown.map((one) => ({
    weight: one.weight,
    title: toPlainSigns(techniqueById(one.technique)?.title[language] ?? one.technique),
    place: toPlaceText(one),
    say: toPlainSigns(toInert(one.say[language])),
  }))
  const widths = {
    weight: Math.max(columnsOf(WORDS.weight[language]), 6) + 2,
    title:
      Math.max(columnsOf(WORDS.technique[language]), ...rows.map((row) => columnsOf(row.title))) +
      2,
    place:
      Math.max(columnsOf(WORDS.place[language]), ...rows.map((row) => columnsOf(row.place))) + 2,
  }
  const indent = widths.weight + widths.title + widths.place
  const room = Math.max(30, options.columns - indent)
  const head = style.quiet(
    padColumns(WORDS.weight[language], widths.weight) +
      padColumns(WORDS.technique[language], widths.title) +
      padColumns(WORDS.place[language], widths.place) +
      WORDS.reason[language],
  )
  const lines = rows.flatMap((row) => {
    const [first = '', ...others] = wrapColumns(row.say, room)
    const label = padColumns(WEIGHT_WORDS[row.weight][language], widths.weight)
    const line =
      toWeightStyle(row.weight, style)(label) +
      style.strong(padColumns(row.title, widths.title)) +
      style.quiet(padColumns(row.place, widths.place)) +
      first
    return [line, ...others.map((other) => ' '.repeat(indent) + other)]
  })
  const hidden = findings.length - shown.length
  const more = language === 'ja' ? `ほか ${hidden}件` : `${hidden} more`
  const rest =
    hidden > 0
      ? [' '.repeat(widths.weight) + style.quiet(`${more}  ${WORDS.showAll[language]}`)]
      : []
  return [head, ...lines, ...rest].join('\n')
}

function toWeightStyle(weight: Weight, style: Style): (text: string) => string {
  if (weight === 'strong') return style.alarm
  return weight === 'medium' ? style.warn : style.quiet
}

const PLACE_COLUMNS_MAX = 22
/** Names that would take half of the line. */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  'disposition-notification-to': 'Disp.-Notif.',
  'return-receipt-to': 'Return-Receipt',
  'x-confirm-reading-to': 'X-Confirm-Reading',
}

function toPlaceText({ where }: Finding): string {
  const header = where.header
  const name =
    header === undefined ? `#${where.path}` : (SHORT_NAMES[header.toLowerCase()] ?? header)
  return cutColumns(
    toInert(where.line === undefined ? name : `${name}: ${where.line}`),
    PLACE_COLUMNS_MAX,
  )
}

function renderReasons({ analysis }: NamedAnalysis, options: ReportOptions): string {
  const { language } = options
  const { reasons, reach, reachReasons = [] } = analysis.classification
  const say = (one: Bilingual) => one[language]
  const kind = renderList(WORDS.proposal[language], reasons.map(say), options)
  if (reach === undefined) return kind
  const title = `${WORDS.reach[language]}${language === 'ja' ? '：' : ': '}${REACH_WORDS[reach][language]}`
  return [kind, renderList(title, reachReasons.map(say), options)]
    .filter((block) => block !== '')
    .join('\n\n')
}

/** What could not be read, with its places when there are several. */
function sayProblem(
  { say, path, count = 1, places = [path] }: Problem,
  { language }: ReportOptions,
) {
  if (count === 1) return say[language]
  const more = count - places.length
  const rest = more > 0 ? (language === 'ja' ? ` ほか${more}か所` : ` and ${more} more`) : ''
  const listed = `${places.join(' ')}${rest}`
  return language === 'ja'
    ? `${say.ja}（${count}か所：${listed}）`
    : `${say.en} (${count} places: ${listed})`
}

function renderList(
  title: string,
  lines: readonly string[],
  { style, columns }: ReportOptions,
): string {
  if (lines.length === 0) return ''
  const wrapped = lines.flatMap((line) =>
    wrapColumns(toPlainSigns(toInert(line)), columns - 4).map(
      (part, at) => `${at === 0 ? '  - ' : '    '}${part}`,
    ),
  )
  return [style.strong(title), ...wrapped].join('\n')
}

function renderNext({ analysis }: NamedAnalysis, { language, style }: ReportOptions): string {
  const isAlarming = analysis.findings.some((one) => one.weight !== 'weak')
  const words = isAlarming ? WORDS.nextFound : WORDS.nextNothing
  return `${style.quiet(WORDS.next[language])} ${words[language]}   ${style.quiet(`--json ${WORDS.forMachines[language]}`)}`
}
