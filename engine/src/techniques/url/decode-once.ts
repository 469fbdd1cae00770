import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import { fromBase32 } from '../../codes/base32.ts'
import { toRot13 } from '../../codes/rot13.ts'
import { limits } from '../../limits.ts'
import { decodePercent } from './decode-percent.ts'

export type TokenEncoding =
  | 'plain'
  | 'percent'
  | 'quoted-printable'
  | 'base64'
  | 'base32'
  | 'hex'
  | 'packed'
  | 'rot13'
  | 'reversed'

export interface DecodedText {
  readonly text: string
  readonly encoding: TokenEncoding
}

/** Every reading of a text after one encoding is taken off; only readable ones. */
export function decodeOnce(text: string): DecodedText[] {
  const found: DecodedText[] = []
  const add = (encoding: TokenEncoding, decoded: string) => {
    if (decoded !== text && isReadable(decoded)) found.push({ text: decoded, encoding })
  }
  if (text.includes('%')) add('percent', decodePercent(text))
  if (/=[0-9A-F]{2}/i.test(text))
    add('quoted-printable', decodePercent(text.replace(/=(?=[0-9A-F]{2})/gi, '%')))
  if (/^[A-Za-z0-9+/_-]{8,}={0,2}$/.test(text)) addBase64(text, add)
  else if (/^={1,2}[A-Za-z0-9+/_-]{8,}$/.test(text)) addReversed(text, add)
  if (text.startsWith('eyJ') && text.includes('.')) addJsonWebToken(text, add)
  if (/^(?:[0-9a-f]{2}){6,}$/i.test(text)) add('hex', Buffer.from(text, 'hex').toString('utf8'))
  if (/^(?:[A-Z2-7]{14,}|[a-z2-7]{14,})={0,6}$/.test(text))
    add('base32', Buffer.from(fromBase32(text)).toString('utf8'))
  // Only what holds an address is worth turning round; every other word would be read twice.
  if (text.includes('@')) {
    add('rot13', toRot13(text))
    add('reversed', Array.from(text).reverse().join(''))
  }
  return found
}

type Add = (encoding: TokenEncoding, decoded: string) => void

function addBase64(text: string, add: Add): void {
  const bytes = Buffer.from(text, 'base64')
  const decoded = bytes.toString('utf8')
  if (isReadable(decoded)) return add('base64', decoded)
  add('packed', unpack(bytes))
  addReversed(text, add)
}

function addReversed(text: string, add: Add): void {
  // The alphabet is one byte a sign; turning bytes round costs a tenth of turning characters.
  const reversed = Buffer.from(text, 'latin1').reverse().toString('latin1')
  const decoded = Buffer.from(reversed, 'base64').toString('utf8')
  if (decoded.includes('@')) add('reversed', decoded)
}

/** Header and claims of RFC 7519; the signature says nothing. */
function addJsonWebToken(text: string, add: Add): void {
  for (const part of text.split('.').slice(0, 2))
    add('base64', Buffer.from(part, 'base64url').toString('utf8'))
}

/** gzip (RFC 1952), zlib (RFC 1950) or bare deflate, as SAML packs its requests. */
function unpack(bytes: Buffer): string {
  const options = { maxOutputLength: limits.tokenBytesMax }
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b
  const isZlib = bytes[0] === 0x78
  if (!isGzip && !isZlib && !mayBeDeflate(bytes)) return ''
  try {
    const unpacked = isGzip
      ? gunzipSync(bytes, options)
      : isZlib
        ? inflateSync(bytes, options)
        : inflateRawSync(bytes, options)
    return unpacked.toString('utf8')
  } catch {
    return ''
  }
}

/**
 * Whether bytes begin like a bare deflate stream of one block (RFC 1951 §3.2.3: last block, fixed or
 * dynamic codes). Most tokens are random and a trial that fails costs as much as reading a mail's header.
 */
function mayBeDeflate(bytes: Buffer): boolean {
  const head = (bytes[0] ?? 0) & 7
  return bytes.length >= BARE_DEFLATE_BYTES_MIN && (head === 3 || head === 5)
}

/** Shorter texts do not become shorter by packing. */
const BARE_DEFLATE_BYTES_MIN = 24

function isReadable(text: string): boolean {
  return text.length >= 4 && !/[\p{Cc}\p{Cn}\p{Co}\ufffd]/u.test(text)
}
