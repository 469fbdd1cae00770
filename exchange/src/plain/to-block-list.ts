import type { BulletinIndicator, ReleasableBulletin } from 'engine'

/** What a block list is fed to: resolver, firewall, proxy, mail gateway. */
export type BlockListKind = 'domains' | 'addresses' | 'urls' | 'senders'

const TYPES: Readonly<Record<BlockListKind, readonly string[]>> = {
  domains: ['domain'],
  addresses: ['ipv4', 'ipv6'],
  urls: ['url'],
  senders: ['email-address'],
}

/**
 * Values of one kind, one to a line, refanged and sorted; patterns are for people and left out, and so is what may not
 * be blocked whoever says so.
 */
export function toBlockList(
  bulletin: ReleasableBulletin,
  kind: BlockListKind,
  mayBeBlocked: (indicator: BulletinIndicator) => boolean,
): string {
  const values = bulletin.indicators
    .filter(({ type, isPattern }) => TYPES[kind].includes(type) && isPattern !== true)
    .filter(mayBeBlocked)
    .map(({ value }) => value)
    // A line break inside a value would make a second line of the attacker's choosing.
    .filter((value) => !/[\s\p{Cc}]/u.test(value))
  return [...new Set(values)]
    .sort()
    .map((value) => `${value}\n`)
    .join('')
}
