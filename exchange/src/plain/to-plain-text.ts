import { listDays } from '../list-days.ts'
import { toOneLine } from '../to-one-line.ts'
import { defang, type BulletinIndicator, type ReleasableBulletin } from 'engine'
import { CONTEXTS, HEADINGS, OMITTED, type Language } from './words.ts'

export interface TextRelease {
  /** Number for people, such as `B-2026-9XW2TH`. */
  readonly number: string
  readonly version: number
  /** Day, `YYYY-MM-DD`. */
  readonly publishedOn: string
  readonly hubName: string
  readonly isWithdrawn?: boolean
}

/** A bulletin as text for mail and reading, values defanged. */
export function toPlainText(
  bulletin: ReleasableBulletin,
  language: Language,
  release: TextRelease,
): string {
  const { number, version, publishedOn, hubName } = release
  const word = (key: keyof typeof HEADINGS): string => HEADINGS[key][language]
  const head = [
    `TLP:${bulletin.tlp}`,
    language === 'ja' ? `${number} 第${version}版` : `${number} ${word('version')} ${version}`,
    `${publishedOn} ${hubName}`,
    toOneLine(bulletin.title[language]),
  ]
  const sections = [
    head.join('\n'),
    ...(release.isWithdrawn === true ? [word('withdrawn')] : []),
    ...bulletin.summary[language],
    `${word(isOfLogs(bulletin) ? 'seen' : 'arrived')}: ${toOneLine(bulletin.arrivedPeriod[language])}`,
    ...section(word('recognise'), lookalikeLines(bulletin, language)),
    ...section(
      word('indicators'),
      bulletin.indicators.map((one) => indicatorLine(one, language)),
    ),
    ...section(
      word('techniques'),
      bulletin.techniques.map(
        ({ title, say, attack }) =>
          `- ${toOneLine(`${title[language]}: ${say[language]}${attack.length === 0 ? '' : ` (${attack.join(', ')})`}`)}`,
      ),
    ),
    ...section(
      word('advice'),
      bulletin.advice.map((one) => `- ${toOneLine(one[language])}`),
    ),
    ...section(word('omitted'), omittedLine(bulletin, language)),
    // The label at the foot as well: a text is cut and quoted from both ends.
    `TLP:${bulletin.tlp}`,
  ]
  return `${sections.join('\n\n')}\n`
}

const section = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [[heading, ...lines].join('\n')]

function lookalikeLines(bulletin: ReleasableBulletin, language: Language): readonly string[] {
  if (bulletin.lookalikes.length === 0) return []
  const lines = bulletin.lookalikes.map(
    ({ genuine, observed }) =>
      `- ${HEADINGS.genuine[language]} ${toOneLine(defang(genuine))} / ${HEADINGS.observed[language]} ${toOneLine(defang(observed))}`,
  )
  return [...lines, HEADINGS.invented[language]]
}

/** Only what leads somewhere is defanged; hashes, names and subjects stay as they are. */
const LEADS_SOMEWHERE: ReadonlySet<string> = new Set([
  'email-address',
  'domain',
  'url',
  'ipv4',
  'ipv6',
])

function indicatorLine(indicator: BulletinIndicator, language: Language): string {
  const { type, value, context } = indicator
  const shown = LEADS_SOMEWHERE.has(type) ? defang(value) : value
  const about = [CONTEXTS[context]?.[language] ?? context, ...listDays(indicator)]
  return `- ${toOneLine(shown)} (${toOneLine(about.join(language === 'ja' ? '、' : ', '))})`
}

/** What access logs alone told of did not arrive anywhere. */
const isOfLogs = ({ indicators }: ReleasableBulletin): boolean =>
  indicators.length > 0 && indicators.every(({ context }) => context === 'web-log')

const omittedLine = (bulletin: ReleasableBulletin, language: Language): readonly string[] =>
  bulletin.omitted.length === 0
    ? []
    : [
        bulletin.omitted
          .map((kind) => OMITTED[kind]?.[language] ?? kind)
          .join(language === 'ja' ? '、' : ', '),
      ]
