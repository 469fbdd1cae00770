import type { Indicator } from '../../evidence/artefact.ts'
import { toOrganisation } from '../../evidence/headers/organisation.ts'
import { isEverybodysIp } from '../../everybodys/is-everybodys-ip.ts'
import { isPrivateIp } from '../../is-private-ip.ts'
import { memoise } from '../../memoise.ts'
import type { ReceivedFrom } from '../receiving-side/receiving-side.ts'
import type { Owners } from '../redact/owners.ts'
import type { CaseMail } from './case-record.ts'
import { isOfSender, type MetDomain } from './list-met-domains.ts'

/**
 * Addresses on a mail's way of which only a person can say which are the attacker's and which the recipient's (T02).
 * A host alone is the sender's when nothing stands below its field and it bears no name of the receiving side: its own
 * server may hand the mail on from a public address, over a hop that noted none. By each address those that one question
 * asks about.
 */
export function findDoubtfulHops(
  owners: Owners,
  met: readonly MetDomain[],
): (mail: CaseMail) => ReadonlyMap<string, readonly string[]> {
  const inside = new Set(met.flatMap(({ domain, witness }) => (isOfSender(witness) ? [] : domain)))
  const isRegistered = (name: string): boolean => owners.ofDomain(name) !== undefined
  const isOwn = (name: string): boolean => isRegistered(name) || inside.has(toOrganisation(name))
  // Among the provider's own servers the mail was only handed on.
  const isOwnHop = ({ isInside, names }: ReceivedFrom): boolean =>
    isInside && names.some(isRegistered)

  return memoise(({ indicators, recipients }: CaseMail) => {
    const hops = Map.groupBy(recipients?.hops ?? [], ({ ip }) => ip.toLowerCase())
    const hopsOf = (ip: string): readonly ReceivedFrom[] => hops.get(ip) ?? []
    const all = [...new Set(indicators.filter(isPublicHop).map(({ value }) => value.toLowerCase()))]
    const foreign = all.filter(
      (ip) =>
        owners.ofIp(ip) === undefined && (hopsOf(ip).length === 0 || !hopsOf(ip).every(isOwnHop)),
    )
    const isDoubtful = (ip: string): boolean =>
      foreign.length > 1 || hopsOf(ip).some(({ hasOlder, names }) => hasOlder || names.some(isOwn))
    const asked = all.filter((ip) => !isEverybodysIp(ip) && isDoubtful(ip)).toSorted()
    const far = asked.filter((ip) =>
      hopsOf(ip).every(({ isInside, names }) => !isInside && !names.some(isOwn)),
    )
    const isTogether = (ip: string): boolean => far.length > FAR_ALONE_MAX && far.includes(ip)
    return new Map(asked.map((ip) => [ip, isTogether(ip) ? far : [ip]]))
  })
}

/** More hops outside the receiving side than a mail takes are the sender's invention, and are asked about once. */
const FAR_ALONE_MAX = 8

const isPublicHop = ({ type, context, value }: Indicator): boolean =>
  (type === 'ipv4' || type === 'ipv6') && context === 'received' && !isPrivateIp(value)
