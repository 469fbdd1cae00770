import { parseIp } from '../../evidence/headers/ip-address.ts'
import { readTrace } from '../../evidence/headers/received-trace.ts'
import type { ReceivedHop } from '../../evidence/message.ts'
import { memoise } from '../../memoise.ts'

/** What a Received field says about the machine that handed the mail over. */
export interface HopNames {
  /** HELO name: the sender's own words. */
  readonly claimed?: string
  /** Reverse name that the recording server looked up itself. */
  readonly recorded?: string
  /** Text in brackets behind the protocol: TLS version and cipher. */
  readonly encryption?: string
}

/**
 * Postfix, Sendmail and Gmail write `from HELO (REVERSE [ip])`, qmail and Exim the reverse name
 * first and the HELO name in brackets.
 */
export const readHopNames = memoise(({ header }: ReceivedHop): HopNames => {
  const { text, clauses } = readTrace(header)
  const from = clauses.get('from') ?? ''
  const first = toName(/^[^\s()]+/.exec(from)?.[0])
  const brackets = from.slice(from.indexOf('('))
  const helo = toName(/\b(?:helo|ehlo)[= ]{1,3}([^\s()\]]{1,253})/i.exec(brackets)?.[1])
  const looked = toName(/\((?:[^\s()@[\]]{1,64}@)?([a-z0-9_.-]{1,253})\s?\[/i.exec(brackets)?.[1])
  const claimed = helo ?? first
  const recorded = helo === undefined ? looked : first
  // Sendmail marks a reverse name that does not lead back: its owner may write what he likes.
  const isForged = /may be forged/i.test(brackets)
  const encryption = /\b(?:version=)?(TLS\s?v?1(?:[._][0-3])?|SSL\s?v?3)\b/i.exec(text)?.[1]
  return {
    ...(claimed === undefined ? {} : { claimed }),
    ...(recorded === undefined || isForged ? {} : { recorded }),
    ...(encryption === undefined ? {} : { encryption }),
  }
})

function toName(word: string | undefined): string | undefined {
  const name = word?.toLowerCase().replace(/\.$/, '')
  if (name === undefined || name === 'unknown' || parseIp(name) !== undefined) return undefined
  return /^[a-z0-9_.-]+$/.test(name) ? name : undefined
}
