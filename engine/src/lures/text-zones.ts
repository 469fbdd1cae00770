import { findQuotes } from '../evidence/quotes/find-quotes.ts'

/** Who wrote a stretch of a mail's text: its sender now, somebody before, or a template below it. */
export type Zone = 'new' | 'quoted' | 'footer'

export interface TextZone {
  readonly zone: Zone
  readonly start: number
  readonly end: number
}

/** Lines below which stand a signature, a disclaimer or how to leave a list. */
const FOOTER_STARTS =
  /^--[ \t]*$|^.{0,80}(?:unsubscribe|opt[- ]?out|email preferences|intended (?:only |solely )?for the|confidential(?:ity)? notice|e-?mail (?:and any attachments? )?(?:is|are|may be|may contain) (?:strictly )?(?:confidential|privileged)|配信(?:停止|解除)|購読(?:解除|停止)|本メールは送信専用|このメールは送信専用|誤って(?:受信|送信|届)|(?:に|には)?秘密情報が含まれ)/im

/** A footer is short; an attacker who puts a marker on top hides nothing. */
const FOOTER_CHARS_MAX = 1_500
const NEW_CHARS_MIN = 20

/** The zones of a text in order, without gaps. A mail that only passes another on says what that says. */
export function findTextZones(text: string): readonly TextZone[] {
  const zones = toZones(text)
  const written = zones.filter(({ zone }) => zone === 'new')
  const hasNew = written.some(
    ({ start, end }) =>
      text.slice(start, Math.min(end, start + 400)).trim().length >= NEW_CHARS_MIN,
  )
  if (!hasNew) return [{ zone: 'new', start: 0, end: text.length }]
  const last = written.at(-1)
  return last === undefined
    ? zones
    : zones.flatMap((one) => (one === last ? cutFooter(text, one) : one))
}

function toZones(text: string): TextZone[] {
  const zones: TextZone[] = []
  const add = (zone: Zone, start: number, end: number) => {
    if (end > start) zones.push({ zone, start, end })
  }
  let at = 0
  for (const { start, end } of findQuotes(text)) {
    add('new', at, start)
    add('quoted', start, end)
    at = end
  }
  add('new', at, text.length)
  return zones
}

function cutFooter(text: string, zone: TextZone): TextZone[] {
  const from = Math.max(zone.start, zone.end - FOOTER_CHARS_MAX)
  const found = FOOTER_STARTS.exec(text.slice(from, zone.end))
  const start = found === null ? zone.end : from + found.index
  if (text.slice(zone.start, start).trim().length < NEW_CHARS_MIN) return [zone]
  return start === zone.end
    ? [zone]
    : [
        { ...zone, end: start },
        { zone: 'footer', start, end: zone.end },
      ]
}
