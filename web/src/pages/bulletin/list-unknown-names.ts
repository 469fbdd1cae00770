import type { BulletinView } from 'contract/bulletin'
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

/** Other open questions that one answer may settle too: those about unknown names of the same kind. */
export const listSameKind = (
  questions: readonly Question[],
  question: Question,
): readonly Question[] =>
  isAboutUnknownName(question)
    ? questions.filter(
        (one) =>
          one.questionId !== question.questionId &&
          one.decided === undefined &&
          toKind(one) === toKind(question),
      )
    : []
