import { limits } from '../../limits.ts'

/** The target of a request as a server may come to read it, with where each byte came from. */
export class DecodedTarget {
  readonly bytes = new Uint8Array(limits.logLineBytesMax)
  readonly origins = new Uint32Array(limits.logLineBytesMax)
  length = 0
  /** Where the query begins; the length when there is none. */
  queryAt = 0
}

/** Times a target is decoded: filters are passed by with two, real traffic needs one. */
const ROUNDS_MAX = 3

/**
 * Decodes percent signs as long as there are any, as the chain of proxy, server and program would: `%252e` is a
 * dot for the last of them. IIS knows `%u002e`, and old decoders read the overlong `%c0%ae` as a dot (CVE-2000-0884).
 */
export function decodeTarget(
  source: Uint8Array,
  start: number,
  end: number,
  into: DecodedTarget,
): void {
  const { bytes, origins } = into
  const length = Math.min(end - start, bytes.length)
  for (let at = 0; at < length; at++) {
    bytes[at] = source[start + at] ?? 0
    origins[at] = start + at
  }
  into.length = length
  for (let round = 0; round < ROUNDS_MAX; round++) if (!decodeOnce(into)) break
  const question = bytes.subarray(0, into.length).indexOf(0x3f)
  into.queryAt = question < 0 ? into.length : question
  foldSpaces(into)
}

/** One round in place: what is written is never longer than what was read. */
function decodeOnce(target: DecodedTarget): boolean {
  const { bytes, origins, length } = target
  let to = 0
  let hasChanged = false
  for (let at = 0; at < length; ) {
    const wide = bytes[at] === 0x25 && ((bytes[at + 1] ?? 0) | 0x20) === 0x75
    const digits = wide ? 4 : 2
    const from = at + (wide ? 2 : 1)
    const value = bytes[at] === 0x25 && from + digits <= length ? hexAt(bytes, from, digits) : -1
    origins[to] = origins[at] ?? 0
    if (value < 0) {
      bytes[to++] = bytes[at++] ?? 0
      continue
    }
    bytes[to++] = value > 0xff ? narrow(value) : value
    at = from + digits
    hasChanged = true
  }
  target.length = to
  return foldOverlong(target) || hasChanged
}

function hexAt(bytes: Uint8Array, at: number, digits: number): number {
  let value = 0
  for (let place = at; place < at + digits; place++) {
    const digit = hexDigit(bytes[place] ?? 0)
    if (digit < 0) return -1
    value = value * 16 + digit
  }
  return value
}

function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const letter = byte | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}

/** Full-width forms (U+FF01 to U+FF5E) and the division slash, which IIS maps to ASCII. */
function narrow(value: number): number {
  if (value >= 0xff01 && value <= 0xff5e) return value - 0xfee0
  return value === 0x2215 || value === 0x2044 ? 0x2f : 0x3f
}

/** `c0 ae` and `e0 80 ae` are no UTF-8 (RFC 3629 §3), yet were read as ASCII. */
function foldOverlong(target: DecodedTarget): boolean {
  const { bytes, origins, length } = target
  let to = 0
  for (let at = 0; at < length; ) {
    const lead = bytes[at] ?? 0
    const [second = 0, third = 0] = [bytes[at + 1], bytes[at + 2]]
    origins[to] = origins[at] ?? 0
    if ((lead === 0xc0 || lead === 0xc1) && second >= 0x80 && second <= 0xbf) {
      bytes[to++] = ((lead & 1) << 6) | (second & 0x3f)
      at += 2
    } else if (
      lead === 0xe0 &&
      second <= 0x81 &&
      second >= 0x80 &&
      third >= 0x80 &&
      third <= 0xbf
    ) {
      bytes[to++] = ((second & 1) << 6) | (third & 0x3f)
      at += 3
    } else bytes[to++] = bytes[at++] ?? 0
  }
  target.length = to
  return to !== length
}

/** In the query `+` and SQL's empty comment stand for spaces, and many spaces for one. */
function foldSpaces(target: DecodedTarget): void {
  const { bytes, origins, length, queryAt } = target
  let to = queryAt
  for (let at = queryAt; at < length; ) {
    const isComment = bytes[at] === 0x2f && bytes[at + 1] === 0x2a
    const close = isComment ? endOfComment(bytes, at + 2, length) : 0
    const byte = bytes[at] ?? 0
    const isSpace =
      byte === 0x2b || byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d
    origins[to] = origins[at] ?? 0
    at = close > 0 ? close : at + 1
    if (close === 0 && !isSpace) bytes[to++] = byte
    else if (to === 0 || bytes[to - 1] !== 0x20) bytes[to++] = 0x20
  }
  target.length = to
}

const COMMENT_BYTES_MAX = 40

function endOfComment(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at + 1 < end && at < start + COMMENT_BYTES_MAX; at++)
    if (bytes[at] === 0x2a && bytes[at + 1] === 0x2f) return at + 2
  return 0
}
