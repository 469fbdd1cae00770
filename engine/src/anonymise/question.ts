import { createHash } from 'node:crypto'
import type { Bilingual } from '../bilingual.ts'
import { memoise } from '../memoise.ts'

/** `pattern`: publish how it is made. `ask`: publish with the provider's permission. `alias`: call it X社. */
export type Choice = 'pattern' | 'ask' | 'omit' | 'keep' | 'alias'

/** Something a person must decide before the text can be checked. Hub only: holds the value itself. */
export interface Question {
  readonly questionId: string
  readonly number: number
  readonly say: Bilingual
  readonly why: Bilingual
  readonly value: string
  /** The values it asks about, where there are several: an answer is kept for each of them. */
  readonly values?: readonly string[]
  readonly choices: readonly { readonly choice: Choice; readonly say: Bilingual }[]
  readonly proposed: Choice
  readonly decided?: Choice
}

export type Decisions = Readonly<Record<string, Choice>>

export const CHOICE_WORDS: Readonly<Record<Choice, Bilingual>> = {
  pattern: {
    ja: '作り方だけを示す（合成した例）',
    en: 'Show only how it is made (invented example)',
  },
  ask: { ja: '提供元の許可を得て出す', en: 'Publish with the provider’s permission' },
  omit: { ja: '出さない', en: 'Leave it out' },
  keep: { ja: 'そのまま出す', en: 'Publish as it is' },
  alias: { ja: '別名に置き換える', en: 'Replace with an alias' },
}

/** What a question is about: decides its id, so that an answer survives a new draft. */
export interface QuestionDraft {
  readonly kind: string
  readonly value: string
  /** Several that are asked about at once. Each keeps its answer, and what joins them later is asked about by itself. */
  readonly values?: readonly string[]
  /**
   * They came together, and whoever handed in some of them would see if others were treated otherwise: what joins those
   * of which none goes out stays inside with them.
   */
  readonly isOneLot?: boolean
  readonly say: Bilingual
  readonly why: Bilingual
  readonly choices: readonly Choice[]
  readonly proposed: Choice
  /** Where the usual words of a choice would not say what it means here. */
  readonly choiceWords?: Readonly<Partial<Record<Choice, Bilingual>>>
}

/** What a question about several says it is about. */
export const ofSeveral = (values: readonly string[]): Pick<QuestionDraft, 'value' | 'values'> => ({
  value: values.join(' '),
  values,
})

/** A question about one value, or about several at once. The first of its choices is proposed. */
export const askAbout = (
  about: string | readonly string[],
  question: Omit<QuestionDraft, 'value' | 'values' | 'choices' | 'proposed'> & {
    readonly choices: readonly [Choice, ...Choice[]]
  },
): QuestionDraft => ({
  ...question,
  ...(typeof about === 'string' ? { value: about } : ofSeveral(about)),
  proposed: question.choices[0],
})

/** The id of a question: its kind and a digest of the value, so that ids name nobody in a log. */
export function toQuestionId(kind: string, value: string): string {
  return `${kind}:${createHash('sha256').update(value).digest('hex').slice(0, 16)}`
}

/** The kind that questions of one sort share, for answering all of them at once. */
export const toQuestionKind = (questionId: string): string => questionId.split(':', 1)[0] ?? ''

/** Under which ids an answer is kept: that of each value, so that it never holds for one that was not asked about. */
export const toAnswerIds = ({
  questionId,
  values,
}: Pick<Question, 'questionId' | 'values'>): readonly string[] =>
  values?.map((value) => toQuestionId(toQuestionKind(questionId), value)) ?? [questionId]

/** What an answer to these questions comes to. */
export const toDecisions = (
  questions: readonly Pick<Question, 'questionId' | 'values'>[],
  choice: Choice,
): Decisions => Object.fromEntries(questions.flatMap(toAnswerIds).map((id) => [id, choice]))

/** The choice that holds for a value: what a person decided, else what is proposed. */
export const decidedChoice = (
  draft: QuestionDraft,
  decisions: Decisions,
  value: string = draft.value,
): Choice => findAnswer(draft, decisions, value) ?? draft.proposed

/** Whether a person said to leave it out; what is only proposed does not count. */
export const isLeftOutByPerson = (draft: QuestionDraft, decisions: Decisions): boolean =>
  valuesOf(draft).some((value) => findAnswer(draft, decisions, value) === 'omit')

