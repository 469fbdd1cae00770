import { isEverybodysDomain } from '../../everybodys/is-everybodys-domain.ts'
import { toShownDomain } from '../../to-shown-domain.ts'
import type { Draft } from './indicator-draft.ts'
import { isLeftOutForName } from './is-left-out-for.ts'

/** What remains of a name below it goes out, unless a person left out the very domain that remains. */
export const mayShow = (registered: string, draft: Draft): boolean =>
  namesNobody(registered, draft) && !isLeftOutForName(registered, draft)

/**
 * Whether what is left is what an attacker registered, not a service that all use, and says nothing of whom he imitates
 * with a label below it (T11).
 */
export const namesNobody = (domain: string, { redactor: { context } }: Draft): boolean =>
  !isEverybodysDomain(domain) &&
  context.imitated(domain) === undefined &&
  context.resembled(domain) === undefined &&
  !context.names.has(toShownDomain(domain))
