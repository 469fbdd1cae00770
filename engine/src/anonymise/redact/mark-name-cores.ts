import { letterOf, toCompanyAlias } from '../aliases.ts'
import { decidedChoice, type QuestionDraft } from '../question.ts'
import { toNameMark } from './mark-names.ts'
import type { RedactionContext } from './redaction-context.ts'
import type { Mark } from './segment.ts'

interface Span {
  readonly start: number
  readonly end: number
}

/**
 * The beginning of a known name that may as well be a place, a surname or a word (田中 of 田中工業): a person says
 * whether it is meant. Until then it stays, since every mail with a 田中 in it would become unreadable.
 */
export function markNameCores(
  text: string,
  covered: readonly Span[],
  context: RedactionContext,
  questions: QuestionDraft[],
): readonly Mark[] {
  const isCovered = toCover(covered)
  return context.names.findDoubtful(text).flatMap((match) => {
    if (isCovered(match)) return []
    const letter = letterOf(context.aliases, match.name.organisationId)
    const question = coreQuestion(text.slice(match.start, match.end), toCompanyAlias(letter))
    questions.push(question)
    const isAlias = decidedChoice(question, context.decisions) === 'alias'
    return isAlias ? [toNameMark(text, match, context)] : []
  })
}

/** Whether a span touches one of others; they and the questions come in the order of the text. */
function toCover(spans: readonly Span[]): (span: Span) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start)
  let next = 0
  let coveredTo = 0
  return ({ start, end }) => {
    for (let span = sorted[next]; span !== undefined && span.start < end; span = sorted[next]) {
      coveredTo = Math.max(coveredTo, span.end)
      next += 1
    }
    return start < coveredTo
  }
}

function coreQuestion(
  value: string,
  alias: { readonly ja: string; readonly en: string },
): QuestionDraft {
  return {
    kind: 'name-core',
    value,
    say: {
      ja: `「${value}」は、${alias.ja}の名前の一部かもしれません`,
      en: `“${value}” may be part of the name of ${alias.en}`,
    },
    why: {
      ja: '地名、姓、普通の言葉としてもよく使われるため、自動では置き換えません。この組織を指すなら置き換えてください。',
      en: 'It is a common place, surname or word too, so it is not replaced by itself. Replace it if it means this organisation.',
    },
    choices: ['keep', 'alias'],
    proposed: 'keep',
  }
}
