import { decodePercents } from './fold-calls.ts'

/** Characters of a string that are tried; what is behind it is of the same kind. */
const TRIED_CHARS = 4_000
const CHARS_MIN = 24

/** Text that shows a page or a script: nothing else is worth another round. */
const TELLING =
  /<(?:html|body|script|form|iframe|meta|input|a\s|div|img|svg|title)\b|https?:\/\/[\w-]|document\.(?:write|location)|window\.|location\.|\batob\(|eval\(|function\s*\(/i

export function isTelling(text: string): boolean {
  return TELLING.test(text.slice(0, 100_000))
}

/** The words that tell, with some letters behind them; empty when there are none. */
export function findTelling(text: string): string {
  const match = TELLING.exec(text.slice(0, 100_000))
  return match === null ? '' : text.slice(match.index, match.index + match[0].length + 4)
}

/**
 * Readings of a string that no function of the script is seen to make, because it is decoded by one
 * of the sender's own: Base64, percent signs, hexadecimal, backwards, or XOR with one byte.
 */
export function guessEncodings(text: string, mayBeXored: boolean): readonly string[] {
  if (text.length < CHARS_MIN) return []
  const readings: string[] = []
  const keep = (reading: string) => {
    if (isTelling(reading)) readings.push(reading)
  }
  if (/%[0-9a-f]{2}/i.test(text.slice(0, TRIED_CHARS))) keep(decodePercents(text))
  const bytes = toBytes(text)
  if (bytes !== undefined) keep(bytes.toString('utf8'))
  const backwards = toBytes(reverse(text))
  if (backwards !== undefined) keep(backwards.toString('utf8'))
  if (/ptth|lmth<|tpircs/i.test(text)) keep(reverse(text))
  if (mayBeXored) {
    const key = findXorKey(bytes ?? Buffer.from(text, 'latin1'))
    if (key !== undefined) keep(xor(bytes ?? Buffer.from(text, 'latin1'), key))
  }
  return readings
}

function toBytes(text: string): Buffer | undefined {
  const packed = text.replace(/\s+/g, '')
  if (packed.length % 2 === 0 && /^[0-9a-f]+$/i.test(packed)) return Buffer.from(packed, 'hex')
  return /^[A-Za-z0-9+/_-]{20,}={0,2}$/.test(packed) ? Buffer.from(packed, 'base64') : undefined
}

function reverse(text: string): string {
  return Array.from(text).toReversed().join('')
}

/** The one byte that turns the beginning into something that tells. */
function findXorKey(bytes: Buffer): number | undefined {
  const head = bytes.subarray(0, TRIED_CHARS / 4)
  for (let key = 1; key < 256; key++) if (isTelling(xor(head, key))) return key
  return undefined
}

function xor(bytes: Buffer, key: number): string {
  return Buffer.from(bytes.map((byte) => byte ^ key)).toString('utf8')
}
