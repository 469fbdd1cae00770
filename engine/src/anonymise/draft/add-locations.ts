import { toIpBytes } from '../../authentication/spf/ip-network.ts'
import type { Indicator } from '../../evidence/artefact.ts'
import { findEmbeddedIp } from '../../everybodys/find-embedded-ip.ts'
import { isPrivateHost } from '../../is-private-host.ts'
import { findBusinessTenant, findTenantPath } from '../../everybodys/find-business-tenant.ts'
import { parseUrl } from '../../techniques/url/parse-url.ts'
import { toShownDomain } from '../../to-shown-domain.ts'
import { letterOf } from '../aliases.ts'
import { type Choice, decidedChoice } from '../question.ts'
import { type CodedIp, toCodedIp } from '../redact/coded-ip.ts'
import { findAddressQuestion } from '../redact/find-address-question.ts'
import { TOKEN, toHostName, toHostShape } from '../redact/host-shape.ts'
import {
  codedIpQuestion,
  domainQuestion,
  metNameQuestion,
  urlQuestion,
} from '../redact/identifying-questions.ts'
import {
  correspondentQuestion,
  registeredQuestion,
  tenantQuestion,
} from '../redact/place-questions.ts'
import { toOrganisation } from '../../evidence/headers/organisation.ts'
import { metDomainQuestion } from './met-domain-question.ts'
import { toUrlShape, type UrlShape } from '../redact/url-shape.ts'
import { toSharedPage } from './list-shared-pages.ts'
import { isLeftOutNeighbour } from './is-left-out-neighbour.ts'
import { ask, isNamePart, put, type Draft } from './indicator-draft.ts'
import { isEverybodysDomain } from '../../everybodys/is-everybodys-domain.ts'
import { isSharedService } from '../redact/shared-services.ts'

export function addAddress(indicator: Indicator, draft: Draft): void {
  const { context } = draft.redactor
  const address = toHostName(indicator.value)
  const at = address.lastIndexOf('@')
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)]
  if (at < 1 || context.owners.ofDomain(domain) !== undefined) return
  const isImitation = context.imitated(domain) !== undefined || saysKnown(domain, draft)
  if (isImitation) return addDomain(domain, indicator.context, draft)
  // Bounce addresses hold the recipient in ways only the sender can read (T03).
  if (indicator.context === 'return-path') return addDomain(domain, 'return-path', draft)
  if (isLeftOutForMember(domain, draft, address)) return
  if (isLeftOutForMet(domain, draft, indicator.context))
    return addDomain(domain, indicator.context, draft)
  if (isLeftOutForCorrespondent(domain, draft)) return
  const host = toHostShape(domain, context.registered)
  const isShared = isSharedService(domain)
  const asked = findAddressQuestion(indicator.value, { names: context.names, isShared })
  if (asked === undefined) {
    return put(draft, indicator, `${local}@${host.value}`, host.hasTokens)
  }
  const choice = ask(asked, draft)
  draft.omitted.add('names')
  if (choice === 'ask') {
    draft.identifying.add(address)
    put(draft, indicator, address)
  } else if (choice === 'pattern' && !isShared) {
    put(draft, indicator, `****@${host.value}`, true)
  }
}

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
const findWhole = (domain: string, { redactor: { context } }: Draft): string | undefined =>
  context.registered.find(domain).find((match) => !isNamePart(match))?.name.organisationId

/** Whether an internationalised name is that of somebody known. */
const saysKnown = (domain: string, { redactor: { context } }: Draft): boolean =>
  domain.includes('xn--') && context.registered.has(toShownDomain(domain))

/**
 * A domain that only the mails show on the recipients' side, and one that holds or resembles the name of somebody there,
 * is asked about, and stays inside unless a person says that it is the attacker's. One that holds another name which the
 * mails alone tell of is asked about, and published unless a person says that it is somebody's. Asked of what was
 * registered where that holds the name: one answer is for every host, link and address there.
 */
function isLeftOutForMet(domain: string, draft: Draft, place: string): boolean {
  return isLeftOutTenant(domain, draft, place) || isLeftOutForName(domain, draft)
}

