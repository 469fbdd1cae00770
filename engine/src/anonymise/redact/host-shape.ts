import { getDomain } from 'tldts'
import { findCustomerHost } from '../../everybodys/find-customer-host.ts'
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
  const registered = findCustomerHost(host) ?? getDomain(host, REGISTRABLE) ?? host
  const below = registered === host ? [] : host.slice(0, -registered.length - 1).split('.')
  const naming = below.map((label) => readToken(label).some((text) => names.has(text)))
  const shown = below.map((label, at) => (naming[at] === true || isOpaque(label) ? TOKEN : label))
  return {
    value: [...shown, registered].join('.'),
    registered,
    hasTokens: shown.includes(TOKEN),
    namesSomebody: naming.includes(true),
  }
}

/** Lower case, without the dot of the root that a browser lets stand behind every host (RFC 1034 3.1). */
export const toHostName = (written: string): string =>
  written.toLowerCase().replace(/(?<!\.)\.+$/u, '')

/** Attackers name hosts as no standard allows; below a hosting service each customer's name is registered. */
const REGISTRABLE = { validateHostname: false, allowPrivateDomains: true }
