import type { PlaceholderKind } from './words.ts'

/** A digit in any way a letter writer writes one: 7, 七, 〇. */
const DIGIT = String.raw`[\d〇○零一二三四五六七八九]`
const KANJI_DIGIT = '[〇○零一二三四五六七八九]'
const SPOKEN = '(?:ゼロ|レイ|マル|イチ|ニイ?|サン|ヨン|ゴー?|ロク|ナナ|シチ|ハチ|キュウ)'
const ENGLISH = '(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)'

/**
 * Numbers of telephones, accounts and documents that are not written as such: digit by digit, in kanji, as they are
 * spoken, with signs that set no number apart elsewhere. Global; every repetition is bounded.
 */
export const WRITTEN_NUMBERS: readonly {
  readonly kind: PlaceholderKind
  readonly pattern: RegExp
}[] = [
  { kind: 'document-number', pattern: /(?<![\d.,-])\d(?:[ -]\d){5,15}(?![\d-])/gu },
  {
    kind: 'document-number',
    pattern: new RegExp(
      `(?<!${KANJI_DIGIT})${KANJI_DIGIT}{6,16}(?!${KANJI_DIGIT}|[十百千万億兆])`,
      'gu',
    ),
  },
  {
    kind: 'document-number',
    pattern: new RegExp(
      String.raw`(?<![ァ-ヺー])(?:${SPOKEN}|${KANJI_DIGIT}|\d){0,12}(?:${SPOKEN}){3}(?:[・ 　-]?(?:${SPOKEN}|${KANJI_DIGIT}|\d)){3,16}(?![ァ-ヺー])`,
      'gu',
    ),
  },
  {
    kind: 'document-number',
    pattern: new RegExp(String.raw`\b${ENGLISH}(?:[ ,-]{1,2}${ENGLISH}){5,19}\b`, 'giu'),
  },
  {
    kind: 'document-number',
    pattern: /(?<![A-Za-z\d/])[A-Z]{2,6}\/\d{2,4}\/\d{1,4}(?:\/\d{1,8})?(?![\d/])/gu,
  },
  {
    kind: 'phone',
    pattern: new RegExp(
      // As many digits as a number in Japan has: 07.11.2026 is a day.
      `(?<!${DIGIT}|[-/.])(?=(?:${DIGIT}[-/.]?){10,11}(?!${DIGIT}))[0〇○零]${DIGIT}{1,3}[-/.]${DIGIT}{2,4}[-/.]${DIGIT}{3,4}(?!${DIGIT}|[-/.]${DIGIT})`,
      'gu',
    ),
  },
  { kind: 'phone', pattern: /(?:内線|\bextension|\bext)[\s:：.]{0,3}\d{2,6}(?!\d)/giu },
]
