import type { MailAddress } from '../message.ts'
import type { QuoteLine } from '../quotes/quote-line.ts'

/** Who passes a mail on, as his own mail names him. */
export type Forwarder = Pick<MailAddress, 'displayName'>

/** Lines with letters at the end that are looked at, and how long a signature with its disclaimer is at most. */
const TAIL_LINES = 24
const NAME_CHARS_MIN = 2
/** A name with a department, a telephone number and a link. */
const NAME_LINE_CHARS_MAX = 120

/** How mail programs end what they quote: Becky!, Lotus Notes, and those who copied them. */
const END_MARK =
  /^\s*[-=_*─━]{2,60}\s{0,8}(?:original message ends?|end of (?:the )?(?:original|forwarded) message|(?:元の|転送)?(?:メール|メッセージ)?(?:は)?ここまで|転送(?:メール|メッセージ)?(?:終わり|終了)|以上、?元の(?:メール|メッセージ))\s{0,8}[-=_*─━]{2,60}\s*$/iu
/** RFC 3676 §4.3, and what people draw instead. */
const DELIMITER = /^--\s*$/u
const RULE = /^\s*([-=*_#+~─━―－＊＝■◆◇☆★∞▽△.]\s?)\1{4,}\s*$/u
/** What stands in a signature and hardly in a letter: how somebody is reached, where he sits. */
const CONTACT =
  /(?:tel|fax|phone|mobile|直通|電話|携帯|内線)\s?[.:：）)]?\s?[(+（]?\d|〒\s?\d{3}|株式会社|有限会社|\(株\)|（株）|[^\s@]@[^\s@]{1,200}\.[a-z]|(?:部|課|室|グループ|センター)$|\b(?:co\.,? ?ltd|inc|gmbh|department)\b/iu
/** What a company has written under all its mail. */
const DISCLAIMER =
  /(?:本|この|当)(?:e)?(?:メール|メッセージ|電子メール)[^。\n]{0,60}(?:機密|秘密|親展|名宛人|受信者|宛先|受取人)|誤(?:って|送信)[^。\n]{0,30}(?:受信|送信|届|削除|破棄)|(?:機密|秘密)情報[^。\n]{0,20}含|intended (?:only |solely )?for the|confidential|privileged|(?:if you (?:have )?(?:are not|received)[^.\n]{0,40}(?:recipient|error))|please consider the environment|印刷する前に/iu
/** Whom a line speaks to, not who writes it. */
const GREETING = /様|さま|さん|殿|御中|先生|各位|^\s*(?:dear|hi|hello|to|宛先|cc)\b/iu

/**
 * Where in a mail that was rebuilt from a forward that may begin which the forwarder, his mail program or his gateway
 * wrote below it: after a mark that ends the quotation, from a signature, his name or a disclaimer on. The attacker can
 * write each of them too, so that what stands there is asked about.
 */
export function findBelow(lines: readonly QuoteLine[], forwarder: Forwarder): number | undefined {
  const mark = lines.findLast(({ text }) => END_MARK.test(text))
  if (mark !== undefined) return mark.start
  const filled = lines.flatMap(({ text }, at) => (text.trim() === '' ? [] : [at]))
  const tail = filled.slice(-TAIL_LINES).map((at) => lines[at] ?? NO_LINE)
  const names = toNames(forwarder)
  return (
    tail.find(({ text }, at) => isSignature(text, tail.slice(at + 1), names))?.start ??
    findLastWords(tail, names)
  )
}

const NO_LINE: QuoteLine = { text: '', start: 0, end: 0 }

/** Under two hyphens stands a signature; under a rule it does where the lines up to the next look like one. */
function isSignature(text: string, below: readonly QuoteLine[], names: readonly string[]): boolean {
  if (below.length === 0) return false
  if (DELIMITER.test(text)) return true
  if (!RULE.test(text)) return isNameLine(text, names)
  const end = below.findIndex((line) => RULE.test(line.text))
  const block = end < 0 ? below : below.slice(0, end)
  return block.some((line) => CONTACT.test(line.text) || isNameLine(line.text, names))
}

/** A disclaimer, or what names the forwarder beside a link, as the last line. */
function findLastWords(tail: readonly QuoteLine[], names: readonly string[]): number | undefined {
  const found = tail.slice(-LAST_LINES).find(({ text }) => DISCLAIMER.test(text))
  const last = tail.at(-1)
  return found?.start ?? (last && isNameLine(last.text, names) ? last.start : undefined)
}
const LAST_LINES = 6

/** A short line, for a letter that speaks of somebody says more. */
function isNameLine(text: string, names: readonly string[]): boolean {
  if (text.length > NAME_LINE_CHARS_MAX || GREETING.test(text)) return false
  const line = fold(text)
  return names.some((name) => line.includes(name))
}

/** His shown name and its words; his address stands in the attack as well, and is told from it by nothing. */
function toNames({ displayName }: Forwarder): readonly string[] {
  const whole = fold(displayName.split(/[(（]/u, 1).join(''))
  const words = displayName.includes('@') ? [] : displayName.split(/[\s,()（）]+/u).map(fold)
  return [...new Set([whole, ...words])].filter(isTelling)
}

/** Two signs of Japanese say a name; letters only where there are as many as in one. */
const isTelling = (name: string): boolean =>
  name.length >= (/^[\p{Script=Latin}\d.@_+-]+$/u.test(name) ? LATIN_CHARS_MIN : NAME_CHARS_MIN)
const LATIN_CHARS_MIN = 4

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s"',]/gu, '')
