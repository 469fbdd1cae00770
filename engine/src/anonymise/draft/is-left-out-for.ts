import { findEmbeddedIp } from '../../everybodys/find-embedded-ip.ts'
import { isEverybodysDomain } from '../../everybodys/is-everybodys-domain.ts'
import { toOrganisation } from '../../evidence/headers/organisation.ts'
import { toShownDomain } from '../../to-shown-domain.ts'
import { toHostShape } from '../redact/host-shape.ts'
import { metNameQuestion } from '../redact/identifying-questions.ts'
import { correspondentQuestion, registeredQuestion } from '../redact/place-questions.ts'
import { ask, type Draft } from './indicator-draft.ts'
import { isLeftOutTenant } from './is-left-out-tenant.ts'
import { isOfSender } from './list-met-domains.ts'
import { metDomainQuestion } from './met-domain-question.ts'

/**
 * A domain that only the mails show on the recipients' side, and one that holds or resembles the name of somebody there,
 * is asked about, and stays inside unless a person says that it is the attacker's. One that holds another name which the
 * mails alone tell of is asked about, and published unless a person says that it is somebody's. Asked of what was
 * registered where that holds the name: one answer is for every host, link and address there.
 */
export function isLeftOutForMet(domain: string, draft: Draft, place: string): boolean {
  return isLeftOutTenant(domain, draft, place) || isLeftOutForName(domain, draft)
}

export function isLeftOutForName(domain: string, draft: Draft): boolean {
  const { names, registered: known, recipients, resembled } = draft.redactor.context
  const { registered } = toHostShape(domain, names)
  const isRecipients = (name: string): boolean =>
    recipients.has(toShownDomain(name)) || resembled(name) !== undefined
  const isMet = (shown: string): boolean => names.has(shown) && !known.has(shown)
  const holding = [registered, domain].find(
    (name) => isMet(toShownDomain(name)) || isRecipients(name),
  )
  if (holding === undefined) return isLeftOutForSelf(registered, draft)
  const witness = draft.met.get(toOrganisation(holding))
  const question =
    witness === undefined
      ? metNameQuestion(holding, isRecipients(holding) ? ['omit', 'keep'] : ['keep', 'omit'])
      : metDomainQuestion(holding, witness)
  // That a name means nobody says nothing yet of who sent from there.
  if (ask(question, draft) !== 'omit') return isLeftOutForSelf(registered, draft)
  draft.omitted.add('identifying-domains')
  return true
}

/** Only the sender himself shows the domain, among the addressees or as a list that he may have made up. */
function isLeftOutForSelf(registered: string, draft: Draft): boolean {
  const domain = toOrganisation(registered)
  const witness = draft.met.get(domain)
  if (witness === undefined || !isOfSender(witness)) return false
  if (ask(metDomainQuestion(domain, witness), draft) !== 'omit') return false
  draft.omitted.add('identifying-domains')
  return true
}

/**
 * Whatever any member has registered, a mail that names it is no proof against it: `Reply-To` and links are the
 * sender's choice, and a member that is blocked by all others is the victim of that mail (T74).
 */
export function isLeftOutForMember(domain: string, draft: Draft, address?: string): boolean {
  const { registered } = draft
  const isMembers =
    registered.ofDomain(domain) !== undefined ||
    registered.ofIp(findEmbeddedIp(domain)?.ip ?? domain.replace(/^\[|\]$/gu, '')) !== undefined ||
    (address !== undefined && registered.ofAddress(address) !== undefined)
  if (!isMembers) return false
  const isShared = isEverybodysDomain(domain)
  if (ask(registeredQuestion(isShared ? (address ?? domain) : domain), draft) === 'keep')
    return false
  draft.omitted.add('identifying-domains')
  return true
}

/** A sender whose domain resembles that of somebody whom only the mail itself names, as a forger can have it do. */
export function isLeftOutForCorrespondent(domain: string, draft: Draft): boolean {
  const found = draft.resembling.find(
    ({ observed }) => domain === observed || domain.endsWith(`.${observed}`),
  )
  if (found === undefined) return false
  if (ask(correspondentQuestion(found.observed, found.genuine), draft) === 'keep') return false
  draft.omitted.add('identifying-domains')
  return true
}
