import { isPlainAttacker } from '../../web-log/weigh-source.ts'
import { toHostName } from '../redact/host-shape.ts'
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
  /** Domain of a correspondent whom only the mail names, and nobody has registered. */
  readonly resembles?: string
  /** Only one of several providers has it, in a mail that itself names whom it imitates: he may have planted both. */
  readonly isPlantable: boolean
}

/** A domain that resembles one of somebody whom nobody has registered. */
export interface Resembling {
  readonly observed: string
  readonly genuine: string
}

export const findResembling = (record: MailsOfCase): readonly Resembling[] =>
  findLookalikes(record).flatMap(({ observed, resembles }) =>
    resembles === undefined ? [] : [{ observed, genuine: resembles }],
  )

/** What look-alikes and people are looked for in. */
export type MailsOfCase = Pick<CaseRecord, 'mails' | 'traces'>

/** Every look-alike of the case, in the order found. */
export function findLookalikes(record: MailsOfCase): readonly SeenLookalike[] {
  const seen = new Map<string, SeenLookalike>()
  const isSeenByOne = findSeenByOne(record)
  for (const { providerId, findings } of record.mails) {
    for (const { detail } of findings) {
      if (detail?.kind !== 'lookalike' || seen.has(detail.observed)) continue
      const { observed, genuine, relation, edits } = detail
      const owner = relation === 'well-known' ? undefined : ownerOf(genuine, record)
      // Whom the hub's register names is close to the provider. A correspondent whom the mail alone names may have been
      // planted in it by the sender, to pass for somebody's look-alike himself: that is asked about.
      const isClose = relation !== 'well-known' && relation !== 'correspondent'
      const organisationId = owner ?? (isClose ? providerId : undefined)
      const isAsked = relation === 'correspondent' && owner === undefined
      seen.set(observed, {
        ...{ observed: observed.toLowerCase(), organisationId, edits },
        isPlantable: relation === 'correspondent' && isSeenByOne(observed),
        ...(isAsked ? { resembles: genuine.toLowerCase() } : {}),
      })
    }
  }
  return [...seen.values()]
}

/** Whether the mails of one alone of several providers show a look-alike. */
function findSeenByOne({ mails }: MailsOfCase): (observed: string) => boolean {
  const all = new Set(mails.map(({ providerId }) => providerId))
  const holders = Map.groupBy(
    mails.flatMap(({ providerId, findings }) =>
      findings.flatMap(({ detail }) =>
        detail?.kind === 'lookalike' ? [{ providerId, observed: detail.observed }] : [],
      ),
    ),
    ({ observed }) => observed,
  )
  const countOf = (observed: string): number =>
    new Set(holders.get(observed)?.map(({ providerId }) => providerId)).size
  return (observed) => all.size > 1 && countOf(observed) < 2
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
  const ofType = (...types: readonly string[]): ReadonlySet<string> =>
    new Set(
      all
        .filter(({ type, context }) => types.includes(type) && !RECIPIENTS.has(context))
        .map(({ value }) => value.toLowerCase()),
    )
  const addresses = ofType('email-address')
  const urls = ofType('url')
  const hosts = [...urls]
    .flatMap((url) => /^[a-z]+:\/\/(?:[^/@]*@)?([^/?#:]+)/u.exec(url)?.[1] ?? [])
    .map(toHostName)
  const senders = [...addresses].map((address) => address.slice(address.lastIndexOf('@') + 1))
  return {
    addresses,
    urls,
    domains: new Set([...[...ofType('domain')].map(toHostName), ...hosts, ...senders]),
    ipAddresses: new Set([
      ...ofType('ipv4', 'ipv6'),
      ...listAttackingSources(record.logs)
        .filter(isPlainAttacker)
        .map(({ address }) => address),
    ]),
    lookalikes: findImitated(record),
  }
}

const RECIPIENTS: ReadonlySet<string> = new Set(['to', 'cc', 'bcc', 'delivered-to', 'recipient'])
