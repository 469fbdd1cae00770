import type { MailView } from 'contract/analysis'

type Hop = MailView['received'][number]
export type Oddity = NonNullable<Hop['oddities']>[number]

/** One stop of the mail's way, oldest first. */
export interface Stop {
  readonly kind: 'claimed' | 'host' | 'recorded'
  readonly name: string
  readonly ip?: string | undefined
  readonly at?: string | undefined
  /** Name that the recording server looked up for the address. */
  readonly recordedName?: string | undefined
  readonly withProtocol?: string | undefined
  readonly encryption?: string | undefined
  /** Seconds since the server before; negative when its clock is behind. */
  readonly delaySeconds?: number | undefined
  readonly oddities: readonly Oddity[]
}

/**
 * The way a mail took, from its Received lines (RFC 5321 §4.4), which stand newest first.
 * Only what the receiving side wrote can be trusted: its own lines, and the address it saw.
 * Every line below can be invented by the sender, so those stops are claimed.
 */
export function toMailPath(received: readonly Hop[]): Stop[] {
  const newestFirst = received.filter((hop) => hop.byName !== undefined || hop.fromIp !== undefined)
  const entry = findGate(newestFirst)
  const claimed = newestFirst.slice(entry + 1).toReversed()
  const stops = claimed.map((hop) =>
    toStop('claimed', hop.byName ?? hop.fromName ?? '', hop, hop.fromIp),
  )
  const gate = newestFirst[entry]
  if (gate !== undefined) {
    if (gate.fromName !== undefined || gate.fromIp !== undefined) {
      const name = gate.claimedName ?? gate.fromName ?? ''
      const { fromIp: ip, recordedName } = gate
      stops.push({ kind: 'host', name, ip, recordedName, oddities: [] })
    }
    for (const hop of newestFirst.slice(0, entry + 1).toReversed()) {
      stops.push(toStop('recorded', hop.byName ?? '', hop))
    }
  }
  return received.some(({ oddities }) => oddities !== undefined) ? stops : markBackwards(stops)
}

function toStop(kind: Stop['kind'], name: string, hop: Hop, ip?: string): Stop {
  const { at, withProtocol, encryption, delaySeconds, oddities = [] } = hop
  return { kind, name, ip, at, withProtocol, encryption, delaySeconds, oddities }
}

/** Index of the line in which the receiving side took the mail over: as the engine says, else by the names. */
function findGate(newestFirst: readonly Hop[]): number {
  const known = newestFirst.findIndex(({ isGate }) => isGate === true)
  if (known >= 0) return known
  const trusted = newestFirst.findLastIndex(({ isTrusted }) => isTrusted === true)
  return trusted >= 0 ? trusted : findEntry(newestFirst)
}

function findEntry(newestFirst: readonly Hop[]): number {
  const own = toBase(newestFirst[0]?.byName)
  let entry = 0
  while (entry + 1 < newestFirst.length && own !== undefined) {
    const comesFromInside = toBase(newestFirst[entry]?.fromName) === own
    const below = newestFirst[entry + 1]
    if (!comesFromInside || toBase(below?.byName) !== own) break
    entry += 1
  }
  return entry
}

/** The host's name without its first label: `mail.example` of `mx1.mail.example`. */
function toBase(host: string | undefined): string | undefined {
  if (host === undefined) return undefined
  const labels = host.toLowerCase().split('.')
  return labels.length > 2 ? labels.slice(1).join('.') : host.toLowerCase()
}

/** Mails analysed before the engine named oddities still tell of a clock that runs backwards. */
function markBackwards(stops: readonly Stop[]): Stop[] {
  let last = Number.NEGATIVE_INFINITY
  return stops.map((stop) => {
    const at = stop.at === undefined ? Number.NaN : Date.parse(stop.at)
    const isBackwards = at < last
    if (!Number.isNaN(at)) last = at
    return isBackwards ? { ...stop, oddities: ['clock-backwards'] } : stop
  })
}
