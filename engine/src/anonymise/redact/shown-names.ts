import { decidedChoice } from '../question.ts'
import { companyWordQuestion, listCompanyWords } from './find-company-words.ts'
import { findIntroduced } from './find-introduced.ts'
import { findPersonal } from './find-personal.ts'
import { type ShownWords, toCompanyWords, toDistinct, toShownPerson } from './find-repeated.ts'
import type { RedactionContext } from './redaction-context.ts'

/** Whom the texts of one mail show to be people and companies. */
export interface ShownNames {
  /** The words by which people are called. */
  readonly people: readonly string[]
  /** Companies as they were found: each is asked about in its text. */
  readonly companies: readonly string[]
}

/** Letters of one text that are read for names that stand in others; a greeting and a signature are near its ends. */
const EDGE_CHARS = 20_000

/** Whom these texts show, by what stands around a name in any of them. */
export function findShownNames(texts: readonly string[]): ShownNames {
  const edges = texts.map(toEdges)
  const people = edges.flatMap((text) =>
    [...findPersonal(text), ...findIntroduced(text)]
      .filter(({ kind }) => kind === 'person')
      .flatMap(({ start, end }) => toShownPerson(text.slice(start, end))),
  )
  return { people: toDistinct(people), companies: toDistinct(edges.flatMap(listCompanyWords)) }
}

const toEdges = (text: string): string =>
  text.length <= 2 * EDGE_CHARS ? text : `${text.slice(0, EDGE_CHARS)}\n${text.slice(-EDGE_CHARS)}`

/** The words to look for in another text; a company that may stay in its own may stay in that. */
export const toShownWords = (
  { people, companies }: ShownNames,
  { decisions }: Pick<RedactionContext, 'decisions'>,
): ShownWords => ({
  people,
  companies: companies
    .filter((value) => decidedChoice(companyWordQuestion(value), decisions) !== 'keep')
    .flatMap(toCompanyWords),
})
