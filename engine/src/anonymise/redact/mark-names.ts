import { letterOf, toCompanyAlias, toPersonAlias } from '../aliases.ts'
import type { NameMatch } from './match-names.ts'
import type { RedactionContext } from './redact-text.ts'
import type { Mark } from './segment.ts'

/** A known name becomes its alias. */
export function toNameMark({ start, end, name }: NameMatch, context: RedactionContext): Mark {
  return { start, end, ...toAliasMark(name.organisationId, name.person, context) }
}

/** Alias of an organisation, or of one of its people. */
export function toAliasMark(
  organisationId: string,
  person: { readonly isExecutive: boolean } | undefined,
  context: RedactionContext,
): Omit<Mark, 'start' | 'end'> {
  const letter = letterOf(context.aliases, organisationId)
  const shared =
    person === undefined ? toCompanyAlias(letter) : toPersonAlias(letter, person.isExecutive)
  const reason =
    person === undefined
      ? { ja: '知られている組織の名', en: 'name of a known organisation' }
      : { ja: '知られている人の名', en: 'name of a known person' }
  return { kind: 'alias', alias: letter, reason, shared }
}
