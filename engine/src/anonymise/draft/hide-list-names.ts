import { decidedChoice, type QuestionDraft } from '../question.ts'
import { companyWordQuestion } from '../redact/find-company-words.ts'
import type { CaseMail } from './case-record.ts'
import type { Draft } from './indicator-draft.ts'
import { isOwnWord } from './is-own-word.ts'

const OPEN = String.raw`[(<「『〈《〔【（［＜｢`
const CLOSE = String.raw`\])>」』〉》〕】）］＞｣`
const ENDS = ':：|｜'
/** `[narumi-office 12]`, `〔narumi-office〕` */
const IN_BRACKETS = new RegExp(`(?<=[${OPEN}])[^${OPEN}${CLOSE}]{2,70}(?=[${CLOSE}])`, 'gu')
/** `narumi-office: notice` */
const BEFORE_COLON = new RegExp(`[^${ENDS}${OPEN}${CLOSE}]{2,70}(?=[${ENDS}])`, 'gu')
/** Lists number what they pass on, and say what they are. */
const COUNT = /[\s:：,#._-]{1,3}\p{Nd}{1,8}$/u
const KIND = /(?:[\s_.-]{1,3}(?:ml|list)|\s{0,3}メーリングリスト)$/iu

/** `[narumi-office] notice`: the list that passed the mail on is called so, as its header says. */
export function hideListNames(value: string, { recipients }: CaseMail, draft: Draft): string {
  const named = (recipients?.listNames ?? []).map(toKey)
  const names = new Set(
    [...named, ...named.map((name) => name.replace(KIND, ''))].filter(
      (name) => name.length >= 2 && !isOwnWord(name),
    ),
  )
  if (names.size === 0) return value
  const hide = (written: string): string => {
    const name = listReadings(written.trim()).find((one) => names.has(toKey(one)))
    return name === undefined || isKept(name, draft) ? written : written.replace(name, '****')
  }
  return value.replace(IN_BRACKETS, hide).replace(BEFORE_COLON, hide)
}

const toKey = (name: string): string => name.normalize('NFKC').trim().toLowerCase()

function listReadings(written: string): readonly string[] {
  const uncounted = written.replace(COUNT, '')
  return [written, uncounted, uncounted.replace(KIND, '')]
}

/** Whether a word stays, as a person says who is asked about it. */
export function isKept(word: string, { questions, record }: Draft): boolean {
  const question: QuestionDraft = companyWordQuestion(word)
  questions.push(question)
  return decidedChoice(question, record.decisions) === 'keep'
}
