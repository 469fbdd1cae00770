import { isLureWord } from '../../register/lure-words.ts'
import { ORDINARY_WORDS } from './ordinary-words.ts'
import type { PlaceholderKind } from './words.ts'
import { WRITTEN_NUMBERS } from './written-numbers.ts'

/** Something that points at a person or a company by its form alone, known or not. */
export interface PersonalMatch {
  readonly start: number
  readonly end: number
  readonly kind: PlaceholderKind
}

interface PersonalPattern {
  readonly kind: PlaceholderKind
  /** Global. Every repetition is bounded: the text is hostile. */
  readonly pattern: RegExp
}

/** Later patterns win where two overlap, so general ones stand first. */
const PATTERNS: readonly PersonalPattern[] = [
  ...WRITTEN_NUMBERS,
  {
    kind: 'document-number',
    pattern: /(?<![A-Za-z\d])[A-Z]{1,6}[-_#]?\d{4,12}(?:[-/]\d{1,8}){0,3}(?![A-Za-z\d])/gu,
  },
  { kind: 'document-number', pattern: /(?<![\d.,])\d{5,20}(?![\d.,]{0,40}\d)/gu },
  {
    kind: 'host',
    pattern:
      /(?<![A-Za-z\d])(?=[A-Z\d-]{0,30}\d)[A-Z]{2,8}(?:-(?=\d{0,14}[A-Z])[A-Z\d]{2,15}){1,3}(?![A-Za-z\d])/gu,
  },
  {
    kind: 'time',
    pattern:
      /(?<!\d)\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\s?(?:[ap]m|JST|GMT|UTC))?(?:\s?[+-]\d{4})?(?!\d)/giu,
  },
  { kind: 'time', pattern: /(?:午前|午後)?\d{1,2}時(?!間)(?:\d{1,2}分)?/gu },
  {
    kind: 'date',
    // Years of an era: 令和8年11月26日, R8.11.26.
    pattern:
      /(?:令和|平成)(?:\d{1,2}|元)年(?:\d{1,2}月(?:\d{1,2}日)?)?|(?<![A-Za-z\d])[RH]\d{1,2}\.\d{1,2}\.\d{1,2}(?![\d.])/gu,
  },
  { kind: 'date', pattern: /(?<!\d)(?:\d{4}[-/.年])?\d{1,2}[-/月]\d{1,2}日?(?![\d-])/gu },
  { kind: 'date', pattern: /(?<!\d)\d{4}-\d{2}-\d{2}(?:T[\d:.]{5,15}Z?)?/gu },
  {
    kind: 'date',
    pattern:
      /(?:\b\d{1,2}(?:st|nd|rd|th)?\s+)?\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?\s+\d{1,4}(?:,?\s+\d{4})?\b|\b\d{1,2}\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\b/gu,
  },
  {
    kind: 'amount',
    pattern:
      /(?:USD|US\$|EUR|GBP|JPY|CNY|RMB|HKD|SGD|AUD|CHF|[¥$€£])\s{0,2}\d[\d,.]{0,20}(?:\s?(?:thousand|million|billion|[kKmM]|億|万)(?![A-Za-z]))?/gu,
  },
  {
    kind: 'amount',
    pattern:
      /\d[\d,.]{0,20}\s?(?:[億万千]\s?\d{0,4}\s?){0,3}(?:円|ドル|ユーロ|ポンド|元|USD|EUR|GBP|JPY|yen|dollars|euros?)/gu,
  },
  { kind: 'postal', pattern: /〒\s?\d{3}[-ー−‐]?\d{4}|(?<![\d-])\d{3}[-−‐]\d{4}(?![\d-])/gu },
  {
    kind: 'phone',
    pattern:
      /(?<![\d-])(?:\+\d{1,3}[\s.(-]{0,2}|\(?0)\d{1,4}\)?(?:[\s.()‐−ー-]{1,2}\d{2,4}){1,4}(?![\d-])/gu,
  },
  { kind: 'phone', pattern: /(?<![\d-])0\d{9,10}(?!\d)/gu },
  {
    kind: 'address',
    pattern:
      /(?:北海道|東京都|大阪府|京都府|[\p{Script=Han}]{2,3}県)?[\p{Script=Han}ヶケ]{1,6}(?:市|区|郡|町|村)[\p{Script=Han}ぁ-んァ-ヶー]{0,20}(?:\d{1,4}(?:丁目|番地?|号|[-−‐ー]|の)?){1,4}(?:\s?[^\s\d]{1,20}(?:ビル|タワー)(?:\d{1,2}[階F])?)?/gu,
  },
  {
    kind: 'address',
    pattern:
      /\b\d{1,5}\s+(?:[A-Z][a-z]{1,20}\s+){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Boulevard|Blvd|Way|Square)\b\.?/gu,
  },
  {
    // The number behind the street, as on the continent: Storgatan 5, Hauptstraße 12a.
    kind: 'address',
    pattern:
      /(?<!\p{L})\p{Lu}\p{L}{1,20}(?:gatan|vägen|gade|gata|vej|strasse|straße|str\.|weg|platz|allee|straat|laan|plein)\s\d{1,4}[a-z]?(?![\p{L}\d])/gu,
  },
  {
    kind: 'account',
    pattern:
      /(?<![A-Za-z\d])[A-Z]{2}\d{2}(?:\s?[A-Z\d]{4}){2,7}(?:\s?[A-Z\d]{1,4})?(?![A-Za-z\d])/gu,
  },
  {
    kind: 'account',
    pattern:
      /(?:普通|当座|貯蓄|口座番号|口座|account\s?(?:number|no\.?)?|a\/c)[\s:：#No.]{0,6}[\d-]{6,20}/giu,
  },
  {
    kind: 'employee-id',
    pattern:
      /(?:社員番号|従業員番号|職員番号|employee\s?(?:id|no\.?|number))[\s:：#]{0,4}[A-Z]{0,4}-?\d{3,12}/giu,
  },
  {
    kind: 'token',
    pattern:
      /(?<![A-Za-z\d+/=_-])(?=[A-Za-z\d+/_-]{0,200}\d)(?=[A-Za-z\d+/_-]{0,200}[A-Za-z])[A-Za-z\d+/_-]{20,400}={0,2}(?![A-Za-z\d+/=_-])/gu,
  },
  { kind: 'token', pattern: /=\?[\w*-]{1,40}\?[BbQq]\?[^?\s]{0,2000}\?=/gu },
  { kind: 'token', pattern: /(?:%[\da-f]{2}){3,200}/giu },
  {
    kind: 'path',
    pattern: /(?:[A-Za-z]:\\|\\\\)[^\s<>"|?*：、。]{2,200}|\/(?:home|Users)\/[^\s<>"、。]{1,200}/gu,
  },
]

/** Han and kana words before an honorific that are no names. */
const NOT_NAMES =
  /^(?:お客|客|皆|皆々|各位|神|王|奥|何|同|仕|模|多|有|左|他|御|貴|両|関係者|代表|常務|専務|社外|担当者?|ご担当者?|先|お得意|取引先|この|その|どの|あの|.{0,9}(?:者|社|員|客|取引先|得意先|各位|仕|模|同))$/u

/** The same with a space before the title, where departments stand as well: 経理部 部長. */
const SPACED =
  /(?<![\p{Script=Han}々ヶ])([\p{Script=Han}々ヶ]{1,5}(?:[ 　][\p{Script=Han}々]{1,4})?)[ 　](?:様|殿|氏|さん|先生|部長|課長|社長|専務|常務|取締役|主任|係長)(?!\p{Script=Han})/gu
const NAMED_BU = /^(?:[阿安服渡岡矢磯田物綾軽刑織鳥海庄相辺笠]|長谷|日下)部$/u
const OFFICE = /(?:[部課室係局店社所会院校]|本部|支社|窓口|役員?|長)$/u

/** To the beginning of the run: 早乙女百合子様 has six, and half a name is still one. */
const HONORIFIC =
  /([\p{Script=Han}々ヶケ]{1,10}(?:[ 　][\p{Script=Han}々]{1,4})?|[ァ-ヺー・]{2,14}|[ぁ-ゖ]{2,6})(?:様|さま|殿|氏|さん|先生|部長|課長|社長|専務|常務|取締役|主任|係長)/gu
const TITLE = String.raw`(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Madam)\.?\s{1,3}`
const GREETING = String.raw`(?<=^|\n)(?:Dear|Hi|Hello)\s{1,3}`
const TITLED = new RegExp(
  String.raw`(?<![A-Za-z])(?:${GREETING}(?:${TITLE})?|${TITLE})(?!(?:${TITLE})|Sir\b|Madam\b|All\b|Team\b)((?:\p{Lu}\.[ ]?){0,2}\p{Lu}[\p{L}'’-]{1,30}(?:\s\p{Lu}[\p{L}'’.-]{0,30}){0,2})`,
  'gu',
)
/** `Dear Invoice Payment`, `Hi Voicemail Message`: words of lures and nothing else. */
const isLure = (name: string): boolean =>
  name
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => (isLureWord(word) && !ORDINARY_WORDS.has(word)) || LURES_GO_ON.has(word))
/** What stands beside the words that lures are known by. */
const LURES_GO_ON: ReadonlySet<string> = new Set([
  ...['message', 'messages', 'waiting', 'pending', 'required', 'failed', 'final', 'reminder'],
])
const SAN = /(?<![\p{L}])(\p{Lu}[\p{L}'’-]{1,30})-(?:san|sama)\b/gu

/** Everything that points at somebody by its form. Full-width digits and signs are read as ASCII. */
export function findPersonal(text: string): readonly PersonalMatch[] {
  const plain = toAsciiWidth(text)
  return [
    ...findGroup(plain, HONORIFIC).filter(
      ({ start, end }) => !NOT_NAMES.test(plain.slice(start, end)),
    ),
    ...findGroup(plain, SPACED).filter(({ start, end }) => {
      const name = plain.slice(start, end)
      return !NOT_NAMES.test(name) && (!OFFICE.test(name) || NAMED_BU.test(name))
    }),
    ...findGroup(plain, TITLED).filter(({ start, end }) => !isLure(plain.slice(start, end))),
    ...findGroup(plain, SAN),
    ...PATTERNS.flatMap(({ kind, pattern }) =>
      [...plain.matchAll(pattern)].map((match) => ({
        start: match.index,
        end: match.index + match[0].length,
        kind,
      })),
    ),
  ]
}

/** The first group of each match: the name without its title. */
function findGroup(text: string, pattern: RegExp): readonly PersonalMatch[] {
  return [...text.matchAll(pattern)].map((match) => {
    const name = match[1] ?? ''
    const start = match.index + match[0].indexOf(name)
    return { start, end: start + name.length, kind: 'person' }
  })
}

/** Unit by unit, so that positions stay those of the original. */
export function toAsciiWidth(text: string): string {
  return text
    .replace(/[！-～]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/[‐‑–−]/gu, '-')
}
