import type { Link } from '../../evidence/message.ts'
import { organisationOfUrl, parseWebUrl, unwrapLink } from '../url/unwrap-url.ts'
import { memoise } from './memoise.ts'

/** Where a click can lead, by host. */
export interface Destination {
  readonly host: string
  readonly organisation: string
}

/** Different hosts listed; a mail with more is a directory. */
const DESTINATIONS_MAX = 100
/** Namespaces and addresses of standards, which no reader clicks. */
const NOT_CLICKED = /(?:^|\.)w3\.org$/

/** Hosts that links, forms and codes lead to, rewriting services taken off, each once. */
export const listDestinations = memoise((links: readonly Link[]): readonly Destination[] => {
  const known = new Map<string, Destination>()
  for (const link of links) {
    if (link.kind === 'image' || link.kind === 'resource') continue
    const target = unwrapLink(link).target ?? link.url
    const host = parseWebUrl(target)?.hostname
    if (host === undefined || known.has(host) || NOT_CLICKED.test(host)) continue
    known.set(host, { host, organisation: organisationOfUrl(target) ?? host })
    if (known.size >= DESTINATIONS_MAX) break
  }
  return [...known.values()]
})
