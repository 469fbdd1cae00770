import { findEmbeddedIp } from '../../everybodys/find-embedded-ip.ts'
import { isPrivateHost } from '../../is-private-host.ts'
import { toReadHost } from '../redact/read-host.ts'
import type { Draft } from './indicator-draft.ts'

/** A known organisation's host or a private one, in whatever way a browser lets an address be written (T02). */
export function isSomebodysHost(host: string, { redactor: { context } }: Draft): boolean {
  const read = findEmbeddedIp(host)?.ip ?? toReadHost(host)
  const { ofDomain, ofIp } = context.owners
  if (ofDomain(host) !== undefined || ofDomain(read) !== undefined) return true
  return ofIp(read) !== undefined || isPrivateHost(read)
}
