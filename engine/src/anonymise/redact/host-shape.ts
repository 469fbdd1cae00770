import { getDomain } from 'tldts'
import { findCustomerHost } from '../../everybodys/find-customer-host.ts'
import { findEmbeddedIp } from '../../everybodys/find-embedded-ip.ts'
import type { NameIndex } from './match-names.ts'
import { isOpaque, readToken } from './opaque-token.ts'

/** Stands for a part of a link that is not published. */
export const TOKEN = '{token}'

/** A host reduced to what its readers have in common. */
export interface HostShape {
  /** Lower case, labels that may identify a recipient replaced. */
  readonly value: string
  /** What the attacker registered; the host itself where it is an address or registered as it stands. */
  readonly registered: string
  readonly hasTokens: boolean
  readonly namesSomebody: boolean
}

/** The registered name is a question of its own; only the labels below it can be tokens. */
export function toHostShape(written: string, names: NameIndex): HostShape {
  const host = toHostName(written)
  const { registered, below, behind } = splitHost(host)
  const isNaming = (label: string): boolean => readToken(label).some((text) => names.has(text))
  const shown = below.map((label) => (isNaming(label) || isOpaque(label) ? TOKEN : label))
  // A code for one recipient does its work behind the address as well as before it (T19).
  if (behind.length > 0) shown.push(TOKEN)
  return {
    value: [...shown, registered].join('.'),
    registered,
    hasTokens: shown.includes(TOKEN),
    namesSomebody: [...below, ...behind].some(isNaming),
  }
}

/** What was registered, the labels below it, and what stands inside it where an address does. */
function splitHost(host: string) {
  const embedded = findEmbeddedIp(host)
  if (embedded !== undefined) {
    const [below, behind] = [toLabels(embedded.before), toLabels(embedded.behind)]
    return { registered: embedded.host, below, behind }
  }
  const registered = findCustomerHost(host) ?? getDomain(host, REGISTRABLE) ?? host
  const below = registered === host ? [] : toLabels(host.slice(0, -registered.length - 1))
  return { registered, below, behind: [] }
}

const toLabels = (written: string): readonly string[] => (written === '' ? [] : written.split('.'))

/** Lower case, without the dot of the root that a browser lets stand behind every host (RFC 1034 3.1). */
export const toHostName = (written: string): string =>
  written.toLowerCase().replace(/(?<!\.)\.+$/u, '')

/** Attackers name hosts as no standard allows; below a hosting service each customer's name is registered. */
const REGISTRABLE = { validateHostname: false, allowPrivateDomains: true }
