import { createHash } from 'node:crypto'
import type { Bilingual } from '../bilingual.ts'

/** `pattern`: publish how it is made. `ask`: publish with the provider's permission. `alias`: call it X社. */
export type Choice = 'pattern' | 'ask' | 'omit' | 'keep' | 'alias'

/** Something a person must decide before the text can be checked. Hub only: holds the value itself. */
export interface Question {
  readonly questionId: string
  readonly number: number
  readonly say: Bilingual
  readonly why: Bilingual
  readonly value: string
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
  ask: { ja: '提供元に許可を求めて出す', en: 'Publish with the provider’s permission' },
  omit: { ja: '出さない', en: 'Leave it out' },
  keep: { ja: 'そのまま出す', en: 'Publish as it is' },
  alias: { ja: '別名に置き換える', en: 'Replace with an alias' },
}

/** What a question is about: decides its id, so that an answer survives a new draft. */
export interface QuestionDraft {
  readonly kind: string
  readonly value: string
  readonly say: Bilingual
  readonly why: Bilingual
  readonly choices: readonly Choice[]
  readonly proposed: Choice
  /** Where the usual words of a choice would not say what it means here. */
  readonly choiceWords?: Readonly<Partial<Record<Choice, Bilingual>>>
}

/** The id of a question: its kind and a digest of the value, so that ids name nobody in a log. */
export function toQuestionId(kind: string, value: string): string {
  return `${kind}:${createHash('sha256').update(value).digest('hex').slice(0, 16)}`
}

/** The kind that questions of one sort share, for answering all of them at once. */
export const toQuestionKind = (questionId: string): string => questionId.split(':', 1)[0] ?? ''

/** The choice that holds: what a person decided, else what is proposed. */
export function decidedChoice(draft: QuestionDraft, decisions: Decisions): Choice {
  const decided = Object.hasOwn(decisions, toQuestionId(draft.kind, draft.value))
    ? decisions[toQuestionId(draft.kind, draft.value)]
    : undefined
  return decided !== undefined && draft.choices.includes(decided) ? decided : draft.proposed
}

/** Whether a person said to leave it out; what is only proposed does not count. */
export const isLeftOutByPerson = (draft: QuestionDraft, decisions: Decisions): boolean =>
  listOmits(decisions)[toQuestionId(draft.kind, draft.value)] === 'omit'

/** The answers by which something stays inside. */
export const listOmits = (decisions: Decisions): Decisions =>
  Object.fromEntries(Object.entries(decisions).filter(([, choice]) => choice === 'omit'))

/** Numbers the drafts, once each, in the order they were met. */
export function toQuestions(
  drafts: readonly QuestionDraft[],
  decisions: Decisions,
): readonly Question[] {
  const byId = new Map<string, QuestionDraft>()
  for (const draft of drafts) {
    const id = toQuestionId(draft.kind, draft.value)
    if (!byId.has(id)) byId.set(id, draft)
  }
  return [...byId].map(([questionId, draft], index) => {
    const isDecided = Object.hasOwn(decisions, questionId)
    return {
      questionId,
      number: index + 1,
      say: draft.say,
      why: draft.why,
      value: draft.value,
      choices: draft.choices.map((choice) => ({
        choice,
        say: draft.choiceWords?.[choice] ?? CHOICE_WORDS[choice],
      })),
      proposed: draft.proposed,
      ...(isDecided ? { decided: decidedChoice(draft, decisions) } : {}),
    }
  })
}
