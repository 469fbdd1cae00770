import { inflateSync } from 'node:zlib'
import { limits } from '../../limits.ts'
import { decodePercent } from './decode-percent.ts'

const WEB_ADDRESS = /^https?:[\\/]{1,4}[^\s\\/]/i
/** `http` in hexadecimal. */
export const HEX_ADDRESS = /^68747470(?:73)?3a2f2f[\da-f]{8,}$/i
const BASE64 = /^[\w+/-]{14,}={0,2}$/

/**
 * The web address that a parameter or a piece of a path holds: as it is, percent-encoded once more,
 * in Base64, or inside Base64 as JSON or packed by zlib, as click counters write it.
 */
export function readTarget(text: string): string | undefined {
  const value = text.trim()
  if (value.length < 8 || value.length > limits.urlCharsMax) return undefined
  if (WEB_ADDRESS.test(value)) return value
  if (/^\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/?#]|$)/i.test(value)) return `https:${value}`
  if (/^https?%3a/i.test(value)) return readTarget(decodePercent(value))
  if (HEX_ADDRESS.test(value)) return readTarget(Buffer.from(value, 'hex').toString('utf8'))
  return BASE64.test(value) ? readEncoded(Buffer.from(value, 'base64')) : undefined
}

function readEncoded(bytes: Buffer): string | undefined {
  const first = bytes[0]
  // `h` of http, `{` of JSON, and the first byte of zlib (RFC 1950); anything else is no address.
  if (first === 0x78) return findAddress(inflate(bytes))
  if (first === 0x7b) return findAddress(bytes.toString('utf8'))
  const text = bytes.toString('utf8')
  return /^https?:\/\/[\x21-\x7e]+$/i.test(text) ? text : undefined
}

/** The first address in JSON, also in JSON written as a string inside JSON. */
function findAddress(json: string): string | undefined {
  const plain = json.replace(/(?<!\\)\\+\//g, '/')
  return /https?:\/\/[^"'\\\s<>]{4,4096}/i.exec(plain)?.[0]
}

function inflate(bytes: Buffer): string {
  try {
    return inflateSync(bytes, { maxOutputLength: limits.tokenBytesMax }).toString('utf8')
  } catch {
    return ''
  }
}

/** A reader of the first of these parameters that holds a web address. */
export function fromQuery(...names: readonly string[]): (url: URL) => string | undefined {
  return (url) => {
    for (const name of names) {
      const value = url.searchParams.get(name)
      const target = value === null ? undefined : (readTarget(value) ?? toBareHost(value))
      if (target !== undefined) return target
    }
    return undefined
  }
}

/** A host without its scheme, as some services shorten it. */
function toBareHost(value: string): string | undefined {
  return /^(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,24}(?:[/?#]\S*)?$/i.test(value)
    ? `https://${value}`
    : undefined
}

/** The address written into the path, encoded in one piece or with all that follows it. */
export function fromPath(url: URL): string | undefined {
  const { pathname } = url
  const at = pathname.search(/\/https?(?::|%3a)/i)
  if (at < 0) return undefined
  const rest = pathname.slice(at + 1)
  const piece = rest.slice(0, (rest.indexOf('/') + 1 || rest.length + 1) - 1)
  const isOnePiece = /%2f/i.test(piece)
  const written = isOnePiece ? decodePercent(piece) : `${rest}${url.search}${url.hash}`
  return readTarget(written.replace(/^(https?:)\/?(?!\/)/i, '$1//'))
}
