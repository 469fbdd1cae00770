import type { HeaderField, Message, ReceivedHop } from '../../evidence/message.ts'
import { toOrganisation } from '../../evidence/headers/organisation.ts'
import { parseIp } from '../../evidence/headers/ip-address.ts'
import type { RegisterIndex, RegisterOrganisation } from '../../register/register.ts'
import { memoise } from '../../memoise.ts'
import { readHopNames } from './hop-names.ts'
import { isExchangeOnlineIp, isInternalIp } from './ip-range.ts'

/**
 * Where the receiving organisation's own servers begin. Fields are prepended on the way, so what
 * stands above is theirs, and everything below can be invented by the sender.
 */
export interface TrustBoundary {
  /** Received fields of the receiving side, counted from the newest. */
  readonly trustedHops: number
  /** The field in which the mail came in from outside. */
  readonly gate: ReceivedHop | undefined
  /** Registrable domains of the receiving side's servers. */
  readonly own: ReadonlySet<string>
  /** Stands above the boundary. */
  isInside(field: HeaderField): boolean
}

/** Received fields, newest first, that the receiving side's servers wrote, as far as the fields themselves tell. */
export const listTrustedHops = (received: readonly ReceivedHop[]): readonly ReceivedHop[] =>
  received.slice(0, countTrusted(received, listOwn(received[0], {})))

export function findTrustBoundary(message: Message, register: RegisterIndex): TrustBoundary {
  return boundariesBy(register)(message)
}

const boundariesBy = memoise((register: RegisterIndex) =>
  memoise((message: Message): TrustBoundary => {
    const { received } = message
    const own = listOwn(received[0], register.register.recipient ?? {})
    const trustedHops = countTrusted(received, own)
    const gate = received[trustedHops - 1]
    const end = gate?.header.range.end ?? 0
    return { trustedHops, gate, own, isInside: ({ range }) => range.start < end }
  }),
)

/** Providers whose servers carry several names. */
const EXCHANGE_ONLINE = ['outlook.com', 'office365.com', 'exchangelabs.com', 'microsoft.com']
const GOOGLE = ['google.com', 'gmail.com', 'googlemail.com']

/** Filters in front of a mailbox, known from the link services the organisation uses. */
const FILTERS: Readonly<Record<string, readonly string[]>> = {
  proofpoint: ['pphosted.com', 'ppe-hosted.com', 'ppops.net'],
  mimecast: ['mimecast.com', 'mimecast.co.za'],
  barracuda: ['barracudanetworks.com'],
  trellix: ['fireeyecloud.com'],
  cisco: ['iphmx.com'],
  'trend-micro': ['trendmicro.com', 'trendmicro.eu'],
  sophos: ['sophos.com'],
  symantec: ['messagelabs.com', 'symanteccloud.com'],
  'safe-links': EXCHANGE_ONLINE,
}

function listOwn(
  newest: ReceivedHop | undefined,
  { domains = [], urlServices = [] }: Partial<RegisterOrganisation>,
): Set<string> {
  const own = new Set(domains.map(toOrganisation))
  for (const id of urlServices) for (const name of FILTERS[id] ?? []) own.add(name)
  const by = toHost(newest?.byName)
  if (by !== undefined) own.add(toOrganisation(by))
  for (const names of [EXCHANGE_ONLINE, GOOGLE])
    if (names.some((name) => own.has(name))) for (const name of names) own.add(name)
  return own
}

/** A name with dots; undefined for addresses and names that only one machine understands. */
function toHost(name: string | undefined): string | undefined {
  const host = name?.toLowerCase().replace(/\.$/, '')
  return host === undefined || !host.includes('.') || parseIp(host) !== undefined ? undefined : host
}

/** The newest field is always the own one; each next one as long as the mail came from inside. */
function countTrusted(received: readonly ReceivedHop[], own: ReadonlySet<string>): number {
  let count = received.length === 0 ? 0 : 1
  for (; count < received.length; count++) {
    const above = received[count - 1]
    const below = received[count]
    if (above === undefined || below === undefined) break
    if (!comesFromInside(above, own) || !isWrittenBy(below, above, own)) break
  }
  return count
}

function comesFromInside(hop: ReceivedHop, own: ReadonlySet<string>): boolean {
  if (hop.fromIp === undefined && hop.fromName === undefined) return true
  const { claimed, recorded } = readHopNames(hop)
  if (hop.fromIp !== undefined) {
    if (isInternalIp(hop.fromIp)) return true
    if (isExchangeOnlineIp(hop.fromIp)) return own.has('outlook.com')
    return recorded !== undefined && own.has(toOrganisation(recorded))
  }
  // From outside every server notes the address; without one, only a neighbour can have spoken.
  if (/^(?:lmtp|https?|mapi|local)/i.test(hop.withProtocol ?? '')) return true
  const host = toHost(claimed)
  return host === undefined || own.has(toOrganisation(host))
}

/** Whether the lower field can be of the machine that handed the mail to the upper one. */
function isWrittenBy(below: ReceivedHop, above: ReceivedHop, own: ReadonlySet<string>): boolean {
  const by = toHost(below.byName)
  if (by === undefined || own.has(toOrganisation(by))) return true
  const { claimed, recorded } = readHopNames(above)
  return by === claimed || by === recorded
}
