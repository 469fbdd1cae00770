import { THIRD_PARTY_LETTER, toCompanyAlias } from '../aliases.ts'
import { findAddressed, findAddressedFirst } from './addressed-organisation.ts'
import { COMPANY_KINDS } from './company-kinds.ts'
import { LEGAL_FORMS } from './legal-forms.ts'
import { isEverydayWord, UNLISTED_COMPANIES } from './unlisted-company.ts'
import { decidedChoice, type QuestionDraft } from '../question.ts'
import type { NameMatch } from './match-names.ts'
import type { RedactionContext } from './redaction-context.ts'
import type { Mark } from './segment.ts'

const FORMS = String.raw`(?:${LEGAL_FORMS})`
const FORM = new RegExp(LEGAL_FORMS, 'u')
const WRITTEN = String.raw`[\p{Script=Han}\p{Script=Katakana}]`
/** 株式会社アマネです: what stands behind the name of whoever speaks. */
const POLITE = 'で(?:す|した|ござい|は|、)|と申'
const PARTICLE = '(?:から|より|まで|では|には|[のはがをにとへもで])'
const WRITTEN_OR_LATIN = String.raw`[\p{Script=Han}\p{Script=Katakana}ーA-Za-z\d]`
/** What follows a form that stands behind its name: 東雲株式会社からのお知らせ. */
const NO_NAME = '(?!(?:から|より|まで)(?:[のおご]|[^ぁ-ゖー]|$))'
/** A form behind its name, then a particle and a word: ベニモ商事株式会社の蔦屋木. */
const OF_NAME = String.raw`(?<!${WRITTEN_OR_LATIN}${FORMS})|(?!${PARTICLE}[^ぁ-ゖー])`
/** A name that begins with hiragana ends with what the company makes, or where a particle stands before other letters. */
const KANA_NAME = new RegExp(
  [
    String.raw`${FORMS}\s?${NO_NAME}(?:[ぁ-ゖー]{2,12}${WRITTEN}{0,2}(?:${COMPANY_KINDS.map(({ written }) => written).join('|')})`,
    String.raw`[ぁ-ゖー]{3,12}?(?:(?=${PARTICLE}?(?:[^ぁ-ゖー\p{Script=Han}\p{Script=Katakana}]|$))|(?=${PARTICLE}${WRITTEN})|${WRITTEN}(?:${WRITTEN}|ー){0,9}))`,
  ].join('|'),
  'gu',
)
const WITH_FORM: readonly RegExp[] = [
  KANA_NAME,
  new RegExp(
    String.raw`${FORMS}(?:${OF_NAME})\s?${NO_NAME}(?![ぁ-ゖー]{3})[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ーA-Za-z\d&・]{1,24}?(?=[のはがをにとへも、。」』）)\s】〕］\]＞>「『（(［:：/／|｜!！?？,，_]|より|から|様|御中|${POLITE}|$)`,
    'gmu',
  ),
  new RegExp(String.raw`[\p{Script=Han}\p{Script=Katakana}ーﾞﾟA-Za-z\d&・]{1,24}${FORMS}`, 'gu'),
]
const WITHOUT_FORM: readonly RegExp[] = [
  ...UNLISTED_COMPANIES,
  /(?:\p{Lu}[\p{L}\d&'’.-]{0,30}\s){1,4}(?:(?:Inc|Ltd|LLC|LLP|PLC|Corp|Corporation|Co|GmbH|AG|AB|AS|KK|Oy|ApS|Pte|Bank|Holdings|Group|University)\b\.?|(?:A\.S|a\.s|S\.A|B\.V|K\.K|S\.r\.l|S\.p\.A)\.(?!\p{L}))/gu,
]

/** Words that look like the name of an organisation nobody has entered (T18). */
export const COMPANY_WORDS: readonly RegExp[] = [...WITH_FORM, ...WITHOUT_FORM]

/** Different words of one text that a person is asked about; a list of suppliers has more. */
const ASKED_OF_TEXT_MAX = 40

/** Each becomes X社 until a person says that it may stay. */
export function findCompanyWords(
  text: string,
  known: readonly NameMatch[],
  context: RedactionContext,
  questions: QuestionDraft[],
): readonly Mark[] {
  const found = listCompanyLike(text).filter(
    ({ start, end }) => !known.some((name) => name.start < end && start < name.end),
  )
  const asked = new Set<string>()
  return takeWidest(found).flatMap(({ start, end, value }) => {
    const question = companyWordQuestion(value)
    if (!asked.has(value)) {
      // Beyond what a person answers with care the careful answer holds.
      if (asked.size >= ASKED_OF_TEXT_MAX) return [toThirdPartyMark(start, end)]
      asked.add(value)
      questions.push(question)
    }
    if (decidedChoice(question, context.decisions) === 'keep') return []
    return [toThirdPartyMark(start, end)]
  })
}

/** What looks like the name of an organisation in a text, each once, whoever is known. */
export const listCompanyWords = (text: string): readonly string[] => [
  ...new Set(takeWidest(listCompanyLike(text)).map(({ value }) => value)),
]

function listCompanyLike(text: string): readonly FoundWord[] {
  // Every word of a text may stand before a form: they are tried only where there is one.
  const patterns = FORM.test(text) ? COMPANY_WORDS : WITHOUT_FORM
  return patterns
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .map((match) => {
      const value = match[0].trim()
      return { start: match.index + match[0].indexOf(value), value }
    })
    .filter(({ value }) => !isEverydayWord(value))
    .concat(findAddressed(text), findAddressedFirst(text))
    .map(({ start, value }) => ({ start, end: start + value.length, value }))
}

interface FoundWord {
  readonly start: number
  readonly end: number
  readonly value: string
}

/** One name is asked about once: what stands inside another, as 青嵐病院 in 医療法人青嵐病院, says nothing more. */
function takeWidest(found: readonly FoundWord[]): readonly FoundWord[] {
  const ordered = found.toSorted((a, b) => a.start - b.start || b.end - a.end)
  let coveredTo = 0
  return ordered.filter(({ end }) => {
    const isInside = end <= coveredTo
    coveredTo = Math.max(coveredTo, end)
    return !isInside
  })
}

export const toThirdPartyMark = (start: number, end: number): Mark => ({
  start,
  end,
  kind: 'alias',
  alias: THIRD_PARTY_LETTER,
  reason: { ja: '組織の名とみられる語', en: 'looks like the name of an organisation' },
  shared: toCompanyAlias(THIRD_PARTY_LETTER),
})

export const companyWordQuestion = (value: string): QuestionDraft => ({
  kind: 'company-word',
  value,
  say: {
    ja: `「${value}」は組織の名とみられます`,
    en: `“${value}” looks like the name of an organisation`,
  },
  why: {
    ja: '登録された名前にはありません。関係する組織なら、出すと提供元が推測されるおそれがあります。',
    en: 'It is not among the registered names. If it is involved, publishing it may point at the provider.',
  },
  choices: ['alias', 'omit', 'keep'],
  proposed: 'alias',
})
