import { isNamedOnPurpose } from '../unknown-names/named-on-purpose.ts'
import { EVERYDAY_NAMES, LURE_WORDS } from '../../register/lure-words.ts'
import { COMPANY_KINDS } from './company-kinds.ts'
import type { PersonalMatch } from './find-personal.ts'
import { LEGAL_FORMS } from './legal-forms.ts'
import { ORDINARY_WORDS } from './ordinary-words.ts'
import { toThirdPartyMark } from './find-company-words.ts'
import { isNounLike } from './find-introduced.ts'
import type { Mark } from './segment.ts'
import { EVERYDAY_BEGINNINGS } from './unlisted-company.ts'

/** Names of one text that are looked for in the rest of it; a list of people has more. */
const REPEATED_MAX = 60

const LURES: ReadonlySet<string> = new Set(LURE_WORDS)

const ENDINGS = new RegExp(
  String.raw`^(?:${LEGAL_FORMS})|(?:${LEGAL_FORMS}|${COMPANY_KINDS.map(({ written }) => written).join('|')})$`,
  'u',
)
const PARTS = /[\s　・,，、／/()（）.]+/u

/** What is found to name a person or a company, once, by what stands around it. */
export interface Named {
  readonly people: readonly PersonalMatch[]
  readonly companies: readonly Mark[]
}

/** Words that name somebody by themselves, once another text has shown that they do. */
export interface ShownWords {
  readonly people: readonly string[]
  readonly companies: readonly string[]
}
export const NOTHING_SHOWN: ShownWords = { people: [], companies: [] }

/**
 * The same names where nothing around them tells what they are: 阿万音様 at the top of a mail, 阿万音 in its signature or
 * its subject. A part of a name is one too, in either kana and width, where it stands by itself.
 */
export function findRepeated(text: string, named: Named, shown: ShownWords): Named {
  const people = listWords(text, named.people, toPersonWords)
  const companies = listWords(text, named.companies, toCompanyWords)
  return {
    people: findAgain(text, [...people, ...shown.people], GIVEN_NAME).map((span) => ({
      ...span,
      kind: 'person',
    })),
    companies: findAgain(text, [...companies, ...shown.companies]).map(({ start, end }) =>
      toThirdPartyMark(start, end),
    ),
  }
}

interface Span {
  readonly start: number
  readonly end: number
}

const listWords = (
  text: string,
  spans: readonly Span[],
  toWords: (name: string) => readonly string[],
): readonly string[] =>
  toDistinct(spans.flatMap(({ start, end }) => toWords(text.slice(start, end))))

export const toDistinct = (words: readonly string[]): readonly string[] =>
  [...new Set(words)].slice(0, REPEATED_MAX)

function toPersonWords(name: string): readonly string[] {
  const parts = name.normalize('NFKC').split(PARTS)
  // 阿万音 蓮 is written 阿万音蓮, too.
  const joined = parts.every((part) => HAN_WORD.test(part)) ? [parts.join('')] : []
  return [...new Set([...joined, ...parts])].filter(isTelling)
}
const HAN_WORD = /^[\p{Script=Han}々ヶ]+$/u

/** The words of a person whom a text shows that are looked for in others: a name, and no office. */
export const toShownPerson = (name: string): readonly string[] =>
  toPersonWords(name).filter(
    (word) =>
      !isNounLike(word) &&
      !OFFICES.test(word) &&
      !EVERYDAY_NAMES.has(word.toLowerCase()) &&
      !LURING.test(word),
  )
/** What stands in the subjects of lures, and is called by nobody: インボイス様. */
const LURING =
  /^(?:インボイス|アカウント|パスワード|カスタマー|ユーザー?|メンバー|キャンペーン|プレゼント|ポイント|クーポン|ギフト|ボーナス|オーダー|ショップ|ストア|カード|クレジット|ローン|チケット|レシート|アマゾン|アップル|グーグル|マイクロソフト|ドキュメント|フォルダー?|ボイスメール|メッセージ|スキャン|ファックス|請求|注文|発注|発行|発送|送付|納品|見積|支払|振込|入金|送金|返金|配達|配送|再配達|荷物|当選|更新|通知|警告|認証|給与|賞与|契約|口座|領収|添付|期限)$/u

/** Whether a text says a person's word by itself. */
export const saysPerson = (text: string, word: string): boolean =>
  findAgain(text, [word]).length > 0
