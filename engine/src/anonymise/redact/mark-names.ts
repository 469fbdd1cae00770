import { letterOf, toCompanyAlias, toPersonAlias } from '../aliases.ts'
import type { NameMatch } from './match-names.ts'
import type { RedactionContext } from './redaction-context.ts'
import type { Mark } from './segment.ts'
import { toPlaceholder } from './words.ts'

/** A known name becomes its alias; a company's form beside it goes with it. */
export function toNameMark(text: string, match: NameMatch, context: RedactionContext): Mark {
  const { name } = match
  if (name.isNumber === true) {
    const shared = toPlaceholder('known-number')
    return { start: match.start, end: match.end, kind: 'removed', reason: shared, shared }
  }
  const alias = toAliasMark(name.organisationId, name.person, context)
  if (name.person !== undefined) return { start: match.start, end: match.end, ...alias }
  const before = FORM_BEFORE.exec(text.slice(Math.max(0, match.start - 10), match.start))
  const after = FORM_AFTER.exec(text.slice(match.end, match.end + 16))
  return {
    start: match.start - (before?.[0].length ?? 0),
    end: match.end + (after?.[0].length ?? 0),
    ...alias,
  }
}

const FORM = String.raw`(?:株式会社|有限会社|合同会社|[(（]株[)）]|[(（]有[)）]|㈱|㈲|㍿)`
const FORM_BEFORE = new RegExp(String.raw`${FORM}\s?$`, 'u')
const FORM_AFTER = new RegExp(
  String.raw`^(?:\s?${FORM}|,?\s(?:Co\.,?\sLtd\b\.?|Inc\b\.?|Ltd\b\.?|LLC|LLP|Corp\b\.?|GmbH|AS\b|AG\b))`,
  'u',
)

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
