import type { MailView } from 'contract/analysis'

type Hop = MailView['received'][number]

/** One stop of the mail's way, oldest first. */
export interface Stop {
  readonly kind: 'claimed' | 'host' | 'recorded'
  readonly name: string
  readonly ip: string | undefined
  readonly at: string | undefined
  /** The clock of this stop runs behind the one before it. */
  readonly isBackwards: boolean
}

/**
 * The way a mail took, from its Received lines (RFC 5321 §4.4), which stand newest first.
 * Only what the receiving side wrote can be trusted: its own lines, and the address it saw.
 * Every line below can be invented by the sender, so those stops are claimed.
 */
export function toMailPath(received: readonly Hop[]): Stop[] {
  const newestFirst = received.filter((hop) => hop.byName !== undefined || hop.fromIp !== undefined)
  const entry = findEntry(newestFirst)
  const stops: Omit<Stop, 'isBackwards'>[] = []
  for (const hop of newestFirst.slice(entry + 1).reverse()) {
    stops.push({
      kind: 'claimed',
      name: hop.byName ?? hop.fromName ?? '',
      ip: hop.fromIp,
      at: hop.at,
    })
  }
  const gate = newestFirst[entry]
  if (gate !== undefined) {
    if (gate.fromName !== undefined || gate.fromIp !== undefined) {
      stops.push({ kind: 'host', name: gate.fromName ?? '', ip: gate.fromIp, at: undefined })
    }
    for (const hop of newestFirst.slice(0, entry + 1).reverse()) {
      stops.push({ kind: 'recorded', name: hop.byName ?? '', ip: undefined, at: hop.at })
    }
  }
  return markBackwards(stops)
}

/** Index of the line in which the receiving organisation took the mail over from outside. */
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

function markBackwards(stops: readonly Omit<Stop, 'isBackwards'>[]): Stop[] {
  let last = Number.NEGATIVE_INFINITY
  return stops.map((stop) => {
    const at = stop.at === undefined ? Number.NaN : Date.parse(stop.at)
    const isBackwards = at < last
    if (!Number.isNaN(at)) last = at
    return { ...stop, isBackwards }
  })
}
