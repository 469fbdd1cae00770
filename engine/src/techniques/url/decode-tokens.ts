import { limits } from '../../limits.ts'
import { remember } from '../../remember.ts'
import { decodePercent } from './decode-percent.ts'
import { decodeOnce, type TokenEncoding } from './decode-once.ts'
import { parseWebUrl } from './unwrap-url.ts'

/** A piece of a URL and a reading of it. */
export interface UrlToken {
  readonly raw: string
  readonly decoded: string
  /** The encoding that hides it best, of those that were taken off. */
  readonly encoding: TokenEncoding
  readonly place: 'subdomain' | 'path' | 'query' | 'fragment' | 'user'
}

type Piece = Pick<UrlToken, 'raw' | 'place'>

/**
 * Every piece of a URL with the readings it allows, encodings inside encodings included. Several
 * techniques ask about the same links.
 */
export const decodeTokens = remember(
  (link: string): readonly UrlToken[] => {
    const url = parseWebUrl(link)
    if (url === undefined) return []
    return listPieces(url).slice(0, limits.tokensPerUrlMax).flatMap(readPiece)
  },
  { answersMax: 256, charsMax: 1024 },
)

function listPieces(url: URL): Piece[] {
  return [
    ...splitPieces(url.hash.replace(/^#/, ''), 'fragment'),
    ...splitPieces(url.search.replace(/^\?/, ''), 'query'),
    ...splitPieces(url.pathname, 'path'),
    ...splitPieces(url.hostname.split('.').slice(0, -2).join('/'), 'subdomain'),
    ...splitPieces(`${url.username}/${url.password}`, 'user'),
    ...listPadded(url),
  ]
}

function splitPieces(text: string, place: UrlToken['place']): Piece[] {
  return text
    .split(/[/?&=#;,|]/)
    .filter((raw) => raw.length >= 3 && raw.length <= limits.tokenCharsMax)
    .map((raw) => ({ raw, place }))
}

/** Base64 with its padding, and with the slashes at which the other pieces are split. */
function listPadded(url: URL): Piece[] {
  if (!/=|%3d/i.test(url.href)) return []
  const text = decodePercent(url.href.slice(0, limits.tokenCharsMax))
  const found = text.matchAll(
    /(?<![A-Za-z0-9+/_-])(?:[A-Za-z0-9+/_-]{12,1024}={1,2}|={1,2}[A-Za-z0-9+/_-]{12,1024})/g,
  )
  return Array.from(found, ({ 0: raw }) => ({
    raw,
    place: url.hash.includes(raw) ? ('fragment' as const) : ('query' as const),
  }))
}

function readPiece({ raw, place }: Piece): UrlToken[] {
  const tokens: UrlToken[] = []
  let frontier: { text: string; encoding: TokenEncoding }[] = [{ text: raw, encoding: 'plain' }]
  for (let depth = 0; depth < limits.tokenDepthMax && frontier.length > 0; depth++) {
    for (const { text, encoding } of frontier) tokens.push({ raw, decoded: text, encoding, place })
    frontier = frontier.flatMap(({ text, encoding }) =>
      decodeOnce(text).map((one) => ({ text: one.text, encoding: hideBetter(encoding, one) })),
    )
  }
  return tokens
}

/** Percent signs inside Base64 do not make it plainer. */
function hideBetter(before: TokenEncoding, { encoding }: { encoding: TokenEncoding }) {
  const isPlainer = encoding === 'percent' || encoding === 'quoted-printable'
  return isPlainer && before !== 'plain' ? before : encoding
}
