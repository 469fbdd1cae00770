import { decodePercent } from './proofpoint.ts'
import { parseWebUrl } from './unwrap-url.ts'

/** A piece of a URL and a reading of it. */
export interface UrlToken {
  readonly raw: string
  readonly decoded: string
  readonly encoding: 'plain' | 'percent' | 'base64' | 'hex'
  readonly place: 'subdomain' | 'path' | 'query' | 'fragment'
}

/** Tokens of one URL that are looked at, and how often decoded text is decoded again. */
const TOKENS_MAX = 60
const DEPTH_MAX = 3
const TOKEN_CHARS_MAX = 2_048

/** Every piece of a URL with the readings it allows: as it is, percent, Base64, hexadecimal. */
export function decodeTokens(link: string): UrlToken[] {
  const url = parseWebUrl(link)
  if (url === undefined) return []
  return listPieces(url)
    .slice(0, TOKENS_MAX)
    .flatMap(({ raw, place }) => readPiece(raw, place))
}

function listPieces(url: URL): { raw: string; place: UrlToken['place'] }[] {
  const split = (text: string, place: UrlToken['place']) =>
    text
      .split(/[/?&=#;,|]/)
      .filter((raw) => raw.length >= 3 && raw.length <= TOKEN_CHARS_MAX)
      .map((raw) => ({ raw, place }))
  return [
    ...split(url.hash.replace(/^#/, ''), 'fragment'),
    ...split(url.search.replace(/^\?/, ''), 'query'),
    ...split(url.pathname, 'path'),
    ...split(url.hostname.split('.').slice(0, -2).join('/'), 'subdomain'),
    ...listPadded(url),
  ]
}

/** Base64 with its padding, and with the slashes at which the other pieces are split. */
function listPadded(url: URL): { raw: string; place: UrlToken['place'] }[] {
  if (!url.href.includes('=')) return []
  return Array.from(
    url.href
      .slice(0, TOKEN_CHARS_MAX)
      .matchAll(/(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{12,1024}={1,2}/g),
    ({ 0: raw }) => ({
      raw,
      place: url.hash.includes(raw) ? ('fragment' as const) : ('query' as const),
    }),
  )
}

function readPiece(raw: string, place: UrlToken['place']): UrlToken[] {
  const tokens: UrlToken[] = []
  let frontier: { text: string; encoding: UrlToken['encoding'] }[] = [
    { text: raw, encoding: 'plain' },
  ]
  for (let depth = 0; depth < DEPTH_MAX && frontier.length > 0; depth++) {
    for (const { text, encoding } of frontier) tokens.push({ raw, decoded: text, encoding, place })
    frontier = frontier.flatMap(({ text, encoding }) => readOnce(text, encoding))
  }
  return tokens
}

function readOnce(text: string, before: UrlToken['encoding']) {
  const found: { text: string; encoding: UrlToken['encoding'] }[] = []
  if (text.includes('%')) {
    const decoded = decodePercent(text)
    if (decoded !== undefined && decoded !== text)
      found.push({ text: decoded, encoding: before === 'plain' ? 'percent' : before })
  }
  if (/^[A-Za-z0-9+/_-]{8,}={0,2}$/.test(text)) {
    const decoded = Buffer.from(text, 'base64').toString('utf8')
    if (isReadable(decoded)) found.push({ text: decoded, encoding: 'base64' })
  }
  if (/^(?:[0-9a-f]{2}){6,}$/i.test(text)) {
    const decoded = Buffer.from(text, 'hex').toString('utf8')
    if (isReadable(decoded)) found.push({ text: decoded, encoding: 'hex' })
  }
  return found
}

function isReadable(text: string): boolean {
  return text.length >= 4 && !/[\p{Cc}\p{Cn}\p{Co}\ufffd]/u.test(text)
}
