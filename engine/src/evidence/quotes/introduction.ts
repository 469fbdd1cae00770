import { LINE_CHARS_MAX, type QuoteLine } from './quote-line.ts'

const MONTHS =
  'jan|feb|fév|mar|mär|apr|avr|may|mai|jun|juin|jul|juil|aug|août|sep|oct|okt|nov|dec|dez|déc'
const DAY = new RegExp(
  String.raw`\d{4}\s?[年년/.-]\s?\d{1,2}|\d{1,2}\.?\s(?:de\s|thg\s)?[\p{L}\p{M}.\d]{1,12},?\s(?:de\s)?20\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|(?:${MONTHS})[a-zé]{0,7}\.?\s\d{1,2}|\d{1,2}\.?\s(?:${MONTHS})`,
  'iu',
)
const VERBS =
  'wrote|writes|schrieb|a écrit|ha scritto|escribió|escreveu|schreef|skrev|napisał|pisze|napsal|yazdı|kirjoitti|написал|пишет|пише|đã viết|เขียน|작성|写道|寫道|書きました|書いています|のメール'
const VERB = new RegExp(VERBS, 'iu')
/** A verb that ends a line: who wrote below, without the day. */
const LAST_VERB = new RegExp(String.raw`(?:${VERBS})a?\s{0,4}[:：。]?\s{0,4}$`, 'iu')
/** Somebody by name, or the number of his mail, wrote what follows: groupware and news programs leave the day out. */
const UNDATED =
  /^\s{0,4}[^\n、。:：]{1,40}(?:さん|様|氏|君)(?:は|が)(?:次のように)?(?:書きました|書いています)\s{0,4}[:：。]?$|^\s{0,4}In (?:the )?(?:message|article) <[^<>\s]{3,200}>[^\n]{0,80}(?:wrote|writes)\s?:$/iu
const ENDING = /(?:[:：]|書きました。?)\s{0,8}$/u

/**
 * "On Friday, Ingrid <i@a.example> wrote:", "2026年11月20日(金) 10:00 山田 <y@a.example>:": the day, who, and that what
 * follows is theirs. Nothing need mark the lines that follow.
 */
const isWhole = (text: string): boolean => UNDATED.test(text) || isDated(text)

const isDated = (text: string): boolean =>
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
