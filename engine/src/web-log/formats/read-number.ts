import type { Buffer } from 'node:buffer'

/** Decimal digits as a number; -1 when there are none, other signs, or more than 15. */
export function readNumber(bytes: Buffer, start: number, end: number): number {
  if (end <= start || end - start > 15) return -1
  let value = 0
  for (let at = start; at < end; at++) {
    const digit = (bytes[at] ?? 0) - 0x30
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

/** A status as HTTP knows them (RFC 9110 §15), 0 for a dash; -1 when it is none. */
export function readStatus(bytes: Buffer, start: number, end: number): number {
  if (end - start === 1 && bytes[start] === 0x2d) return 0
  if (end - start !== 3) return end - start === 1 && bytes[start] === 0x30 ? 0 : -1
  const status = readNumber(bytes, start, end)
  return status >= 100 && status <= 999 ? status : status === 0 ? 0 : -1
}
