import type { NameIndex } from './match-names.ts'

/**
 * Whether a part of a link may identify its recipient (T19, T20): long mixtures of letters and digits,
 * numbers, escapes, addresses. Such tokens are never published, even when nobody can read them: the
 * attacker can look up whom he gave one to.
 */
export function isOpaque(part: string): boolean {
  if (/[@%=+]/u.test(part) || /^\d{4,}$/u.test(part)) return true
  if (/^[0-9a-f]{8,}$/iu.test(part) && /\d/u.test(part)) return true
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(part)) return true
  if (GROUPS.test(part) || /^xn--/iu.test(part)) return true
  const longestWord = Math.max(0, ...part.split(/[-_.~!]/u).map((word) => word.length))
  if (longestWord >= 24) return true
  return longestWord >= 8 && changesOfKind(part) >= 2
}

/** Bytes one by one: `6b-2d-6e-61`, `107.45.110.97`. */
const GROUPS = /^(?:[0-9a-f]{2}[-.:]){4}|^(?:\d{1,3}[-.:]){4}/iu

/** Whether a value or a piece of it says a known name, plainly or encoded. */
export function saysName(value: string, names: NameIndex): boolean {
  const pieces = value.split(/[.+_=]/u).filter((piece) => piece.length >= PIECE_MIN)
  return [value, ...pieces].some((piece) => readToken(piece).some((text) => names.has(text)))
}
/** Three bytes in hexadecimal. */
const PIECE_MIN = 6

/** Changes between small letters, capitals and digits: `dGVzdDEy` has several, `invoice2` one. */
function changesOfKind(part: string): number {
  const kinds = part.replace(/[a-z]/gu, 'a').replace(/[A-Z]/gu, 'B').replace(/\d/gu, '0')
  const runs = kinds.replace(/(.)\1+/gu, '$1').replace(/^Ba/u, 'a')
  return Math.max(0, runs.replace(/[^aB0]/gu, '').length - 1)
}

/** What a token says when it is decoded in the usual ways; shown to the hub, never shared. */
export function readToken(part: string): readonly string[] {
  const plain = decodePercent(decodePercent(part))
  const candidates = [plain]
  if (/^[\w+/=-]{6,2000}$/u.test(plain)) {
    candidates.push(Buffer.from(plain.replace(/-/gu, '+').replace(/_/gu, '/'), 'base64').toString())
  }
  if (/^(?:[0-9a-f]{2}){4,1000}$/iu.test(plain)) {
    candidates.push(Buffer.from(plain, 'hex').toString())
  }
  return candidates.filter((text) => !text.includes('\ufffd'))
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
