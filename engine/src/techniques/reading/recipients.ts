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
  /** Registrable domains of the receiving organisation. */
  readonly organisations: ReadonlySet<string>
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
  const isOwn = (one: TextAddress) => known === undefined || own.has(one.organisation)
  const addresses = uniqueBy([...delivered, ...addressed, ...people].filter(isOwn))
  return { addresses, organisations: new Set([...own].filter((one) => !FREE_MAIL.has(one))) }
}

function uniqueBy(addresses: readonly TextAddress[]): TextAddress[] {
  return [...new Map(addresses.map((one) => [one.address.toLowerCase(), one])).values()]
}
