import { toOrganisation } from '../../evidence/headers/organisation.ts'
import { isEverybodysService } from '../../everybodys/is-everybodys-service.ts'
import { buildImitationIndex } from '../redact/find-imitated.ts'
import { buildOwners, type Owners } from '../redact/owners.ts'
import type { AttackerFacts } from '../redact/redaction-context.ts'
import type { CaseMail } from './case-record.ts'
import { isNotSender } from './is-not-sender.ts'
import { isOwnAnswer } from './is-own-answer.ts'
import { listNamedMailboxes } from './list-named-mailboxes.ts'
import { findGoals } from './find-goals.ts'
import { toPlace } from './mail-places.ts'
import type { MailsOfCase } from './find-attacker-facts.ts'

/** What shows that a domain is the recipient's, or of somebody it writes with. Strongest first. */
export const WITNESSES = [
  'delivered',
  'server',
  'forwarded',
  'addressed',
  'named',
  'relayed',
  'sent',
  'answered',
  'quoted',
  'noted',
  'claimed',
  'claimed-by-attack',
  'told-by-attack',
  'original',
  'transmitter',
  'written',
  'self',
] as const
export type Witness = (typeof WITNESSES)[number]

/** A sender shows himself by these as well as somebody else: their names are looked for in nothing. */
export const isOfSender = (witness: Witness): boolean => OF_SENDER.has(witness)
const OF_SENDER: ReadonlySet<Witness> = new Set([
  'noted',
  'claimed',
  'claimed-by-attack',
  'told-by-attack',
  'original',
  'transmitter',
  'written',
  'self',
])

/** A registrable domain that no register holds and that a mail shows on the recipient's side. */
export interface MetDomain {
  readonly domain: string
  readonly providerId: string
  readonly witness: Witness
}

/** More domains in one mail are a list that somebody planted; what servers wrote down comes first. */
const DOMAINS_OF_MAIL_MAX = 100

/**
 * Domains on the recipients' side that no register holds. Whoever received the mail is the provider, so what is told of
 * the recipient by the mail alone is asked about before it goes out. A sender may plant a domain here, so none is left
 * out without a question that says what showed it. Services of everybody are nobody's; found look-alikes are the attacker's.
 */
export function listMetDomains(
  { mails, traces }: MailsOfCase,
  lookalikes: AttackerFacts['lookalikes'],
): readonly MetDomain[] {
  const owners = buildOwners(traces)
  const imitated = buildImitationIndex(traces, lookalikes)
  const isOpen = (domain: string): boolean =>
    isOfSomebody(domain) && owners.ofDomain(domain) === undefined && imitated(domain) === undefined
  const met = new Map<string, MetDomain>()
  for (const mail of mails) {
    const shown = listShown(mail, owners)
    for (const { domain, witness } of shown.slice(0, DOMAINS_OF_MAIL_MAX)) {
      const known = met.get(domain)
      const isStronger =
        known === undefined || WITNESSES.indexOf(witness) < WITNESSES.indexOf(known.witness)
      if (isStronger && (known !== undefined || isOpen(domain)))
        met.set(domain, { domain, witness, providerId: mail.providerId })
    }
  }
  return [...met.values()]
}

const isOfSomebody = (domain: string): boolean =>
  domain.includes('.') && !isEverybodysService(domain)

function listShown(
  mail: CaseMail,
  owners: Owners,
): readonly Pick<MetDomain, 'domain' | 'witness'>[] {
  const { recipients } = mail
  if (recipients === undefined) return []
  const {
    delivered,
    forwarders = [],
    originals = [],
    claimedLists = [],
    noted = [],
    readerDomains = [],
    written = [],
    transmitters = [],
    addressed,
    servers,
    quoted,
    senders,
    relays,
    answered,
    isAuthenticated,
  } = recipients
  const isOther = isNotSender(recipients)
  const isRegistered = (domain: string): boolean => owners.ofDomain(domain) !== undefined
  // Whoever passes a mail on from the inside quotes the attack itself.
  const others = senders.some(isRegistered) ? [] : quoted
  const { isLedTo, isGoal } = findGoals(mail)
  const isPartner = isAuthenticated && answered.some(isRegistered)
  const originally = originals.map(({ organisation }) => organisation)
  const isList = senders.some(
    (domain) => isRegistered(domain) || relays.includes(domain.toLowerCase()),
  )
  const shown: Readonly<Record<Witness, readonly string[]>> = {
    delivered: delivered.map(({ domain }) => domain),
    server: servers.filter((name) => /^[a-z\d_-]+(?:\.[a-z\d_-]+)+\.[a-z]/u.test(name)),
    forwarded: forwarders.map(({ domain }) => domain),
    addressed: addressed.filter(isOther).map(({ domain }) => domain),
    named: [
      ...listNamedMailboxes(mail).map(({ domain }) => domain),
      ...readerDomains.filter((domain) => !isGoal(domain)),
    ],
    relayed: [
      ...relays.filter((domain) => !isGoal(domain)),
      ...(isList ? [] : originally.filter(isNamedNowhereElse(mail))),
    ],
    self: addressed.filter((one) => !isOther(one)).map(({ domain }) => domain),
    sent: isOwnAnswer(mail, owners) ? senders : [],
    answered: isPartner ? senders : [],
    quoted: others.map(({ domain }) => domain),
    original: originally,
    // A list that passes an attack on is no place that the attack leads to.
    claimed: claimedLists.filter((domain) => !isLedTo(domain)),
    'claimed-by-attack': claimedLists.filter(isLedTo),
    noted: noted.filter((domain) => !isGoal(domain)),
    'told-by-attack': [...readerDomains, ...relays, ...noted].filter(isGoal),
    transmitter: transmitters,
    written: written.map(({ domain }) => domain),
  }
  const all = WITNESSES.flatMap((witness) =>
    shown[witness].map((name) => ({ domain: toOrganisation(name), witness })),
  )
  // The first witness of each domain is its strongest.
  const first = new Map(all.toReversed().map((one) => [one.domain, one]))
  return all.filter((one) => first.get(one.domain) === one)
}

/** Whether nothing in a mail but the field for its first author names a domain: there a sender may name an innocent. */
function isNamedNowhereElse({ indicators }: CaseMail): (domain: string) => boolean {
  const named = new Set(
    indicators.flatMap((one) => (one.context === 'from' ? [] : (toPlace(one) ?? []))),
  )
  return (domain) => !named.has(domain)
}
