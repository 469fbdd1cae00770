import { findEmbeddedIp } from '../../everybodys/find-embedded-ip.ts'
import type { BulletinIndicator } from '../bulletin-content.ts'
import { decidedChoice } from '../question.ts'
import { toReadHost } from '../redact/read-host.ts'
import type { Draft } from './indicator-draft.ts'

/**
 * Whether an address was left out as the receiving side's in another mail or form: its gateway is one hop of two in one
 * mail and the only one in a copy that was cut, and stands as a link in a third (T02). An answer is about whose an
 * address is, not about one mail.
 */
export function isLeftOutHop({ questions, record }: Draft): (one: BulletinIndicator) => boolean {
  const hops = new Set(
    questions
      .filter(({ kind }) => kind === 'sending-host')
      .flatMap((question) =>
        (question.values ?? [question.value]).filter(
          (ip) => decidedChoice(question, record.decisions, ip) === 'omit',
        ),
      ),
  )
  if (hops.size === 0) return () => false
  return ({ type, value }) => {
    if (type === 'ipv4' || type === 'ipv6') return hops.has(value)
    const host = type === 'url' || type === 'domain' ? toHost(value) : ''
    return hops.has(host) || hops.has(findEmbeddedIp(host)?.ip ?? host)
  }
}

/** Of a link as it goes out, in which codes may stand that no browser would read. */
const toHost = (value: string): string =>
  toReadHost(
    /^[a-z][a-z\d+.-]*:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)/iu.exec(value)?.[1] ?? value,
  ).toLowerCase()
