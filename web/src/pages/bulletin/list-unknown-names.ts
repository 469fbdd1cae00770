import { type BulletinView, isCarefulAnswer } from 'contract/bulletin'
import type { UnknownName } from '../../parts/unknown-names.ts'

type Question = BulletinView['questions'][number]

/** Names in the text that nobody has registered are questions of their own kinds. */
export const isAboutUnknownName = ({ questionId }: Question): boolean =>
  questionId.startsWith('unknown-')

export const listUnknownNames = (questions: readonly Question[]): readonly UnknownName[] =>
  questions
    .filter(isAboutUnknownName)
    .map(({ value, decided }) => ({ value, isSettled: decided !== undefined }))

const toKind = ({ questionId }: Question): string => questionId.split(':', 1)[0] ?? ''

/**
 * Other open questions of the same kind that this answer may settle too. What lets a value of the evidence out is
 * answered for each value by itself; a name in the text was read there.
 */
export const listSameKind = (
  questions: readonly Question[],
  question: Question,
  choice: Question['proposed'],
): readonly Question[] =>
  isAboutUnknownName(question) || isCarefulAnswer(question.questionId, choice)
    ? questions.filter(
        (one) =>
          one.questionId !== question.questionId &&
          one.decided === undefined &&
          toKind(one) === toKind(question) &&
          one.choices.some((other) => other.choice === choice),
      )
    : []
