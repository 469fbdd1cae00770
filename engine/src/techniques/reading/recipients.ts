import { findTrustBoundary } from '../../authentication/path/trust-boundary.ts'
import type { Message } from '../../evidence/message.ts'
import type { RegisterIndex } from '../../register/register.ts'
import { splitDomain } from '../../register/split-domain.ts'
import { DELIVERY_HEADERS } from '../tables/delivery-headers.ts'
import { FREE_MAIL } from '../tables/free-mail.ts'
import { memoise } from './memoise.ts'
import { findAddressesInText, type TextAddress } from './text-addresses.ts'

/** Who received the mail, as far as it and the register tell. */
export interface Recipients {
  readonly addresses: readonly TextAddress[]
  /** Registrable domains of the receiving organisation: those of the register, and where its own servers delivered. */
  readonly organisations: ReadonlySet<string>
  /** Those of the register alone; where it knows no recipient, that of the first address. */
  readonly registered: ReadonlySet<string>
}

/** Mailboxes the mail was delivered to or addressed to, delivery first. */
export function listRecipients(message: Message, register: RegisterIndex): Recipients {
  return recipientsBy(register)(message)
}

const recipientsBy = memoise((register: RegisterIndex) =>
  memoise((message: Message) => readRecipients(message, register)),
)

function readRecipients(message: Message, register: RegisterIndex): Recipients {
  const known = register.register.recipient
  const delivered = [
    ...[...DELIVERY_HEADERS].flatMap((name) => message.header(name).map((field) => field.value)),
    ...message.received.flatMap((hop) => hop.forAddress ?? []),
  ].flatMap(findAddressesInText)
  const addressed = ['to', 'cc'].flatMap((name) => message.addresses(name))
  const people =
    known?.people.flatMap((person) => person.addresses).flatMap(findAddressesInText) ?? []
  const first = delivered[0] ?? addressed[0]
  const own = new Set(
    (known?.domains ?? [first?.domain ?? '']).flatMap(
      (domain) => splitDomain(domain)?.organisation ?? [],
    ),
  )
  const registered = new Set([...own].filter(isNobodyElses))
  const organisations = new Set([
    ...registered,
    ...(known === undefined ? [] : listDelivered(message, register)).filter(isNobodyElses),
  ])
  const isOwn = (one: TextAddress) =>
    known === undefined || own.has(one.organisation) || organisations.has(one.organisation)
  const addresses = uniqueBy([...delivered, ...addressed, ...people].filter(isOwn))
  return { addresses, organisations, registered }
}

const isNobodyElses = (organisation: string): boolean => !FREE_MAIL.has(organisation)

/**
 * Where the receiving side's own servers say they delivered: no register holds every domain of its organisation, and
 * no sender can write above their fields.
 */
function listDelivered(message: Message, register: RegisterIndex): readonly string[] {
  const { trustedHops, isInside } = findTrustBoundary(message, register)
  const fields = [...DELIVERY_HEADERS].flatMap((name) => message.header(name).filter(isInside))
  const values = [
    ...fields.map(({ value }) => value),
    ...message.received.slice(0, trustedHops).flatMap(({ forAddress }) => forAddress ?? []),
  ]
  return values.flatMap(findAddressesInText).map(({ organisation }) => organisation)
}

function uniqueBy(addresses: readonly TextAddress[]): TextAddress[] {
  return [...new Map(addresses.map((one) => [one.address.toLowerCase(), one])).values()]
}
