/** Who wrote a stretch of a mail's text: its sender now, somebody before, or a template below it. */
export type Zone = 'new' | 'quoted' | 'footer'

export interface TextZone {
  readonly zone: Zone
  readonly start: number
  readonly end: number
}

/** Lines after which everything is the mail that is answered or passed on, unmarked by any sign. */
const QUOTE_STARTS =
  /^\s{0,4}(?:[-_*=]{2,40}\s{0,4}(?:original|forwarded|元の|転送|begin forwarded|mensagem|weitergeleitete|ursprüngliche)[^\n]{0,40}|_{10,80}\s{0,4}$|\*{0,2}(?:from|de|von|van|差出人|送信者)\*{0,2}\s{0,3}[:：].{0,200}@)/i
const MARKS = /^\s{0,3}[>＞|]/
/** The first letters that a line of `QUOTE_STARTS` or `MARKS` can have. */
const FIRST_LETTERS = /^[\s>＞|\-_*=fFdDvV差送]/

/** Lines below which stand a signature, a disclaimer or how to leave a list. */
const FOOTER_STARTS =
  /^--[ \t]*$|^.{0,80}(?:unsubscribe|opt[- ]?out|email preferences|intended (?:only |solely )?for the|confidential(?:ity)? notice|e-?mail (?:and any attachments? )?(?:is|are|may be|may contain) (?:strictly )?(?:confidential|privileged)|配信(?:停止|解除)|購読(?:解除|停止)|本メールは送信専用|このメールは送信専用|誤って(?:受信|送信|届)|(?:に|には)?秘密情報が含まれ)/im

/** A footer is short; an attacker who puts a marker on top hides nothing. */
const FOOTER_CHARS_MAX = 1_500
const NEW_CHARS_MIN = 20

/** The zones of a text in order, without gaps. A mail that only passes another on says what that says. */
export function findTextZones(text: string): readonly TextZone[] {
  const zones = findQuotes(text)
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

function findQuotes(text: string): TextZone[] {
  const zones: TextZone[] = []
  const add = (zone: Zone, start: number, end: number) => {
    const before = zones.at(-1)
    if (before?.zone === zone) zones[zones.length - 1] = { ...before, end }
    else if (end > start) zones.push({ zone, start, end })
  }
  for (let at = 0; at < text.length; ) {
    const lineEnd = text.indexOf('\n', at)
    const end = lineEnd < 0 ? text.length : lineEnd + 1
    const first = text.charAt(at)
    if (FIRST_LETTERS.test(first)) {
      const line = text.slice(at, Math.min(end, at + 300))
      if (QUOTE_STARTS.test(line)) {
        add('quoted', at, text.length)
        return zones
      }
      add(MARKS.test(line) ? 'quoted' : 'new', at, end)
    } else add('new', at, end)
    at = end
  }
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