/** The host of a customer at a service for organisations: the provider's own, a partner's, or a taken-over one. */
function isLeftOutTenant(domain: string, draft: Draft, place: string): boolean {
  const tenant = findBusinessTenant(domain)
  if (tenant === undefined) return false
  const isBorrowed = draft.isSpoofed({ context: place, value: domain })
  const isTrial = SENDERS.has(place) && !isBorrowed && tenant.endsWith('.onmicrosoft.com')
  const question = tenantQuestion([tenant], isTrial ? ['keep', 'omit'] : ['omit', 'keep'])
  if (ask(question, draft) !== 'omit') return false
  draft.omitted.add('identifying-domains')
  return true
}

/** A company sends under a domain of its own; under its first one at Microsoft send those who opened it for the attack. */
const SENDERS: ReadonlySet<string> = new Set(['from', 'sender', 'reply-to', 'return-path'])

/** The same where all customers share a host and the path says whose the page is. */
function isLeftOutTenantPath(url: string, draft: Draft): boolean {
  const tenant = findTenantPath(url)
  if (tenant === undefined) return false
  // Nobody answers a hundred questions about one newsletter with care.
  const beside = draft.tenantsBeside(tenant)
  const asked = beside.length > TENANTS_ALONE_MAX ? beside : [tenant]
  if (ask(tenantQuestion(asked), draft, tenant) !== 'omit') return false
  draft.omitted.add('identifying-domains')
  return true
}

const TENANTS_ALONE_MAX = 5

