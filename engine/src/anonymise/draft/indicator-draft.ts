import { getDomain } from 'tldts'
import type { Indicator } from '../../evidence/artefact.ts'
import { toOrganisation } from '../../evidence/headers/organisation.ts'
import { findBusinessTenant } from '../../everybodys/find-business-tenant.ts'
import { isEverybodysService } from '../../everybodys/is-everybodys-service.ts'
import { isAtSharedPlace } from '../../everybodys/shared-places.ts'
import { isEverybodysDomain } from '../../everybodys/is-everybodys-domain.ts'
import type { BulletinIndicator, OmittedKind } from '../bulletin-content.ts'
import { decidedChoice, type Choice, type QuestionDraft } from '../question.ts'
import { namePartQuestion } from '../redact/identifying-questions.ts'
import { borrowedSenderQuestion } from '../redact/place-questions.ts'
import { TOKEN } from '../redact/host-shape.ts'
import type { NameMatch } from '../redact/match-names.ts'
import type { Owners } from '../redact/owners.ts'
import type { Redactor } from '../redact/redact-text.ts'
import type { CaseMail, CaseRecord } from './case-record.ts'
import type { Resembling } from './find-attacker-facts.ts'
import type { DoubtfulPlaces } from './find-doubtful-places.ts'
import type { GivenNames } from './find-given-names.ts'
import { LINKS, type Place, toPlaceOrganisation } from './find-spoofed.ts'
import { SPOOFED_FROM } from './indicator-contexts.ts'
import type { Witness } from './list-met-domains.ts'

/** What the indicators of one case have come to so far. */
export interface Draft {
  readonly record: CaseRecord
  readonly redactor: Redactor
  /** Domains on the recipients' side that only the mails tell of, with what showed each. */
  readonly met: ReadonlyMap<string, Witness>
  readonly indicators: Map<string, BulletinIndicator>
  readonly questions: QuestionDraft[]
  readonly omitted: Set<OmittedKind>
  readonly identifying: Set<string>
  /** Whether the parties of a genuine conversation may know a subject. */
  readonly isOfConversation: (subject: string) => boolean
  /** Whether a sender's place only borrows somebody's domain. */
  readonly isSpoofed: (indicator: Place) => boolean
  /** Places in the path of a link that differ from mail to mail. */
  readonly varyingParts: (url: string) => readonly number[]
  /** All customers in the case’s links that share a host with this one. */
  readonly tenantsBeside: (tenant: string) => readonly string[]
  /** The question that a file is asked about with; none where there are too many to be asked about. */
  readonly fileQuestion: (sha256: string) => QuestionDraft | undefined
  /** The same of a page at a place of everybody. */
  readonly pageQuestion: (page: string) => QuestionDraft | undefined
  /** Hosts on a mail's way of which only a person can say whose they are, with those that are asked about together. */
  readonly doubtfulHops: (mail: CaseMail) => ReadonlyMap<string, readonly string[]>
  /** The questions about file names of a mail that the provider may have given. */
  readonly givenNames: (mail: CaseMail) => GivenNames
  /** Whose domains, hosts, networks and addresses are registered at the hub, providers or not. */
  readonly registered: Owners
  /** Places where the receiving side may have written, and those that lead on, in all mails: read once, copies share them. */
  readonly doubtful: DoubtfulPlaces
  readonly rewriters: Rewriters
  /** Look-alikes of correspondents whom nobody has registered. */
  readonly resembling: readonly Resembling[]
}

/**
 * By each place why it is asked about: a link there leads on by a parameter, carries another address in its path or
 * fragment too, or only shows another site, as a phisher's do: two of them cost him nothing.
 */
export type Rewriters = ReadonlyMap<string, 'leads' | 'carries' | 'shows'>

