import {
  type Authentication,
  type MailHop,
  type Message,
  type RegisterIndex,
  readMailPath,
} from 'engine'
import { analysisLimits as limits } from '../limits.ts'
import type { MailPicture } from './mail-record.ts'

/** The way the mail took, newest first, with where trust begins. */
export function drawPath(message: Message, register: RegisterIndex): MailPicture['received'] {
  return readMailPath(message, register).slice(0, limits.shownHopsMax).map(drawHop)
}

function drawHop({ hop, ...read }: MailHop): MailPicture['received'][number] {
  const shown = {
    fromName: hop.fromName,
    fromIp: hop.fromIp,
    byName: hop.byName,
    at: hop.at?.toISOString(),
    claimedName: read.claimed,
    recordedName: read.recorded,
    withProtocol: hop.withProtocol,
    encryption: read.encryption,
    delaySeconds: read.delaySeconds,
  }
  const { isTrusted, isGate, oddities } = read
  return { ...dropAbsent(shown), line: hop.header.line, isTrusted, isGate, oddities: [...oddities] }
}

/** What servers and the engine say about the sender, trusted results first. */
export function drawAuthentication({
  checks,
  forged,
}: Authentication): NonNullable<MailPicture['authentication']> {
  return checks.slice(0, limits.shownChecksMax).map(({ header, ...check }) => {
    const { method, result, isTrusted, reason, domain, isAligned, by } = check
    return {
      method,
      result,
      isTrusted,
      line: header.line,
      ...(forged.includes(header) ? { isForged: true } : {}),
      ...dropAbsent({ reason, domain, isAligned, by }),
    }
  })
}

/** Without members that are undefined: in the contract, absent is absent. */
function dropAbsent<Shown extends object>(
  shown: Shown,
): { [K in keyof Shown]?: Exclude<Shown[K], undefined> } {
  const present = Object.entries(shown).filter(([, value]) => value !== undefined)
  return Object.fromEntries(present) as { [K in keyof Shown]?: Exclude<Shown[K], undefined> }
}
