import { toKnownMoment } from '../evidence/headers/known-moment.ts'

/**
 * Little-endian numbers of binary formats. Bytes behind the end read as 0: a file that was cut off
 * then has empty tables, and no reader needs a check at every step.
 */
export function readU8(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0
}

export function readU16(bytes: Uint8Array, at: number): number {
  return readU8(bytes, at) | (readU8(bytes, at + 1) << 8)
}

export function readU32(bytes: Uint8Array, at: number): number {
  return (readU16(bytes, at) | (readU16(bytes, at + 2) << 16)) >>> 0
}

/** 64 bits as a number; exact up to 2^53, and nothing in a file is larger than that. */
export function readU64(bytes: Uint8Array, at: number): number {
  return readU32(bytes, at) + readU32(bytes, at + 4) * 2 ** 32
}

/** Text in one-byte characters up to a NUL, at most `charsMax` of them. */
export function readAsciiZ(bytes: Uint8Array, at: number, charsMax: number): string {
  if (at < 0 || at >= bytes.length) return ''
  const window = bytes.subarray(at, at + charsMax)
  const end = window.indexOf(0)
  return toLatin1(end < 0 ? window : window.subarray(0, end))
}

/** Text in UTF-16LE up to a NUL, at most `charsMax` code units. */
export function readUtf16Z(bytes: Uint8Array, at: number, charsMax: number): string {
  if (at < 0) return ''
  const text = readUtf16(bytes, at, charsMax)
  const end = text.indexOf('\0')
  return end < 0 ? text : text.slice(0, end)
}

/** Exactly this many UTF-16LE code units, fewer at the end of the bytes. */
export function readUtf16(bytes: Uint8Array, at: number, chars: number): string {
  const window = bytes.subarray(at, at + chars * 2)
  return Buffer.from(window.buffer, window.byteOffset, window.length & ~1).toString('utf16le')
}

/** A moment as Windows writes it (FILETIME: 100 ns since 1601); undefined when it is none, or a broken clock's. */
export function readFileTime(bytes: Uint8Array, at: number): Date | undefined {
  const ticks = readU64(bytes, at)
  if (ticks === 0) return undefined
  const moment = toKnownMoment(ticks / 10_000 - 11_644_473_600_000)
  return moment === undefined || moment.getUTCFullYear() > 2200 ? undefined : moment
}

function toLatin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
}