export function put(
  draft: Draft,
  { type, context }: Pick<Indicator, 'type' | 'context'>,
  value: string,
  isPattern = false,
): void {
  const key = `${type} ${value}`
  if (draft.indicators.has(key)) return
  if (value.length > VALUE_LETTERS_MAX) return putBeginning(draft, { type, context }, value)
  // The last look before the allow-list: whatever rule let it through, a known name does not pass.
  if (!draft.identifying.has(value) && isHeldBack(type, value, draft)) return
  const shown = draft.isSpoofed({ context, value })
    ? toSpoofedContext(context, value, draft)
    : context
  if (shown === undefined) draft.omitted.add('identifying-domains')
  else
    draft.indicators.set(key, { type, value, context: shown, ...(isPattern ? { isPattern } : {}) })
}

/** No longer value is drafted: each is read in many ways when the text is checked. */
const VALUE_LETTERS_MAX = 2000

/** Of a link that is longer, what leads up to its end; what somebody permitted whole is not cut. */
function putBeginning(
  draft: Draft,
  indicator: Pick<Indicator, 'type' | 'context'>,
  value: string,
): void {
  const end = value.lastIndexOf('/', VALUE_LETTERS_MAX - TOKEN.length - 1)
  const path = value.indexOf('/', value.indexOf('//') + 2)
  const isDeep = indicator.type === 'url' && path > 0 && end > path
  if (isDeep && !draft.identifying.has(value)) {
    draft.omitted.add('url-tokens')
    put(draft, indicator, `${value.slice(0, end)}/${TOKEN}`, true)
  } else draft.omitted.add('more-links')
}

/**
 * Whose name a mail only borrowed is the attack's second victim: told as such, and on no list for blocking. An attacker
 * can have the mail of his own domain fail just as well, so that only what is known to be somebody's counts unasked.
 */
function toSpoofedContext(context: string, value: string, draft: Draft): string | undefined {
  const isLink = LINKS.has(context)
  // Where anybody puts a page, a link is to the attacker's, whosever name the mail bears.
  if (isLink && isAnybodysPage(value)) return context
  const domain = isLink ? toPlaceOrganisation(value) : value.slice(value.lastIndexOf('@') + 1)
  const isRegistered = draft.registered.ofDomain(domain) !== undefined
  // A page at a member's own place has come so far by the answer of a person alone.
  if (isLink && isRegistered) return context
  const isKnown =
    isRegistered || (isEverybodysDomain(domain) && findBusinessTenant(domain) === undefined)
  if (isKnown) return isLink ? undefined : SPOOFED_FROM
  return ask(borrowedSenderQuestion(toOrganisation(domain)), draft) === 'keep' ? context : undefined
}

const isAnybodysPage = (value: string): boolean =>
  isAtSharedPlace(value) || isEverybodysService(toPlaceOrganisation(value))

/**
 * A known name in a value holds it back. The first name or surname of a person alone may be a piece of another word
 * (Takashi in takashimaya), and whoever chooses his domain with care would stay off every list: that is asked.
 */
function isHeldBack(type: Indicator['type'], value: string, draft: Draft): boolean {
  // Numbers in an address on the network are no words, whatever a person is called; its owner was asked for by number.
  if (type === 'ipv4' || type === 'ipv6') return false
  const { registered } = draft.redactor.context
  const found = registered.find(value)
  if (found.length === 0) return false
  if (!found.every(isNamePart)) return true
  // One answer is for a domain and every address and link there.
  const host = type === 'subject' || type === 'file-name' ? undefined : toRegistered(type, value)
  const held = host !== undefined && registered.has(host) ? host : value
  if (ask(namePartQuestion(held), draft) === 'ask') {
    draft.identifying.add(value)
    return false
  }
  draft.omitted.add('names')
  return true
}

export const isNamePart = ({ name }: NameMatch): boolean => name.isPart && name.person !== undefined

function toRegistered(type: Indicator['type'], value: string): string | undefined {
  const host =
    type === 'url' ? /^[a-z]+:\/\/([^/?#:]+)/iu.exec(value)?.[1] : value.split('@').at(-1)
  return host === undefined ? undefined : (getDomain(host, REGISTRABLE) ?? host)
}
const REGISTRABLE = { validateHostname: false, allowPrivateDomains: true }

/** Asks about a value, with others or by itself. */
export function ask(question: QuestionDraft, draft: Draft, value = question.value): Choice {
  draft.questions.push(question)
  return decidedChoice(question, draft.record.decisions, value)
}
