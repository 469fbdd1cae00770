import { findBusinessTenant } from '../../everybodys/find-business-tenant.ts'
import { isEverybodysDomain } from '../../everybodys/is-everybodys-domain.ts'
import { toShownDomain } from '../../to-shown-domain.ts'
import { letterOf } from '../aliases.ts'
import { toHostName, toHostShape } from '../redact/host-shape.ts'
import { domainQuestion } from '../redact/identifying-questions.ts'
import { ask, isNamePart, put, type Draft } from './indicator-draft.ts'
import {
  isLeftOutForMet,
  isLeftOutForMember,
  isLeftOutForCorrespondent,
} from './is-left-out-for.ts'
import { mayShow } from './may-show.ts'
import { isSomebodysHost } from './somebodys-host.ts'

export function addDomain(written: string, place: string, draft: Draft): void {
  const domain = toHostName(written)
  const { context } = draft.redactor
  if (context.owners.ofDomain(domain) !== undefined || isOfAll(domain)) return
  if (isSomebodysHost(domain, draft) || isLeftOutForMember(domain, draft)) return
  const indicator = { type: 'domain', context: place } as const
  const imitated = context.imitated(domain) ?? findWhole(toShownDomain(domain), draft)
  const { registered, hasTokens } = toHostShape(domain, context.registered)
  if (imitated === undefined) {
    if (hasTokens && isEverybodysDomain(registered)) return
    if (isLeftOutForMet(domain, draft, place)) {
      // Somebody's name is a label below: what the attacker registered says nothing of that.
      if (findBusinessTenant(domain) === undefined && mayShow(registered, draft))
        put(draft, indicator, registered)
      return
    }
    if (isLeftOutForCorrespondent(domain, draft)) return
    // A host made for one recipient, and a bounce address, go out as the domain that the attacker registered (T03, T19).
    return put(draft, indicator, hasTokens || place === 'return-path' ? registered : domain)
  }
  const choice = ask(domainQuestion(domain, letterOf(context.aliases, imitated)), draft)
  if (choice === 'ask') {
    draft.identifying.add(domain)
    return put(draft, indicator, domain)
  }
  draft.omitted.add('identifying-domains')
  if (choice === 'pattern' && mayShow(registered, draft)) put(draft, indicator, registered)
}

/** Whom a domain names by more than a part of a person's name, which is asked about where the value would go out. */
export const findWhole = (domain: string, { redactor: { context } }: Draft): string | undefined =>
  context.registered.find(domain).find((match) => !isNamePart(match))?.name.organisationId

/** A domain that everybody uses; what a service gives one organisation is asked about instead. */
const isOfAll = (domain: string): boolean =>
  isEverybodysDomain(domain) && findBusinessTenant(domain) === undefined
