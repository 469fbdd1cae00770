import { decodeNamed, decodeText } from '../../charset/decode-text.ts'
import { toCharsetName } from '../../charset/labels.ts'
import { maskMultibyte } from '../../charset/mask-multibyte.ts'
import { limits } from '../../limits.ts'
import { decodeHeaderText } from './header-text.ts'

/** A header value with parameters: Content-Type, Content-Disposition (RFC 2045 §5.1, RFC 2183). */
export interface ParameterisedValue {
  /** What stands before the first semicolon, lower case, without white space. */
  readonly value: string
  /** Decoded parameters by lower-case name; of duplicates the first counts. */
  readonly parameters: ReadonlyMap<string, string>
}

/** `name=value` or `name="value"`; quoted values may be cut off, bare ones may hold spaces. */
const PARAMETER = /;\s*([^\s=;"]{1,80})\s*=\s*(?:"((?:[^"\\]|\\[^])*)(?:"|$)|([^;]*))/g

/** Reads a raw value, one character per byte, so that parameters in any charset can be decoded. */
export function parseParameters(raw: string): ParameterisedValue {
  const semicolon = raw.indexOf(';')
  const value = (semicolon < 0 ? raw : raw.slice(0, semicolon)).replace(/\([^()]*\)|\s+/g, '')
  if (semicolon < 0) return { value: value.toLowerCase(), parameters: new Map() }
  const pieces = new Map<string, string>()
  for (const [name, text] of findParameters(raw.slice(semicolon))) {
    if (pieces.size < limits.parametersMax && !pieces.has(name)) pieces.set(name, text)
  }
  return { value: value.toLowerCase(), parameters: joinPieces(pieces) }
}

function* findParameters(raw: string): Generator<[string, string]> {
  const masked = maskMultibyte(raw)
  for (const match of masked.matchAll(PARAMETER)) {
    const [whole, name = '', quoted, bare = ''] = match
    const length = (quoted ?? bare).length
    const closes = quoted !== undefined && whole.endsWith('"') ? 1 : 0
    const end = match.index + whole.length - closes
    const text = raw.slice(end - length, end)
    yield [name.toLowerCase(), quoted === undefined ? text.trim() : unescape(text)]
  }
}

/** Only `\"` and `\\` are escapes: senders write Windows paths with plain backslashes. */
function unescape(quoted: string): string {
  return quoted.replace(/\r?\n[ \t]?/g, '').replace(/\\(["\\])/g, '$1')
}

/** Joins continuations `name*0*`, `name*1` and decodes extended values (RFC 2231 §3–4). */
function joinPieces(pieces: ReadonlyMap<string, string>): Map<string, string> {
  const parameters = new Map<string, string>()
  const extended = new Map<string, Map<number, string>>()
  for (const [name, text] of pieces) {
    const match = /^(.+?)\*(?:(\d{1,3})(\*)?)?$/.exec(name)
    if (match === null) {
      parameters.set(name, decodePlain(text))
      continue
    }
    const [, base = '', index = '0'] = match
    const isEncoded = match[2] === undefined || match[3] !== undefined
    const segments = extended.get(base) ?? new Map<number, string>()
    segments.set(Number(index), isEncoded ? text : escapePercent(text))
    extended.set(base, segments)
  }
  // RFC 2231 wins over a plain parameter of the same name (RFC 6266 §4.3), as in mail programs.
  for (const [name, segments] of extended) parameters.set(name, decodeExtended(segments))
  return parameters
}

function escapePercent(text: string): string {
  return text.replaceAll('%', '%25')
}

function decodeExtended(segments: ReadonlyMap<number, string>): string {
  const joined = [...segments]
    .sort(([a], [b]) => a - b)
    .map(([, text]) => text)
    .join('')
  const match = /^([^']*)'[^']*'([^]*)$/.exec(joined)
  const bytes = Buffer.from(decodePercent(match?.[2] ?? joined), 'latin1')
  const charset = match?.[1] === undefined ? '' : toCharsetName(match[1])
  const exact = charset === '' || charset === 'us-ascii' ? undefined : decodeNamed(bytes, charset)
  return exact ?? decodeText(bytes).text
}

function decodePercent(text: string): string {
  return text.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  )
}

/** Raw bytes and, against RFC 2047 §5 but in most mail, encoded words. */
function decodePlain(text: string): string {
  return /[\x1b\x80-\xff]|=\?/.test(text)
    ? decodeHeaderText(Buffer.from(text, 'latin1')).text
    : text
}
