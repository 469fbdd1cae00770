import { isPlainAttacker } from '../../web-log/weigh-source.ts'
import type { LookalikeEdit } from '../../techniques/technique.ts'
import type { AttackerFacts } from '../redact/redaction-context.ts'
import type { CaseRecord } from './case-record.ts'
import { listAttackingSources } from './list-attacking-sources.ts'

/** A look-alike that the analysis found. */
export interface SeenLookalike {
  readonly observed: string
  /** Whom it imitates; undefined for a well-known service, which identifies nobody. */
  readonly organisationId: string | undefined
  readonly edits: readonly LookalikeEdit[]
}

/** What look-alikes and people are looked for in. */
export type MailsOfCase = Pick<CaseRecord, 'mails' | 'traces'>

/** Every look-alike of the case, in the order found. */
export function findLookalikes(record: MailsOfCase): readonly SeenLookalike[] {
  const seen = new Map<string, SeenLookalike>()
  for (const { providerId, findings } of record.mails) {
    for (const { detail } of findings) {
      if (detail?.kind !== 'lookalike' || seen.has(detail.observed)) continue
      const { observed, genuine, relation, edits } = detail
      const owner = relation === 'well-known' ? undefined : ownerOf(genuine, record)
      // Whoever it is, the imitated one is close to the provider: an unknown correspondent counts as its own.
      const organisationId = relation === 'well-known' ? undefined : (owner ?? providerId)
      seen.set(observed, { observed: observed.toLowerCase(), organisationId, edits })
    }
  }
  return [...seen.values()]
}

/** Look-alikes that point at somebody, with whom they imitate. */
export const findImitated = (record: MailsOfCase): AttackerFacts['lookalikes'] =>
  new Map(
    findLookalikes(record).flatMap(({ observed, organisationId }) =>
      organisationId === undefined ? [] : [[observed, organisationId] as const],
    ),
  )

function ownerOf(domain: string, { traces }: MailsOfCase): string | undefined {
  const lower = domain.toLowerCase()
  return traces.organisations.find(({ domains }) =>
    domains.some(
      (known) => lower === known.toLowerCase() || lower.endsWith(`.${known.toLowerCase()}`),
    ),
  )?.id
}

/**
 * What is the attacker's: indicators outside the recipient's own records. An indicator that belongs
 * to a known organisation is taken for that organisation's wherever it stands.
 */
export function findAttackerFacts(record: CaseRecord): AttackerFacts {
  const all = record.mails.flatMap(({ indicators }) => indicators)
  const ofType = (...types: readonly string[]): string[] => [
    ...new Set(
      all
        .filter(({ type, context }) => types.includes(type) && !RECIPIENTS.has(context))
        .map(({ value }) => value.toLowerCase()),
    ),
  ]
  const addresses = ofType('email-address')
  const urls = ofType('url')
  const hosts = urls.flatMap((url) => /^[a-z]+:\/\/(?:[^/@]*@)?([^/?#:]+)/u.exec(url)?.[1] ?? [])
  const senders = addresses.map((address) => address.slice(address.lastIndexOf('@') + 1))
  return {
    addresses,
    urls,
    domains: [...new Set([...ofType('domain'), ...hosts, ...senders])],
    ipAddresses: [
      ...ofType('ipv4', 'ipv6'),
      ...listAttackingSources(record.logs)
        .filter(isPlainAttacker)
        .map(({ address }) => address),
    ],
    lookalikes: findImitated(record),
  }
}

const RECIPIENTS: ReadonlySet<string> = new Set(['to', 'cc', 'bcc', 'delivered-to', 'recipient'])
