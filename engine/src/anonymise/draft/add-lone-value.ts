import { foreignQuestion } from '../redact/place-questions.ts'
import { isLeftOutByPerson } from '../question.ts'
import { ask, type Draft } from './indicator-draft.ts'

/** The draft, and two for comparing, both with the same answers: what a person left out stays inside in each. */
export interface LoneDrafts {
  readonly draft: Draft
  readonly asItStands: Draft
  readonly asIfAll: Draft
}

/** What one value comes to in a draft. */
type Outcome = Pick<Draft, 'indicators' | 'questions' | 'omitted' | 'identifying'>

/**
 * Adds a value that only one of several providers handed in. It is drafted twice: as the case stands, and as if every
 * member of the hub had provided. Where the two differ it speaks of a member who is no provider, and then the second
 * holds unless a person says otherwise: whether a name or domain that a provider planted is missing from the text at
 * his approval is the same for a member that provided too and one that did not.
 */
export function addLoneValue(
  value: string,
  add: (draft: Draft) => void,
  { draft, asItStands, asIfAll }: LoneDrafts,
): void {
  const guarded = attempt(add, asIfAll)
  const isSame = toText(attempt(add, asItStands)) === toText(guarded)
  const answered = attempt(add, draft)
  if (isSame || isLeftOut(answered, draft) || ask(foreignQuestion(value), draft) === 'keep')
    return merge(answered, draft)
  // Its questions would be about members whom the case does not concern.
  merge({ ...guarded, questions: [], identifying: new Set() }, draft)
}

/** Whether nothing of it goes out as a person wants it so: the guarded draft may never have come to that question. */
const isLeftOut = ({ indicators, questions }: Outcome, { record }: Draft): boolean =>
  indicators.size === 0 && questions.some((one) => isLeftOutByPerson(one, record.decisions))

function attempt(add: (draft: Draft) => void, draft: Draft): Outcome {
  const tried = {
    ...draft,
    ...{ indicators: new Map(), questions: [], omitted: new Set(), identifying: new Set() },
  } satisfies Draft
  add(tried)
  return tried
}

const toText = ({ indicators, omitted }: Outcome): string =>
  JSON.stringify([[...indicators.values()], [...omitted].sort()])

function merge(outcome: Outcome, draft: Draft): void {
  for (const [key, one] of outcome.indicators)
    if (!draft.indicators.has(key)) draft.indicators.set(key, one)
  draft.questions.push(...outcome.questions)
  for (const kind of outcome.omitted) draft.omitted.add(kind)
  for (const value of outcome.identifying) draft.identifying.add(value)
}
