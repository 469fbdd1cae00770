import { memoise } from '../../memoise.ts'
import { saysPerson } from '../redact/find-repeated.ts'
import { shownNameQuestion } from '../redact/identifying-questions.ts'
import { findShownNames, type ShownNames } from '../redact/shown-names.ts'
import type { CaseMail } from './case-record.ts'
import { ask, type Draft } from './indicator-draft.ts'

/** Whom a mail's texts, its subject and the names of its files show: what one says is a name is one in all of them. */
export const listShownNames = memoise(({ texts, indicators }: CaseMail): ShownNames => {
  const written = indicators.filter(({ type }) => type === 'subject' || type === 'file-name')
  return findShownNames([...texts.map(({ text }) => text), ...written.map(({ value }) => value)])
})

/**
 * The same for a subject or a file name. What nothing in itself shows to be a name is asked about: a sender who greets a
 * word of his subject would take it off the list.
 */
export function askShownNames(value: string, mail: CaseMail, draft: Draft): ShownNames {
  const { people, companies } = listShownNames(mail)
  if (!people.some((word) => saysPerson(value, word))) return { people, companies }
  const { shared } = draft.redactor.redact(value, 'ja')
  const left = shared.flatMap(({ text, kind }) => (kind === 'kept' ? text : [])).join('\n')
  const isKept = (word: string): boolean =>
    saysPerson(left, word) && ask(shownNameQuestion(word), draft) === 'keep'
  return { people: people.filter((word) => !isKept(word)), companies }
}