/** The answers by which something stays inside. */
export const listOmits = (decisions: Decisions): Decisions =>
  Object.fromEntries(Object.entries(decisions).filter(([, choice]) => choice === 'omit'))

const valuesOf = ({ value, values = [value] }: QuestionDraft): readonly string[] => values

/** What a person said of a value; of one that came to a lot of which nothing goes out, what was said of the others. */
const findAnswer = (
  draft: QuestionDraft,
  decisions: Decisions,
  value: string,
): Choice | undefined =>
  findOwnAnswer(draft, decisions, value) ??
  (draft.isOneLot === true ? findAnswerOfLot(decisions)(draft) : undefined)

/** An answer that is not, or no longer, offered is none: nobody answered what is asked. */
function findOwnAnswer(
  { kind, choices }: QuestionDraft,
  decisions: Decisions,
  value: string,
): Choice | undefined {
  const id = toQuestionId(kind, value)
  const given = Object.hasOwn(decisions, id) ? decisions[id] : undefined
  return given !== undefined && choices.includes(given) ? given : undefined
}

/** Only an answer by which nothing goes out may hold for a value that nobody was asked about. */
const findAnswerOfLot = memoise((decisions: Decisions) =>
  memoise((draft: QuestionDraft): Choice | undefined => {
    const given = new Set(
      valuesOf(draft).flatMap((value) => findOwnAnswer(draft, decisions, value) ?? []),
    )
    const isOut = given.has('ask') || given.has('keep')
    return isOut ? undefined : (['omit', 'pattern'] as const).find((choice) => given.has(choice))
  }),
)

/** Numbers the questions in the order they were met. Each value is asked about once, together with those answered like it. */
export function toQuestions(
  drafts: readonly QuestionDraft[],
  decisions: Decisions,
): readonly Question[] {
  const known = new Set<string>()
  const questions: Omit<Question, 'number'>[] = []
  for (const draft of listDistinct(drafts)) {
    const values = valuesOf(draft).filter((value) => !known.has(toQuestionId(draft.kind, value)))
    for (const value of values) known.add(toQuestionId(draft.kind, value))
    questions.push(...splitByAnswer(draft, values, decisions))
  }
  return questions.map((question, index) => ({ ...question, number: index + 1 }))
}

/** A group is met with each of its values; the first is as good as the others. */
function listDistinct(drafts: readonly QuestionDraft[]): Iterable<QuestionDraft> {
  const byText = new Map<string, QuestionDraft>()
  for (const draft of new Set(drafts)) {
    const text = toIdText(valuesOf(draft))
    if (!byText.has(`${draft.kind} ${text}`)) byText.set(`${draft.kind} ${text}`, draft)
  }
  return byText.values()
}

/** No value holds the end of a line, so that several are never taken for one that holds a space. */
const toIdText = (values: readonly string[]): string => values.join('\n')

function splitByAnswer(
  draft: QuestionDraft,
  values: readonly string[],
  decisions: Decisions,
): Omit<Question, 'number'>[] {
  const parts = Map.groupBy(values, (value) => findAnswer(draft, decisions, value))
  return [...parts].map(([decided, part]) => ({
    questionId: toQuestionId(draft.kind, toIdText(part)),
    say: draft.say,
    why: decided === undefined && parts.size > 1 ? addJoined(draft) : draft.why,
    value: part.join(' '),
    ...(part.length > 1 ? { values: part } : {}),
    choices: draft.choices.map((choice) => ({
      choice,
      say: draft.choiceWords?.[choice] ?? CHOICE_WORDS[choice],
    })),
    proposed: draft.proposed,
    ...(decided === undefined ? {} : { decided }),
  }))
}

const addJoined = ({ why, isOneLot = false }: QuestionDraft): Bilingual => ({
  ja: `${why.ja}${JOINED.ja}${isOneLot ? TELLING.ja : ''}`,
  en: `${why.en} ${JOINED.en}${isOneLot ? ` ${TELLING.en}` : ''}`,
})

const JOINED = {
  ja: 'すでに答えたものの回答はそのまま残ります。ここにあるのは、後から加わったものだけです。',
  en: 'Those that were answered before keep their answers; here stand only those that have joined them since.',
}

const TELLING = {
  ja: '同じメールで届いたものの扱いが分かれると、ほかの提供元がいることを、提供元に推測されるおそれがあります。',
  en: 'If some of what came in one mail goes out and the rest does not, whoever handed it in may guess that somebody else did too.',
}
