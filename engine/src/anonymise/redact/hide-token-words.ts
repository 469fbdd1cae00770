import { isWord } from './is-made-of-words.ts'
import { isUsualNumber } from './usual-parts.ts'

/** Numbers with their points and commas, and words of Latin letters and digits; other scripts stay. */
const WORDS =
  /(?<![\p{Script=Latin}\p{N}])\p{Nd}{1,4}(?:[.,:/-]\p{Nd}{1,4}){1,4}(?![\p{Script=Latin}\p{N}])|[\p{Script=Latin}\p{N}]+/gu

/** A subject or file name in which every word that may be a code for its recipient has become `****` (T20). */
export const hideTokenWords = (text: string): string =>
  text.replace(WORDS, (word) => (isWord(word) || isNumberOfParts(word) ? word : '****'))

/** `50,000`, `1.2.3`, `2026-11`: usual numbers one by one, or as one. */
function isNumberOfParts(word: string): boolean {
  const parts = word.normalize('NFKC').split(/[.,:/-]/u)
  if (parts.length < 2) return false
  return parts.every(isUsualNumber) || isUsualNumber(parts.join(''))
}
