import type { Message, ReceivedHop } from '../../evidence/message.ts'
import { toOrganisation } from '../../evidence/headers/organisation.ts'
import type { RegisterIndex } from '../../register/register.ts'
import { type HopNames, readHopNames } from './hop-names.ts'
import { isInternalIp } from './ip-range.ts'
import { findTrustBoundary } from './trust-boundary.ts'

/** Things on the way that an analyst looks at twice; each has innocent reasons too. */
export const HOP_ODDITIES = [
  /** The clock stands before the one of the server that had the mail earlier. */
  'clock-backwards',
  /** More than a day passed. */
  'long-delay',
  /** The sending machine introduced itself by a name of another organisation than its address has. */
  'helo-differs',
  /** The sending machine introduced itself as one of the receiving organisation. */
  'helo-is-recipient',
  /** An address outside the trust boundary that no machine of the internet has. */
  'private-address',
  /** The server that hands over is not the one that took the mail below. */
  'missing-hop',
  /** The field has no time that can be read. */
  'no-time',
] as const
export type HopOddity = (typeof HOP_ODDITIES)[number]

/** One Received field, read for people; newest first, as in the mail. */
export interface MailHop extends HopNames {
  readonly hop: ReceivedHop
  /** Written by the receiving organisation's own servers. */
  readonly isTrusted: boolean
  /** The field in which the mail came in from outside: its address is the last that can be relied on. */
  readonly isGate: boolean
  /** Seconds since the server below; negative when its clock is behind. */
  readonly delaySeconds?: number
  readonly oddities: readonly HopOddity[]
}

/** The way a mail took, newest field first, with what is odd about it. */
export function readMailPath(message: Message, register: RegisterIndex): readonly MailHop[] {
  const { trustedHops, own } = findTrustBoundary(message, register)
  const names = message.received.map(readHopNames)
  return message.received.map((hop, at): MailHop => {
    const below = message.received[at + 1]
    const isTrusted = at < trustedHops
    const isGate = at === trustedHops - 1
    const named = names[at] ?? {}
    const delaySeconds = toSeconds(hop, below)
    return {
      hop,
      ...named,
      isTrusted,
      isGate,
      ...(delaySeconds === undefined ? {} : { delaySeconds }),
      oddities: [
        ...findClockOddities(hop, delaySeconds),
        ...findNameOddities(named, hop, isGate ? own : new Set()),
        ...(isTrusted || !isInternalIp(hop.fromIp ?? '') ? [] : (['private-address'] as const)),
        ...(at + 1 >= trustedHops && isMissing(hop, named, below)
          ? (['missing-hop'] as const)
          : []),
      ],
    }
  })
}

function toSeconds(hop: ReceivedHop, below: ReceivedHop | undefined): number | undefined {
  if (hop.at === undefined || below?.at === undefined) return undefined
  return Math.round((hop.at.getTime() - below.at.getTime()) / 1000)
}

/** Clocks of two servers differ by seconds; a minute is no longer chance. */
const CLOCK_SECONDS_MAX = 60
const DAY_SECONDS = 24 * 60 * 60

function findClockOddities({ at }: ReceivedHop, delaySeconds: number | undefined): HopOddity[] {
  if (at === undefined) return ['no-time']
  if (delaySeconds === undefined) return []
  if (delaySeconds < -CLOCK_SECONDS_MAX) return ['clock-backwards']
  return delaySeconds > DAY_SECONDS ? ['long-delay'] : []
}

function findNameOddities(
  { claimed, recorded }: HopNames,
  { fromIp }: ReceivedHop,
  own: ReadonlySet<string>,
): HopOddity[] {
  if (claimed === undefined || fromIp === undefined || isInternalIp(fromIp)) return []
  const claims = toOrganisation(claimed)
  const isForeign = recorded === undefined || !own.has(toOrganisation(recorded))
  if (own.has(claims) && isForeign && !SHARED.has(claims)) return ['helo-is-recipient']
  if (recorded === undefined || !claimed.includes('.')) return []
  return claims === toOrganisation(recorded) ? [] : ['helo-differs']
}

/** Everybody's servers carry these names, the sender's among them. */
const SHARED = new Set(['outlook.com', 'google.com', 'office365.com', 'microsoft.com'])

/** Organisations are compared, not machines: clusters hand over under other names than they receive. */
function isMissing(
  { fromName, fromIp }: ReceivedHop,
  { claimed, recorded }: HopNames,
  below: ReceivedHop | undefined,
): boolean {
  const by = below?.byName?.toLowerCase()
  if (by === undefined || !by.includes('.') || /^[\d.:[\]]+$/.test(by)) return false
  if (fromName === undefined || isInternalIp(fromIp ?? '')) return false
  const names = [claimed, recorded].filter((name) => name?.includes('.'))
  if (names.length === 0) return false
  return names.every((name) => toOrganisation(name ?? '') !== toOrganisation(by))
}
