import { isSharedService } from '../anonymise/redact/shared-services.ts'
import { findTrustBoundary } from '../authentication/path/trust-boundary.ts'
import { toOrganisation } from '../evidence/headers/organisation.ts'
import type { MailAddress, Message, ReceivedHop } from '../evidence/message.ts'
import type { RegisterIndex } from '../register/register.ts'
import { findAddressesInText } from '../techniques/reading/text-addresses.ts'
import { FREE_MAIL } from '../techniques/tables/free-mail.ts'

/** Something a mail shows that may be its recipient's own, or that cannot be. */
export interface TraceSighting {
  readonly list: 'domains' | 'people' | 'hosts'
  readonly value: string
  /** Of a person. */
  readonly address?: string
  /**
   * `received`: written by the recipient's own server when it took the mail in. `addressed`: written by the sender,
   * so it counts only when several unlike senders wrote it. `foreign`: stands in the sender's place in this mail.
   */
  readonly witness: 'received' | 'addressed' | 'foreign'
  /** Registrable domain of the sender, so that one sender's mails are one witness. */
  readonly sender: string
}

/** A mail to more people than this is a list; nothing is learned of its recipient. */
const RECIPIENTS_MAX = 50
const SIGHTINGS_MAX = 100
/** Links looked at for domains that are the sender's. */
const LINKS_MAX = 500
const NAME_CHARS_MAX = 100
/** Letters and spaces; a dot only behind an initial, so that a domain is no name. */
const NAME = /^\p{L}(?:[\p{L}\p{M}\s・'-]|\.(?=\s|$))+$/u

/**
 * What a mail tells of the organisation that received it, for a person to confirm. The sender would like to plant
 * names here: a domain of its own that is taken for the recipient's is left out of warnings. So whatever stands in the
 * sender's place (From, Reply-To, Return-Path, Sender, links) is reported as `foreign`, and what services lend to
 * everybody is nobody's own.
 */
export function suggestTraces(message: Message, register: RegisterIndex): readonly TraceSighting[] {
  const sender = toOrganisation(message.from?.domain ?? '')
  const foreign = listForeignDomains(message)
  const known = new Set((register.register.recipient?.domains ?? []).map(toOrganisation))
  const isOpen = (domain: string) => domain !== '' && !foreign.has(domain) && !isShared(domain)
  const seen = [
    ...findDomains(message, register, known).filter(
      ({ value }) => isOpen(value) && !known.has(value),
    ),
    ...findPeople(message, known),
    ...findHosts(message, register, known),
    ...[...foreign]
      .filter((domain) => !known.has(domain))
      .map((value) => ({ list: 'domains', value, witness: 'foreign' }) as const),
  ]
  const sightings = seen.map((one): TraceSighting => ({ ...one, sender }))
  const byKey = new Map(sightings.map((one) => [JSON.stringify(one), one]))
  return [...byKey.values()].slice(0, SIGHTINGS_MAX)
}

type Seen = Omit<TraceSighting, 'sender'>

const isShared = (domain: string): boolean => FREE_MAIL.has(domain) || isSharedService(domain)

/** Domains of what the sender says of itself or sends its reader to. */
function listForeignDomains(message: Message): ReadonlySet<string> {
  const said = ['from', 'reply-to', 'sender', 'return-path', 'disposition-notification-to']
  const addresses = said.flatMap((name) => message.addresses(name))
  const hosts = message.links.slice(0, LINKS_MAX).flatMap(({ url }) => toHost(url))
  const domains = [...addresses.map(({ domain }) => domain), ...hosts].map(toOrganisation)
  return new Set(domains.filter((domain) => domain !== ''))
}

function toHost(url: string): string[] {
  const parsed = URL.canParse(url) ? new URL(url).hostname : ''
  return parsed === '' ? [] : [parsed]
}

/**
 * Where a registered server says it delivered, and whom the sender wrote to. A server of an unregistered name may have
 * been invented with its whole field, so its word counts no more than the sender's.
 */
function findDomains(
  message: Message,
  register: RegisterIndex,
  known: ReadonlySet<string>,
): readonly Seen[] {
  const received = listTrusted(message, register)
    .filter(({ byName = '' }) => known.has(toOrganisation(byName)))
    .flatMap(({ forAddress = '' }) => findAddressesInText(forAddress))
    .map(({ organisation }) => organisation)
  const addressed = listAddressed(message).map(({ organisation }) => organisation)
  const toSeen = (witness: Seen['witness']) => (value: string) =>
    ({ list: 'domains', value, witness }) as const
  return [...received.map(toSeen('received')), ...addressed.map(toSeen('addressed'))]
}

/** Names of mailboxes that are the recipient's already: the address is its own, the name is the sender's word. */
function findPeople(message: Message, known: ReadonlySet<string>): readonly Seen[] {
  return listAddressed(message).flatMap(({ displayName, address, organisation }) => {
    const value = displayName.normalize('NFKC').trim()
    const isName = NAME.test(value)
    const isKnown = known.has(organisation) && isName && value.length <= NAME_CHARS_MAX
    return isKnown ? [{ list: 'people', value, address, witness: 'addressed' } as const] : []
  })
}

/** Its own mail servers, as they name themselves on the way in. */
function findHosts(
  message: Message,
  register: RegisterIndex,
  known: ReadonlySet<string>,
): readonly Seen[] {
  return listTrusted(message, register).flatMap(({ byName = '' }) => {
    const value = byName.toLowerCase()
    const isOwn = known.has(toOrganisation(value)) && /^[\w-]+(?:\.[\w-]+){2,8}$/.test(value)
    return isOwn ? [{ list: 'hosts', value, witness: 'received' } as const] : []
  })
}

const listTrusted = (message: Message, register: RegisterIndex): readonly ReceivedHop[] =>
  message.received.slice(0, findTrustBoundary(message, register).trustedHops)

function listAddressed(message: Message): readonly MailAddress[] {
  const addressed = ['to', 'cc'].flatMap((name) => message.addresses(name))
  return addressed.length > RECIPIENTS_MAX ? [] : addressed
}
