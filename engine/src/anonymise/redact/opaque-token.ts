import { isMadeOfWords } from './is-made-of-words.ts'
import type { NameIndex } from './match-names.ts'
import { readCode } from './read-code.ts'

/**
 * Whether a part of a link or an address may identify its recipient (T19, T20): what is not made of words and usual
 * numbers, escapes, addresses. Such tokens are never published, even when nobody can read them: the attacker can
 * look up whom he gave one to.
 */
export function isOpaque(part: string): boolean {
  if (VERSION.test(part)) return false
  if (/[@%=+]/u.test(part) || GROUPS.test(part) || /^xn--/iu.test(part)) return true
  const longestWord = Math.max(0, ...part.split(/[-_.~!]/u).map((word) => word.length))
  return longestWord >= 24 || !isMadeOfWords(part)
}

/** `v131.0.1`: as programs are numbered. What has more digits behind the first point may be a code. */
const VERSION = /^v\d{1,3}(?:\.\d){1,2}$/u

/** Bytes one by one: `6b-2d-6e-61`, `107.45.110.97`. */
const GROUPS = /^(?:[0-9a-f]{2}[-.:]){4}|^(?:\d{1,3}[-.:]){4}/iu

/** Whether a value or a piece of it says a known name, plainly or encoded. */
export function saysName(value: string, names: NameIndex): boolean {
  const pieces = value.split(/[.+_=]/u).filter((piece) => piece.length >= PIECE_MIN)
  return [value, ...pieces].some((piece) => readToken(piece).some((text) => names.has(text)))
}
/** Three letters in Base64. */
const PIECE_MIN = 4

/** What a token says when it is decoded in the usual ways; shown to the hub, never shared. */
export function readToken(part: string): readonly string[] {
  const plain = decodePercent(decodePercent(part))
  const candidates = [plain]
  if (/^[\w+/=-]{4,2000}$/u.test(plain)) {
    // Node reads both alphabets of Base64 (RFC 4648 §4 and §5).
    candidates.push(Buffer.from(plain, 'base64').toString())
  }
  return [...candidates, ...readCode(plain)].filter((text) => !text.includes('\ufffd'))
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
