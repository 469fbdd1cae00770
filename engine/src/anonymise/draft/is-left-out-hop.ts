import { toIpBytes } from '../../authentication/spf/ip-network.ts'
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
      )
      .map(toSite),
  )
  if (hops.size === 0) return () => false
  return ({ type, value }) => {
    if (type === 'ipv4' || type === 'ipv6') return hops.has(toSite(value))
    if (type !== 'url' && type !== 'domain' && type !== 'email-address') return false
    const host = toHost(value)
    return hops.has(toSite(findEmbeddedIp(host)?.ip ?? host))
  }
}

/**
 * An address of version 4; of one of version 6 the network, which one site has, however it is written and also where a
 * code stands in the rest (`2001:db8:7:1::/64`, `2001:db8:7:1:{token}`).
 */
function toSite(written: string): string {
  const [before = '', code] = written.toLowerCase().split('{', 2)
  const plain = code === undefined ? before.replace(/\/\d{1,3}$/u, '') : `${before}:`
  const bytes = toIpBytes(plain)
  return bytes === undefined ? plain : bytes.slice(0, NETWORK_BYTES).join('.')
}
const NETWORK_BYTES = 8

/** Of a link as it goes out, in which codes may stand that no browser would read; of a mailbox, also `a@[192.0.2.1]`. */
const toHost = (value: string): string =>
  toReadHost(
    /^[a-z][a-z\d+.-]*:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)/iu.exec(value)?.[1] ??
      value.slice(value.lastIndexOf('@') + 1),
  )
    .replace(/^\[|\]$/gu, '')
    .toLowerCase()
