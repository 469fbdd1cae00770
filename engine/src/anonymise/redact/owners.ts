import { foldMailbox } from '../../everybodys/fold-mailbox.ts'
import { memoiseByContent } from '../../memoise.ts'
import type { Traces } from '../traces.ts'
import { isInside, listReadings, parseNetwork } from './own-network.ts'

/** Whose domains, hosts and mail addresses the traces know. All values lower case. */
export interface Owners {
  /** Owner of a domain or of the nearest one above it. */
  ofDomain(domain: string): string | undefined
  ofAddress(address: string): Person | undefined
  /** Of an address, or of a network (`address/bits`) in which somebody has one. */
  ofIp(address: string): string | undefined
}

interface Person {
  readonly organisationId: string
  readonly isExecutive: boolean
}

/** One for each set of providers that a hub works on in one hour. */
const OWNERS_KEPT = 4

export const buildOwners: (traces: Traces) => Owners = memoiseByContent(
  ({ organisations }: Traces): Owners => {
    const [domains, people] = [new Map<string, string>(), new Map<string, Person>()]
    // Who was entered first keeps what two have entered.
    for (const one of organisations.toReversed()) {
      for (const domain of [...one.domains, ...one.hosts]) domains.set(domain.toLowerCase(), one.id)
      for (const { addresses, isExecutive } of one.people.toReversed())
        for (const address of addresses)
          people.set(foldMailbox(address), {
            organisationId: one.id,
            isExecutive: isExecutive === true,
          })
    }
    return {
      ofDomain: (domain) => findNearest(domain, domains),
      ofAddress: (address) => people.get(foldMailbox(address)),
      ofIp: buildOwnerOfIp(organisations),
    }
  },
  OWNERS_KEPT,
)

const NETWORK = /^([\da-f:.]{2,45})\/(\d{1,3})$/iu

/** Every value of a case is asked about, and most are no address: the networks are parsed once. */
function buildOwnerOfIp(organisations: Traces['organisations']): Owners['ofIp'] {
  const networks = organisations.flatMap(({ id, ipAddresses }) =>
    ipAddresses.flatMap((known) => {
      const network = parseNetwork(known)
      return network === undefined ? [] : [{ id, network }]
    }),
  )
  return (written) => {
    const [, address = written, bits = '128'] = NETWORK.exec(written) ?? []
    const readings = listReadings(address)
    if (readings.length === 0) return undefined
    // What lies in a registered network, and a network that a registered one lies in.
    return networks.find(({ network }) =>
      isInside(readings, { ...network, bits: Math.min(network.bits, Number(bits)) }),
    )?.id
  }
}

function findNearest(domain: string, owners: ReadonlyMap<string, string>): string | undefined {
  for (let name = domain.replace(/(?<!\.)\.+$/u, ''); name !== ''; ) {
    const owner = owners.get(name)
    if (owner !== undefined) return owner
    const dot = name.indexOf('.')
    name = dot < 0 ? '' : name.slice(dot + 1)
  }
  return undefined
}
