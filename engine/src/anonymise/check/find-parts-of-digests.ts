/** Eight bytes of a digest: nobody has them but by it. Signs of hexadecimal, Base32 and Base64 hold four, five and six bits. */
const RUNS = { hex: 16, base32: 13, base64: 11 } as const

/**
 * Searches texts for parts of these digests: cut short, with signs between its bytes, or its bytes in Base32 or Base64.
 * Built once for all texts, since a thousand digests take a sixth of a second.
 */
export function buildDigestPartSearch(
  digests: readonly string[],
): (text: string) => readonly string[] {
  const codes = digests.map((digest) => ({ digest, bytes: Buffer.from(digest, 'hex') }))
  const small = codes.map(({ digest }) => [digest, digest.toLowerCase()] as const)
  const coded = codes.map(({ digest, bytes }) => [digest, toBase32(bytes)] as const)
  const mixed = codes.map(({ digest, bytes }) => [digest, bytes.toString('base64url')] as const)
  const findInHex = buildRunSearch(small, RUNS.hex)
  const findInBase32 = buildRunSearch(coded, RUNS.base32)
  const findInBase64 = buildRunSearch(mixed, RUNS.base64)
  return (text) => {
    const plain = text.normalize('NFKC')
    const bare = toBare(plain)
    // Pieces that are counted: 1) 9bcef2a9e273 2) …
    const uncounted = toBare(plain.replace(COUNTS, ' '))
    const base64 = plain.replace(/\+/gu, '-').replace(/\//gu, '_')
    const found = new Set([
      ...[bare, uncounted].flatMap((one) => [...findInHex(one), ...findInBase32(one)]),
      ...[base64, base64.replace(/\s/gu, '')].flatMap((one) => [...findInBase64(one)]),
      ...findInHex(toHex(plain)),
    ])
    return [...found]
  }
}

const COUNTS = /(?<![\p{L}\p{N}])\d{1,2}[).:、]\s/gu
const KANJI_DIGITS = '〇一二三四五六七八九'

const toBare = (plain: string): string =>
  plain
    .toLowerCase()
    .replace(/[〇一二三四五六七八九]/gu, (digit) => String(KANJI_DIGITS.indexOf(digit)))
    .replace(/\\x|\b0x|%/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, '')

/** Bytes written as decimal numbers, eight of them and more in a row. */
const toHex = (plain: string): string =>
  [...plain.matchAll(BYTES)]
    .map(([row]) => (row.match(/\d+/gu) ?? []).map(toByte).join(''))
    .join(' ')
const BYTES = /(?<!\d)\d{1,3}(?:[,;\s]{1,3}\d{1,3}){7,300}(?!\d)/gu
const toByte = (number: string): string => Number(number).toString(16).padStart(2, '0')

type Code = readonly [digest: string, code: string]

function buildRunSearch(
  codes: readonly Code[],
  length: number,
): (text: string) => ReadonlySet<string> {
  const runs = new Map<string, string>()
  for (const [digest, code] of codes)
    for (let at = 0; at + length <= code.length; at += 1)
      runs.set(code.slice(at, at + length), digest)
  return (text) => {
    const found = new Set<string>()
    for (let at = 0; at + length <= text.length; at += 1) {
      const digest = runs.get(text.slice(at, at + length))
      if (digest !== undefined) found.add(digest)
    }
    return found
  }
}

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567'

function toBase32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  const fives = bits.match(/.{5}/gu) ?? []
  return fives.map((five) => BASE32[Number.parseInt(five, 2)]).join('')
}
