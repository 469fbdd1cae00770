import { type Choice, type Decisions, toAnswerIds } from 'engine'
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

const toValues = ({ value, values = [value] }: Question): readonly string[] => values

/** Values that the analyst wants to publish with permission, each once. */
export const listAskedValues = ({
  questions,
  decisions,
}: Pick<Asking, 'questions' | 'decisions'>): IdentifyingValue[] =>
  listIdentifyingValues(questions.filter((question) => isAsked(question, decisions)))

/** Whether the analyst chose to ask: all values of a question have one answer. */
const isAsked = (question: Question, decisions: BulletinRecord['decisions']): boolean =>
  toAnswerIds(question).every((id) => decisions[id] === 'ask')

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
  const drafted = new Map(bulletin.questions.flatMap((one) => listDrafted(one, bulletin.permitted)))
  const entries = Object.entries(bulletin.decisions).flatMap(([id, choice]) => {
    const asked = choice === 'ask' ? drafted.get(id) : choice
    return asked === undefined ? [] : [[id, asked] as const]
  })
  return Object.fromEntries(entries)
}

/** What each value of a question that was answered with `ask` is drafted by, under the id of its answer. */
function listDrafted(
  question: Question,
  permitted: readonly string[],
): (readonly [string, Choice])[] {
  const hasPattern = question.choices.some(({ choice }) => choice === 'pattern')
  const without = hasPattern ? 'pattern' : 'omit'
  const values = toValues(question)
  return toAnswerIds(question).map((id, at) => [
    id,
    permitted.includes(values[at] ?? '') ? 'ask' : without,
  ])
}
