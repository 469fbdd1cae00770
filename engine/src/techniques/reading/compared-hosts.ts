import type { Link } from '../../evidence/message.ts'
import { memoise } from './memoise.ts'
import { parseWebUrl, unwrapLink } from '../url/unwrap-url.ts'

/** Different hosts of links, and of addresses, that one mail has compared with the register; each takes up to 3 ms. */
export const HOSTS_COMPARED_MAX = 100

/** Whether a mail has links to more hosts than are compared. */
export const hasManyHosts = memoise((links: readonly Link[]): boolean => {
  if (links.length <= HOSTS_COMPARED_MAX) return false
  const hosts = new Set<string>()
  for (const link of links) {
    if (link.kind === 'image' || link.kind === 'resource') continue
    const host = parseWebUrl(unwrapLink(link).reached)?.hostname
    if (host !== undefined) hosts.add(host)
    if (hosts.size > HOSTS_COMPARED_MAX) return true
  }
  return false
})