function isLeftOutForName(domain: string, draft: Draft): boolean {
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

/** Only the sender himself, among the addressees, shows the domain. */
function isLeftOutForSelf(registered: string, draft: Draft): boolean {
  const domain = toOrganisation(registered)
  if (draft.met.get(domain) !== 'self') return false
  if (ask(metDomainQuestion(domain, 'self'), draft) !== 'omit') return false
  draft.omitted.add('identifying-domains')
  return true
}

/**
 * Whatever any member has registered, a mail that names it is no proof against it: `Reply-To` and links are the
 * sender's choice, and a member that is blocked by all others is the victim of that mail (T74).
 */
function isLeftOutForMember(domain: string, draft: Draft, address?: string): boolean {
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
function isLeftOutForCorrespondent(domain: string, draft: Draft): boolean {
  const found = draft.resembling.find(
    ({ observed }) => domain === observed || domain.endsWith(`.${observed}`),
  )
  if (found === undefined) return false
  if (ask(correspondentQuestion(found.observed, found.genuine), draft) === 'keep') return false
  draft.omitted.add('identifying-domains')
  return true
}

/** A domain that everybody uses; what a service gives one organisation is asked about instead. */
const isOfAll = (domain: string): boolean =>
  isEverybodysDomain(domain) && findBusinessTenant(domain) === undefined

/** A link to the front page of what everybody uses, or to what is left of one when a name has been cut out of its host. */
function isOfEverybody({ host, shownHost, hasPath }: UrlShape): boolean {
  const { registered, hasTokens, namesSomebody } = shownHost
  if (findBusinessTenant(host) !== undefined || !isEverybodysDomain(registered)) return false
  if (namesSomebody) return true
  return !hasPath && (hasTokens || host === registered || host === `www.${registered}`)
}

/** Whether what is left is what an attacker registered, not a service that all use, and says nothing of whom he imitates with a label below it (T11). */
const namesNobody = (domain: string, { redactor: { context } }: Draft): boolean =>
  !isEverybodysDomain(domain) &&
  context.imitated(domain) === undefined &&
  context.resembled(domain) === undefined &&
  !context.names.has(toShownDomain(domain))

/** What remains of a name below it goes out, unless a person left out the very domain that remains. */
const mayShow = (registered: string, draft: Draft): boolean =>
  namesNobody(registered, draft) && !isLeftOutForName(registered, draft)

export function addUrl(indicator: Indicator, draft: Draft): void {
  const { context } = draft.redactor
  const varying = draft.varyingParts(indicator.value)
  const shape = toUrlShape(indicator.value, context.registered, varying)
  if (shape === undefined || isSomebodysHost(shape.host, draft)) return
  const read = findEmbeddedIp(shape.host)?.ip ?? toReadHost(shape.host)
  if (toIpBytes(read) !== undefined && isLeftOutNeighbour(read, draft)) return
  if (isOfEverybody(shape) || isLeftOutForMember(shape.host, draft)) return
  const coded = toCodedIp(read)
  if (coded !== undefined) return addUnderNetwork(indicator, shape, { read, coded, draft })
  const imitated =
    context.imitated(shape.host) ??
    (shape.host.includes('xn--') ? findWhole(toShownDomain(shape.host), draft) : undefined)
  if (imitated !== undefined) {
    addDomain(shape.host, indicator.context, draft)
    const question = domainQuestion(shape.host, letterOf(context.aliases, imitated))
    const isPattern = decidedChoice(question, draft.record.decisions) === 'pattern'
    const { registered } = toHostShape(shape.host, context.names)
    if (isPattern && mayShow(registered, draft)) {
      put(draft, indicator, shape.underRegistered, true)
    }
    return
  }
  if (isLeftOutForCorrespondent(shape.host, draft)) return
  // Labels below what was registered are told from the rest of the link, and asked about with it.
  if (
    isLeftOutTenant(shape.host, draft, indicator.context) ||
    isLeftOutTenantPath(indicator.value, draft)
  )
    return
  const { registered } = toHostShape(shape.host, context.names)
  if (isLeftOutForName(registered, draft)) return
  const strict = toUrlShape(indicator.value, context.names, varying)
  if (isLeftOutForName(shape.host, draft)) {
    // The name stands in a label below: what the attacker registered tells his links without it.
    if (strict !== undefined && namesNobody(registered, draft))
      put(draft, indicator, strict.underRegistered, true)
    return
  }
  if (strict !== undefined && strict.value !== shape.value) {
    // Only people whom the evidence names make the difference; a sender may have planted them.
    const choice = ask(metNameQuestion(indicator.value, ['pattern', 'keep']), draft)
    const shown = choice === 'keep' ? shape : strict
    if (shown.hasTokens) draft.omitted.add('url-tokens')
    return put(draft, indicator, shown.value, shown.hasTokens)
  }
  if (!shape.hasTokens) return put(draft, indicator, shape.value)
  draft.omitted.add('url-tokens')
  const { whole, choice } = askAboutCode(indicator.value, shape, draft)
  if (choice === 'ask') {
    draft.identifying.add(whole)
    put(draft, indicator, whole)
  } else if (choice === 'pattern') put(draft, indicator, shape.value, true)
}

/** The address itself is asked about by itself; of a link there the network and the path go out. */
function addUnderNetwork(
  indicator: Indicator,
  { under }: UrlShape,
  { read, coded, draft }: { readonly read: string; readonly coded: CodedIp; readonly draft: Draft },
): void {
  const { registered, redactor } = draft
  if (redactor.context.owners.ofIp(coded.network) !== undefined) return
  const isMembers = registered.ofIp(coded.network) !== undefined
  if (isMembers && ask(registeredQuestion(read), draft) !== 'keep') return
  const question = codedIpQuestion(read, coded.network)
  if (decidedChoice(question, draft.record.decisions) === 'omit') return
  draft.omitted.add('url-tokens')
  put(draft, indicator, under(`[${coded.groups}:${TOKEN}]`), true)
}

/**
 * Whether a link goes out with its codes, and how much of it. Without them it tells still by its host, but for places that
 * all share: there a person may want the page published.
 */
function askAboutCode(
  url: string,
  { namesSomebody }: UrlShape,
  draft: Draft,
): { readonly whole: string; readonly choice: Choice } {
  if (namesSomebody) return { whole: url, choice: ask(urlQuestion(url), draft) }
  const page = toSharedPage(url)
  const question = page === undefined ? undefined : draft.pageQuestion(page)
  if (page === undefined || question === undefined) return { whole: url, choice: 'pattern' }
  return { whole: page, choice: ask(question, draft, page) }
}

/** A known organisation's host or a private one, in whatever way a browser lets an address be written (T02). */
function isSomebodysHost(host: string, { redactor: { context } }: Draft): boolean {
  const read = findEmbeddedIp(host)?.ip ?? toReadHost(host)
  const { ofDomain, ofIp } = context.owners
  if (ofDomain(host) !== undefined || ofDomain(read) !== undefined) return true
  return ofIp(read) !== undefined || isPrivateHost(read)
}

/** As a browser reads a host, whatever way an address is written in; without the brackets of version 6. */
const toReadHost = (host: string): string =>
  (parseUrl(`http://${host}/`)?.hostname ?? host).replace(/^\[|\]$/gu, '')
