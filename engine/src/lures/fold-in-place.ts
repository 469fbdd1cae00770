/** A unit that the scan passes over; it fills the places of what a fold leaves out. */
const FILLER = '\u200b'

/** Signs that one unit of a table cannot fold: pairs, half-width kana with their marks, decomposed kana. */
const PAIRED =
  /[\ud835\ud83c][\udc00-\udfff]|[\uff61-\uff9f][\uff9e\uff9f]|[\u3040-\u30ff][\u3099\u309a]/g
const HAS_PAIRED = /[\ud835\ud83c\uff9e\uff9f\u3099\u309a]/

/** `P a y p a l`, `P.a.y.p.a.l`: letters set apart so that no filter reads the word. */
const SPACED = /(?<![\p{L}\p{N}])\p{L}([ ._*-])\p{L}(?:\1\p{L}){2,40}(?![\p{L}\p{N}])/gu
const HAS_SPACED = /[ ._*-]\p{L}[ ._*-]\p{L}[ ._*-]/u

/**
 * The text with mathematical letters, split kana and spaced-out words written plainly, every unit
 * where it stood before: a place in the result is the same place in the text.
 */
export function foldInPlace(text: string): string {
  const composed = HAS_PAIRED.test(text) ? text.replace(PAIRED, composePair) : text
  return HAS_SPACED.test(composed) ? composed.replace(SPACED, joinLetters) : composed
}

function composePair(pair: string): string {
  const plain = pair.normalize('NFKC')
  return plain.length <= pair.length ? plain.padEnd(pair.length, FILLER) : pair
}

function joinLetters(word: string, separator: string): string {
  return word.replaceAll(separator, FILLER)
}
