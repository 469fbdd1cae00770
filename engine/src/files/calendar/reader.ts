import { decodeText } from '../../charset/decode-text.ts'
import { readHtml } from '../../evidence/links/read-html.ts'
import type { FileFact, FileLink, FileReader, FileReading } from '../file-reading.ts'
import { findUrls } from '../find-urls.ts'
import { listAttached } from './list-attached.ts'
import { type ContentLine, isOverLong, parseContentLines, toPlainText } from './parse-lines.ts'

/** Properties that are shown as facts, and what they are called. */
const FACTS: Readonly<Record<string, string>> = {
  METHOD: 'method',
  SUMMARY: 'summary',
  ORGANIZER: 'organizer',
  ATTENDEE: 'attendee',
  LOCATION: 'location',
  URL: 'web-page',
  DTSTART: 'starts-at',
  DTEND: 'ends-at',
  UID: 'uid',
  FN: 'name',
  ORG: 'organisation',
  TITLE: 'job-title',
  EMAIL: 'email',
  TEL: 'telephone',
}
/** Properties whose words a reader sees. */
const TEXTS = new Set([
  'SUMMARY',
  'DESCRIPTION',
  'LOCATION',
  'COMMENT',
  'NOTE',
  'FN',
  'ORG',
  'TITLE',
])
const HTML_TEXT = 'X-ALT-DESC'

/** Invitations and cards. An invitation enters the calendar by itself, links and all. */
export const calendar: FileReader = {
  format: 'calendar',
  weight: 8,
  reads: (type, fileName) =>
    /^text\/(?:x-)?v?(?:calendar|card)$/.test(type) || /\.(?:ics|vcs|vcf)$/i.test(fileName),
  read: ({ bytes }) => readCalendar(decodeText(bytes, 'utf-8').text),
}

function readCalendar(text: string): FileReading {
  const lines = parseContentLines(text)
  const html = lines
    .filter(({ name }) => name === HTML_TEXT)
    .map(({ value }) => readHtml(toPlainText(value)))
  const shown = lines.filter(({ name }) => TEXTS.has(name)).map(({ value }) => toPlainText(value))
  const texts = [...shown, ...html.map((one) => one.text)]
  return {
    membersAre: 'embedded',
    members: listAttached(lines),
    problems: isOverLong(text) ? ['over-long-text'] : [],
    text: texts.join('\n'),
    links: listLinks(
      lines,
      shown.join('\n'),
      html.flatMap((one) => one.links.map(toFileLink)),
    ),
    facts: lines.flatMap(toFact),
  }
}

type HtmlLink = ReturnType<typeof readHtml>['links'][number]

function toFileLink({ url, kind, text }: HtmlLink): FileLink {
  return { url, kind, ...(text === undefined ? {} : { text }) }
}

/** Links in its words, and those that the properties URL and ATTACH name, each once. */
function listLinks(
  lines: readonly ContentLine[],
  shown: string,
  fromHtml: readonly FileLink[],
): readonly FileLink[] {
  const named = lines
    .filter(({ name }) => name === 'URL' || name === 'ATTACH' || name === 'X-GOOGLE-CONFERENCE')
    .flatMap(({ value }) => findUrls(value))
  const urls = new Set([...named, ...findUrls(shown)])
  return [...[...urls].map((url): FileLink => ({ url, kind: 'document' })), ...fromHtml]
}

function toFact({ name, parameters, value }: ContentLine): readonly FileFact[] {
  const fact = FACTS[name]
  if (fact === undefined || value === '') return []
  const shown = toPlainText(value).replace(/^mailto:/i, '')
  const called = parameters.get('CN')
  return [{ name: fact, value: called === undefined ? shown : `${called} <${shown}>` }]
}