const OFFICES =
  /(?:企画|開発|技術|製造|品質|購買|調達|管理|財務|監査|研究|生産|物流|業務|国際|海外|販売|株主|荷主|施主|家主|契約|代表)$|^(?:オーナー|ゲスト|ドライバー|パートナー|モニター|おつかれ|おかげ|ごくろう)$/u

export function toCompanyWords(name: string): readonly string[] {
  const plain = name.normalize('NFKC').trim()
  if (/^\p{Script=Latin}/u.test(plain)) return plain.split(PARTS).slice(0, 1).filter(isTelling)
  return [plain.replace(ENDINGS, '').replace(ENDINGS, '').trim()].filter(isTelling)
}

/**
 * Short words, and such as stand in every text, tell of nobody. Letters alone: the words become an expression, and a
 * sender writes them.
 */
function isTelling(word: string): boolean {
  if (!/^[\p{L}\p{M}\d'’-]{1,40}$/u.test(word)) return false
  const plain = word.toLowerCase()
  if (isNamedOnPurpose(word)) return false
  if ([ORDINARY_WORDS, LURES, EVERYDAY_BEGINNINGS].some((words) => words.has(plain))) return false
  if (/^\p{Script=Han}/u.test(word)) return word.length >= 2
  if (/^[ぁ-ゖァ-ヺ]/u.test(word)) return word.length >= 3
  return /^\p{Lu}[\p{L}'’-]{3,}$/u.test(word)
}

function findAgain(text: string, words: readonly string[], behind = ''): readonly Span[] {
  if (words.length === 0) return []
  // The longest first: a whole name, then its parts.
  const ordered = words.toSorted((a, b) => b.length - a.length)
  const pattern = new RegExp(ordered.map((word) => toPattern(word, behind)).join('|'), 'gu')
  return [...text.matchAll(pattern)].map(({ 0: value, index }) => ({
    start: index,
    end: index + toName(value).length,
  }))
}

/** 大友 博, but not 大友 発行. */
function toName(value: string): string {
  const [name = '', behind = ''] = value.split(/[ 　]/u)
  return LURING.test(behind) || isNounLike(behind) ? name : value
}

/** The given name behind a surname goes with it: 大友 博. */
const GIVEN_NAME = String.raw`(?:[ 　](?!様|殿|氏|御中|各位|先生|宛)[\p{Script=Han}々]{1,3}(?![\p{Script=Han}々]))?`

/** By itself: not inside a longer word of its script. */
function toPattern(word: string, behind: string): string {
  if (/^\p{Script=Han}/u.test(word)) return `${word}${behind}`
  if (/^[ぁ-ゖァ-ヺ]/u.test(word)) {
    const letters = [...word].map(toKanaPattern).join('')
    return String.raw`(?<![\p{Script=Katakana}\p{Script=Hiragana}ーﾞﾟ])${letters}(?![\p{Script=Katakana}ーﾞﾟ]|[ぁ-ゖ]{3})|(?<![\p{Script=Katakana}ーﾞﾟ])${letters}(?![\p{Script=Katakana}ーﾞﾟ])(?<=[\p{Script=Katakana}ーﾞﾟ])`
  }
  return String.raw`(?<![\p{L}\p{N}@.])(?:${word}|${word.toUpperCase()})(?![\p{L}\p{N}])`
}

/** ゾ, ぞ and ｿﾞ. */
function toKanaPattern(letter: string): string {
  const code = letter.codePointAt(0) ?? 0
  const [katakana, hiragana] =
    code < 0x30a0
      ? [String.fromCodePoint(code + 0x60), letter]
      : [letter, code <= 0x30f6 ? String.fromCodePoint(code - 0x60) : letter]
  return `(?:${[katakana, hiragana, toHalfWidth(katakana)].join('|')})`
}

const HALF_WIDTH: ReadonlyMap<string, string> = new Map(
  Array.from({ length: 0xff9e - 0xff65 }, (_, at) => String.fromCodePoint(0xff65 + at)).flatMap(
    (half) => [
      [half.normalize('NFKC'), half] as const,
      [`${half}ﾞ`.normalize('NFKC'), `${half}ﾞ`] as const,
      [`${half}ﾟ`.normalize('NFKC'), `${half}ﾟ`] as const,
    ],
  ),
)
const toHalfWidth = (katakana: string): string => HALF_WIDTH.get(katakana) ?? katakana
