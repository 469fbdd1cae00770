/**
 * Characters a reader cannot see or that change the order of what is read: format, control and
 * private-use characters, odd spaces, Hangul fillers.
 * Left out: tab and line break (laid out as such), the emoji selector U+FE0F and the ideographic
 * variation selectors, which ordinary Japanese text uses.
 */
const INVISIBLE =
  /(?![\t\n\r\ufe0f])[\p{Cf}\p{Cc}\p{Co}\p{Zl}\p{Zp}\u00a0\u115f\u1160\u180b-\u180e\u2000-\u200a\u202f\u205f\u3164\ufe00-\ufe0e\uffa0]/gu

export interface Invisible {
  readonly start: number
  readonly end: number
  /** Name to show in its box, such as `U+202E`. */
  readonly name: string
}

/** Every invisible or order-changing character, in order. Offsets are UTF-16 units. */
export function findInvisible(text: string): Invisible[] {
  return Array.from(text.matchAll(INVISIBLE), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    name: toCodePointName(match[0]),
  }))
}

function toCodePointName(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
}
