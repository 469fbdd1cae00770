import type { AuthenticationCheck } from '../../authentication/authentication.ts'
import { readHopNames } from '../../authentication/path/hop-names.ts'
import { findTrustBoundary } from '../../authentication/path/trust-boundary.ts'
import { readRecorded } from '../../authentication/read-authentication.ts'
import { toOrganisation } from '../../evidence/headers/organisation.ts'
import type { Message } from '../../evidence/message.ts'
import type { RegisterIndex } from '../../register/register.ts'
import { SENDING_SERVICES } from '../tables/sending-services.ts'
import { PROVING } from './proven-sender.ts'

/**
 * Whether what a mail says of itself, "I come from a list", keeps company with what others say. The
 * fields are the sender's own words: `Precedence: list` in a forged mail would silence whoever believes it.
 */
export function hasListCompany(message: Message): boolean {
  const lists = listNamed(message, LIST_FIELDS)
  const bouncing = [...message.addresses('sender'), ...message.addresses('return-path')]
  for (const { organisation } of bouncing) if (lists.size === 0) lists.add(organisation)
  const to = [...message.addresses('to'), ...message.addresses('cc')]
  const isToList = to.some(({ organisation }) => lists.has(organisation))
  if (!isToList && !lists.has(message.from?.organisation ?? '')) return false
  const checks = listChecks(message)
  if (checks.length > 0) return checks.some((check) => isPassFor(check, lists))
  return isToList || [...listGateNames(message)].some((name) => lists.has(name))
}

/** The same of mail that calls itself sent to many: by the sender's own servers or a known service. */
export function hasBulkCompany(message: Message): boolean {
  const own = message.from?.organisation ?? ''
  const checks = listChecks(message)
  if (checks.length > 0)
    return checks.some(
      (check) => isPassFor(check, new Set([own])) || isPassFor(check, SENDING_SERVICES),
    )
  const named = listNamed(message, BULK_FIELDS)
  const carried = listCarriers(message)
  for (const { organisation } of message.addresses('return-path')) carried.add(organisation)
  if (carried.size === 0) return named.has(own)
  return [...carried].some((name) => name === own || named.has(name) || SENDING_SERVICES.has(name))
}

/** Fields that name the list or its server. */
const LIST_FIELDS = [
  'list-id',
  'list-post',
  'list-help',
  'list-subscribe',
  'list-owner',
  'mailing-list',
  'x-mailing-list',
  'x-beenthere',
  'delivered-to-list',
  'x-egroups-return',
  'errors-to',
]
const BULK_FIELDS = [...LIST_FIELDS, 'list-unsubscribe']
/** Characters of one field that are read for names. */
const FIELD_CHARS_MAX = 1_000

/** Organisations of every host named in these fields. */
function listNamed(message: Message, fields: readonly string[]): Set<string> {
  const hosts = fields.flatMap((name) =>
    message
      .header(name)
      .slice(0, 2)
      .flatMap(({ value }) => value.slice(0, FIELD_CHARS_MAX).match(HOST) ?? []),
  )
  return new Set(hosts.map((host) => toOrganisation(host.toLowerCase())))
}

const HOST = /(?<![a-z0-9_-])(?:[a-z0-9_-]{1,63}\.){1,10}[a-z]{2,24}\b/gi

/** What the receiving side recorded of SPF, DKIM and DMARC. */
function listChecks(message: Message): AuthenticationCheck[] {
  const { checks } = readRecorded(message, { register: NOBODY, knowledge: {} })
  return checks.filter(({ isTrusted, method }) => isTrusted && PROVING.has(method))
}

/** Where trust begins is told by the newest server alone; whose it is makes no difference here. */
const NOBODY: RegisterIndex = {
  register: { organisations: [] },
  ownerOf: () => undefined,
  findImitated: () => [],
}

function isPassFor(
  { result, domain = '' }: AuthenticationCheck,
  names: ReadonlySet<string>,
): boolean {
  return result === 'pass' && names.has(toOrganisation(domain))
}

/** Servers looked at; the longest honest ways have under thirty. */
const HOPS_MAX = 50

/** Organisations of all servers on the way, as far as anybody says; forwarded mail was bulk before. */
function listCarriers({ received }: Message): Set<string> {
  const names = received
    .slice(0, HOPS_MAX)
    .flatMap((hop) => [readHopNames(hop).recorded ?? readHopNames(hop).claimed ?? ''])
  return new Set(names.filter((name) => name !== '').map(toOrganisation))
}

/** Organisations of the names under which the mail was handed in from outside. */
function listGateNames(message: Message): Set<string> {
  const { gate } = findTrustBoundary(message, NOBODY)
  if (gate === undefined) return new Set()
  const { claimed, recorded } = readHopNames(gate)
  const names = [recorded ?? claimed].filter((name) => name !== undefined)
  return new Set(names.map(toOrganisation))
}
