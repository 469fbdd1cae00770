import { memoise } from '../../memoise.ts'
import { findShownNames, type ShownNames } from '../redact/shown-names.ts'
import type { CaseMail } from './case-record.ts'

/** Whom a mail's texts, its subject and the names of its files show: what one says is a name is one in all of them. */
export const listShownNames = memoise(({ texts, indicators }: CaseMail): ShownNames => {
  const written = indicators.filter(({ type }) => type === 'subject' || type === 'file-name')
  return findShownNames([...texts.map(({ text }) => text), ...written.map(({ value }) => value)])
})
