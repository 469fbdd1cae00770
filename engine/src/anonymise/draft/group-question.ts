import { memoise } from '../../memoise.ts'
import { type QuestionDraft, toQuestionId } from '../question.ts'
import type { CaseMail, CaseRecord } from './case-record.ts'

/** What is asked about together with a value, itself among it; nothing where it is not asked about. */
export type GroupOf = (value: string) => readonly string[] | undefined

/** `isAnswered`: a person has said something of it, so that it needs no room among those that are asked about. */
export type ListGroups = (
  mails: readonly CaseMail[],
  isAnswered: (value: string) => boolean,
) => GroupOf

/** The question by each value that hangs together with others: one for all of a group, made once. */
export function toGroupQuestion(
  listGroups: ListGroups,
  toQuestion: (values: readonly string[]) => QuestionDraft,
  { mails, decisions }: Pick<CaseRecord, 'mails' | 'decisions'>,
): (value: string) => QuestionDraft | undefined {
  const { kind } = toQuestion([])
  const groupOf = listGroups(mails, (value) => Object.hasOwn(decisions, toQuestionId(kind, value)))
  const questionOf = memoise(toQuestion)
  return (value) => {
    const group = groupOf(value)
    return group === undefined ? undefined : questionOf(group)
  }
}
