export interface Defang {
  readonly start: number
  readonly end: number
  readonly shown: string
}

/** Longer runs are no host name (RFC 1035 allows 253 characters). */
const HOST_CHARS_MAX = 300
const TOKEN = new RegExp(`[\\p{L}\\p{N}._-]{3,${HOST_CHARS_MAX}}`, 'gu')
const SCHEME = /\b(h)tt(ps?:\/\/)/gi

/** Endings of file names that are seldom domains; behind `@` or `//` they count as domains all the same. */
const FILE_ENDINGS = new Set(
  'pdf doc docx docm xls xlsx xlsm ppt pptx txt csv html htm xml json png jpg jpeg gif bmp tif tiff zip rar 7z iso eml msg exe dll js vbs lnk one rtf mbox log'.split(
    ' ',
  ),
)

/**
 * Where a text must be broken so that no mail program or chat turns it into a link when pasted:
 * `http` becomes `hxxp`, the last dot of a host name `[.]`. Bare IP addresses are left as they are: they are read digit by digit,
 * and mail programs do not link them.
 */
export function findDefangs(text: string): Defang[] {
  const schemes = Array.from(text.matchAll(SCHEME), (match) => ({
    start: match.index + 1,
    end: match.index + 3,
    shown: 'xx',
  }))
  const dots = Array.from(text.matchAll(TOKEN)).flatMap((match) => {
    const end = match.index + match[0].length
    // The local part of an address is no host; a host broken already is not broken twice.
    if (text[end] === '@' || text.startsWith('[.]', end)) return []
    const at = findLastDot(match[0], text.slice(Math.max(0, match.index - 2), match.index))
    return at === undefined
      ? []
      : [{ start: match.index + at, end: match.index + at + 1, shown: '[.]' }]
  })
  return [...schemes, ...dots].sort((a, b) => a.start - b.start)
}

/** The text as it may be copied anywhere. */
export function defang(text: string): string {
  let shown = ''
  let end = 0
  for (const { start, end: next, shown: instead } of findDefangs(text)) {
    shown += text.slice(end, start) + instead
    end = next
  }
  return shown + text.slice(end)
}

function findLastDot(token: string, before: string): number | undefined {
  // Behind a single slash stands a path, not a host.
  if (before.endsWith('/') && !before.endsWith('//')) return undefined
  const host = token.replace(/[.\-_]+$/, '')
  const at = host.lastIndexOf('.')
  if (at <= 0) return undefined
  const ending = host.slice(at + 1)
  if (!/^(?:xn--[\w-]+|\p{L}{2,63})$/u.test(ending)) return undefined
  const standsAsHost = before.endsWith('@') || before.endsWith('//')
  return standsAsHost || !FILE_ENDINGS.has(ending.toLowerCase()) ? at : undefined
}
