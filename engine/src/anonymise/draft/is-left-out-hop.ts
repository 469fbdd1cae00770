import { findEmbeddedIp } from '../../everybodys/find-embedded-ip.ts'
import type { BulletinIndicator } from '../bulletin-content.ts'
import { decidedChoice } from '../question.ts'
import { isNobodysNetwork, toGroups } from '../redact/coded-ip.ts'
import { listReadings } from '../redact/own-network.ts'
import { toReadHost } from '../redact/read-host.ts'
import { sameNetworkQuestion } from '../redact/source-questions.ts'
import { ask, type Draft } from './indicator-draft.ts'

/**
 * Whether an address was left out as the receiving side's in another mail or form: its gateway is one hop of two in one
 * mail and the only one in a copy that was cut, and stands as a link in a third (T02). An answer is about whose an
 * address is, not about one mail. What only shares its network of version 6 is asked about by itself, and has an answer
 * of its own: the customers of a cloud share one, and a sender writes whatever hops he likes.
 */
export function isLeftOutHop(draft: Draft): (one: BulletinIndicator) => boolean {
  const hops = Map.groupBy(listHops(draft), ({ isOut }) => isOut)
  const listOf = (isOut: boolean, to: (ip: string) => readonly string[]): ReadonlySet<string> =>
    new Set((hops.get(isOut) ?? []).flatMap(({ ip }) => to(ip)))
  const [out, kept] = [listOf(true, toSpellings), listOf(false, toSpellings)]
  const sites = listOf(true, toSites)
  if (out.size === 0) return () => false
  return (one) => {
    const ip = toAddress(one)
    if (ip === undefined) return false
    const spellings = toSpellings(ip)
    if (spellings.some((spelling) => kept.has(spelling))) return false
    if (spellings.some((spelling) => out.has(spelling))) return true
    const isBeside = toSites(ip).some((site) => sites.has(site))
    return isBeside && ask(sameNetworkQuestion(ip), draft) === 'omit'
  }
}

const listHops = ({ questions, record }: Draft) =>
  questions
    .filter(({ kind }) => kind === 'sending-host')
    .flatMap((question) =>
      (question.values ?? [question.value]).map((ip) => ({
        ip,
        isOut: decidedChoice(question, record.decisions, ip) === 'omit',
      })),
    )

/** The address that an indicator is, or leads to; of a link as it goes out, and where a code stands in it the network. */
function toAddress({ type, value }: BulletinIndicator): string | undefined {
  if (type === 'ipv4' || type === 'ipv6') return value.toLowerCase()
  if (type !== 'url' && type !== 'domain' && type !== 'email-address') return undefined
  const host = toHost(value)
  const [before = '', code] = host.split('{', 2)
  return findEmbeddedIp(host)?.ip ?? (code === undefined ? host : `${before}:/64`)
}

/** However an address is written, and whatever address of version 4 it only spells. */
const toSpellings = (ip: string): readonly string[] =>
  ip.includes('/') ? [ip] : listReadings(ip).map((bytes) => bytes.join('.'))

/** Of an address of version 6 the network, which one site has (`2001:db8:7:1::/64`). */
function toSites(ip: string): readonly string[] {
  const [bytes] = listReadings(ip.split('/', 1)[0] ?? '')
  return bytes?.length !== 16 || isNobodysNetwork(bytes) ? [] : [toGroups(bytes)]
}

/** Of a link as it goes out, in which codes may stand that no browser would read; of a mailbox, also `a@[192.0.2.1]`. */
const toHost = (value: string): string =>
  toReadHost(
    /^[a-z][a-z\d+.-]*:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)/iu.exec(value)?.[1] ??
      value.slice(value.lastIndexOf('@') + 1),
  )
    .replace(/^\[|\]$/gu, '')
    .toLowerCase()
