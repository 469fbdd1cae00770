import { toOrganisation } from '../../evidence/headers/organisation.ts'
import type { HeaderField, Message } from '../../evidence/message.ts'
import type { TrustBoundary } from '../path/trust-boundary.ts'
import type { RecordedField } from './list-recorded.ts'

export interface JudgedFields {
  readonly trusted: ReadonlySet<HeaderField>
  readonly forged: readonly HeaderField[]
}

/**
 * Tells results of the receiving side from results that came with the mail (RFC 8601 §5, §7.1).
 * Anybody can write `Authentication-Results: mx.recipient.example; dmarc=pass` into his own mail.
 */
export function judgeFields(
  message: Message,
  fields: readonly RecordedField[],
  boundary: TrustBoundary,
): JudgedFields {
  const inside = fields.filter(({ header }) => boundary.isInside(header))
  const beside = listBesideGate(message, boundary)
  const adjacent = fields.filter(
    (field) =>
      beside.has(field.header) && isOfGate(field, boundary) && !isSaidBefore(field, inside),
  )
  const believed = isContradicted(adjacent) ? [] : adjacent
  const trusted = new Set([...inside, ...believed].map(({ header }) => header))
  for (const { header } of fields)
    if (header.key.startsWith('x-ms-') && boundary.own.has('outlook.com')) trusted.add(header)
  return {
    trusted,
    forged: fields
      .filter((field) => !trusted.has(field.header) && isBorrowed(field, message, boundary))
      .map(({ header }) => header),
  }
}

/** Fields that a server writes together with its Received field, some of them below it. */
const TRACE_FIELD = /^(?:authentication-results|arc-|received-spf$|x-|return-path$|delivered-to$)/

/** The trace fields right under the gate's Received field, where Gmail and Postfix filters put theirs. */
function listBesideGate({ headers }: Message, { gate }: TrustBoundary): ReadonlySet<HeaderField> {
  const beside = new Set<HeaderField>()
  const start = gate === undefined ? 0 : headers.indexOf(gate.header) + 1
  for (const field of headers.slice(start)) {
    if (!TRACE_FIELD.test(field.key)) break
    beside.add(field)
  }
  return beside
}

function isOfGate({ server }: RecordedField, { gate, own }: TrustBoundary): boolean {
  if (server === undefined) return false
  const organisation = toOrganisation(server)
  if (gate?.byName === undefined) return own.has(organisation)
  return toOrganisation(gate.byName.toLowerCase()) === organisation
}

/** Two fields of one kind by one server: it wrote the upper one and would have removed the other. */
function isSaidBefore(
  { header, server }: RecordedField,
  inside: readonly RecordedField[],
): boolean {
  return inside.some((one) => one.header.key === header.key && one.server === server)
}

/** One server does not say pass and fail about the same. */
function isContradicted(fields: readonly RecordedField[]): boolean {
  const results = fields.flatMap(({ header, checks }) =>
    header.key === 'authentication-results'
      ? checks.filter(({ method }) => method === 'dmarc' || method === 'spf')
      : [],
  )
  return results.some((one) =>
    results.some((two) => one.method === two.method && one.result !== two.result),
  )
}

/**
 * A pass for From in the receiving server's own name, below the boundary, without that server
 * having had the mail before. Results that say no good of the sender are not forged: some mail
 * programs export fields in another order. Big providers are spared: the sender's may be the same
 * as the recipient's.
 */
function isBorrowed(
  { header, server, checks }: RecordedField,
  message: Message,
  { own, isInside }: TrustBoundary,
): boolean {
  if (server === undefined || header.key !== 'authentication-results') return false
  if (!checks.some(({ result, isAligned }) => result === 'pass' && isAligned === true)) return false
  const organisation = toOrganisation(server)
  if (!own.has(organisation) || SHARED.has(organisation) || !server.includes('.')) return false
  return !message.received.some(
    ({ header: other, byName = '' }) =>
      !isInside(other) &&
      other.range.start < header.range.start &&
      toOrganisation(byName.toLowerCase()) === organisation,
  )
}

const SHARED = new Set([
  'google.com',
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'office365.com',
  'exchangelabs.com',
  'microsoft.com',
  'yahoo.com',
  'yahoo.co.jp',
  'icloud.com',
  'messagingengine.com',
])
