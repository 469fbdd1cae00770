import { LINE_CHARS_MAX, type QuoteLine } from './quote-line.ts'

const MONTHS =
  'jan|feb|fév|mar|mär|apr|avr|may|mai|jun|juin|jul|juil|aug|août|sep|oct|okt|nov|dec|dez|déc'
const DAY = new RegExp(
  String.raw`\d{4}\s?[年/.-]\s?\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|(?:${MONTHS})[a-zé]{0,7}\.?\s\d{1,2}|\d{1,2}\.?\s(?:${MONTHS})`,
  'iu',
)
const VERB = /wrote|writes|schrieb|a écrit|ha scritto|escribió|書きました|書いています|のメール/iu
/** A verb that ends a line: who wrote below, without the day. */
const LAST_VERB =
  /(?:wrote|writes|schrieb|a écrit|書きました|書いています|のメール)\s{0,4}[:：。]?\s{0,4}$/iu
const ENDING = /(?:[:：]|書きました。?)\s{0,8}$/u

/**
 * "On Friday, Ingrid <i@a.example> wrote:", "2026年11月20日(金) 10:00 山田 <y@a.example>:": the day, who, and that what
 * follows is theirs. Nothing need mark the lines that follow.
 */
const isWhole = (text: string): boolean =>
  ENDING.test(text) && DAY.test(text) && (text.includes('@') || VERB.test(text))

/** How many lines from here introduce a quoted mail: a program may fold its one line once. */
export function countIntroducing(lines: readonly QuoteLine[], at: number): number {
  const first = lines[at]?.text.trimEnd() ?? ''
  if (first === '') return 0
  if (isWhole(first)) return 1
  if (first.length >= LINE_CHARS_MAX / 2 || !DAY.test(first)) return 0
  const next = lines[at + 1]?.text.trimEnd() ?? ''
  return next !== '' && isWhole(`${first} ${next}`) ? 2 : 0
}

/** Says who wrote the marked lines below it, and without such lines nothing. */
export const isBareIntroduction = ({ text }: QuoteLine): boolean => LAST_VERB.test(text)
