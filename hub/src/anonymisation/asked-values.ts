import type { Choice, Decisions } from 'engine'
import type { IdentifyingValue, RedactionQuestion } from 'contract/bulletin'
import type { z } from 'zod'
import type { BulletinRecord } from './bulletin-record.ts'

type Question = z.infer<typeof RedactionQuestion>
type Asking = Pick<BulletinRecord, 'questions' | 'decisions' | 'permitted'>

/** Questions whose value may go out with permission, by the beginning of their id. */
const KINDS: Readonly<Record<string, IdentifyingValue['kind'] | undefined>> = {
  'identifying-domain': 'domain',
  'identifying-address': 'address',
  'identifying-url': 'url',
  'identifying-hash': 'hash',
  'name-part': 'name-part',
}

const kindOf = ({ questionId }: Question) => KINDS[questionId.slice(0, questionId.indexOf(':'))]

/** The files of one mail, and links to one kind of place, are asked about together, and permitted one by one. */
const TOGETHER: ReadonlySet<IdentifyingValue['kind'] | undefined> = new Set(['hash', 'url'])
const toValues = (question: Question): string[] =>
  TOGETHER.has(kindOf(question)) ? question.value.split(' ') : [question.value]

/** Values that the analyst wants to publish with permission, each once. */
export const listAskedValues = ({
  questions,
  decisions,
}: Pick<Asking, 'questions' | 'decisions'>): IdentifyingValue[] =>
  listIdentifyingValues(questions.filter(({ questionId }) => decisions[questionId] === 'ask'))

/** Values that could tell of a provider, whatever the analyst decided about them, each once. */
export function listIdentifyingValues(questions: readonly Question[]): IdentifyingValue[] {
  const values = questions.flatMap((question) => {
    const kind = kindOf(question)
    if (kind === undefined) return []
    return toValues(question).map((value) => [value, { value, kind }] as const)
  })
  return [...new Map(values).values()]
}

/** Of these, the ones that have been permitted: what the text may hold. */
export function permittedValues(bulletin: Asking): string[] {
  const { permitted } = bulletin
  return listAskedValues(bulletin).flatMap(({ value }) => (permitted.includes(value) ? value : []))
}

/** Of these, the ones that may stand nowhere yet. */
export function unpermittedValues(bulletin: Asking): IdentifyingValue[] {
  const permitted = new Set(permittedValues(bulletin))
  return listAskedValues(bulletin).filter(({ value }) => !permitted.has(value))
}

/**
 * The decisions a text is written by: without permission the same as if nobody had been asked. A question that is no
 * longer there has its proposal, which is always the safe one.
 */
export function toDraftedDecisions(bulletin: Asking): Decisions {
  const byId = new Map(bulletin.questions.map((one) => [one.questionId, one]))
  const entries = Object.entries(bulletin.decisions).flatMap(([id, choice]) => {
    const question = byId.get(id)
    if (choice !== 'ask') return [[id, choice] as const]
    return question === undefined ? [] : [[id, toDrafted(question, bulletin.permitted)] as const]
  })
  return Object.fromEntries(entries)
}

function toDrafted(question: Question, permitted: readonly string[]): Choice {
  if (toValues(question).some((value) => permitted.includes(value))) return 'ask'
  return question.choices.some(({ choice }) => choice === 'pattern') ? 'pattern' : 'omit'
}

/** The questions as the analyst answered them: `ask` stays the answer while the text is written without the value. */
export const withDecisions = (
  questions: readonly Question[],
  decisions: BulletinRecord['decisions'],
): Question[] =>
  questions.map((question) => {
    const decided = decisions[question.questionId]
    return decided === undefined ? question : { ...question, decided }
  })
