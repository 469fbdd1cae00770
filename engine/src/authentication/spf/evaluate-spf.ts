import type { DnsRecord, Knowledge } from '../../knowledge.ts'
import { findRecords } from '../find-records.ts'
import { expandMacros, type MacroValues } from './expand-macros.ts'
import { isInNetwork, toIpBytes } from './ip-network.ts'

export type SpfResult = 'pass' | 'fail' | 'softfail' | 'neutral' | 'none' | 'permerror'

export interface SpfQuestion {
  readonly ip: string
  /** Envelope sender; `postmaster@` the HELO name when it is empty. */
  readonly sender: string
  readonly helo: string
}

/** Look-ups that one evaluation may cost, and how many of them may come back empty (RFC 7208 §4.6.4). */
const LOOKUPS_MAX = 10
const VOID_LOOKUPS_MAX = 2
const NAMES_MAX = 10

/** Ends an evaluation: the record is broken, or an answer is needed that nobody recorded. */
class SpfStop extends Error {
  readonly kind: 'permerror' | 'unrecorded'
  constructor(kind: 'permerror' | 'unrecorded') {
    super(kind)
    this.kind = kind
  }
}

interface Run {
  readonly ip: readonly number[]
  readonly question: SpfQuestion
  readonly knowledge: Knowledge
  lookups: number
  voids: number
}

/**
 * check_host() of RFC 7208 over recorded DNS answers. Undefined when the records do not tell: a
 * result out of half the answers would be an invention.
 */
export function evaluateSpf(question: SpfQuestion, knowledge: Knowledge): SpfResult | undefined {
  const ip = toIpBytes(question.ip)
  if (ip === undefined) return undefined
  const domain = question.sender.slice(question.sender.lastIndexOf('@') + 1)
  const run: Run = { ip, question, knowledge, lookups: 0, voids: 0 }
  try {
    return checkHost(domain, run)
  } catch (stop) {
    if (stop instanceof SpfStop) return stop.kind === 'permerror' ? 'permerror' : undefined
    throw stop
  }
}

function ask(name: string, type: DnsRecord['type'], run: Run): readonly string[] {
  const answers = findRecords(name, type, run.knowledge)
  if (answers === undefined) throw new SpfStop('unrecorded')
  return answers
}

/** An answer without records counts against the domain that sent us to look. */
function countVoid(answers: readonly string[], run: Run): readonly string[] {
  if (answers.length === 0 && ++run.voids > VOID_LOOKUPS_MAX) throw new SpfStop('permerror')
  return answers
}

function countLookup(run: Run): void {
  if (++run.lookups > LOOKUPS_MAX) throw new SpfStop('permerror')
}

function checkHost(domain: string, run: Run): SpfResult {
  const records = ask(domain, 'TXT', run).filter((text) => /^v=spf1(?: |$)/i.test(text))
  const [record] = records
  if (record === undefined) return 'none'
  if (records.length > 1) throw new SpfStop('permerror')
  const terms = record
    .split(/ +/)
    .slice(1)
    .filter((term) => term !== '')
  const mechanisms = terms.filter((term) => !MODIFIER.test(term))
  if (mechanisms.some((term) => !MECHANISM.test(term))) throw new SpfStop('permerror')
  const redirects = terms.filter((term) => /^redirect=/i.test(term))
  const explanations = terms.filter((term) => /^exp=/i.test(term))
  // RFC 7208 §6: each at most once.
  if (redirects.length > 1 || explanations.length > 1) throw new SpfStop('permerror')
  for (const term of mechanisms) {
    const result = matchTerm(term, domain, run)
    if (result !== undefined) return result
  }
  const redirect = redirects[0]?.slice('redirect='.length)
  if (redirect === undefined) return 'neutral'
  countLookup(run)
  const result = checkHost(expand(redirect, domain, run), run)
  if (result === 'none') throw new SpfStop('permerror')
  return result
}

const MODIFIER = /^[a-z][a-z0-9._-]*=/i
const MECHANISM =
  /^[-+~?]?(?:all|include:\S+|(?:a|mx)(?::[^\s/]+)?(?:\/\d{1,3})?(?:\/\/\d{1,3})?|ptr(?::\S+)?|exists:\S+|ip4:[\d.]+(?:\/\d{1,2})?|ip6:[0-9a-f:.]+(?:\/\d{1,3})?)$/i
const QUALIFIERS: Readonly<Record<string, SpfResult>> = {
  '+': 'pass',
  '-': 'fail',
  '~': 'softfail',
  '?': 'neutral',
}

function matchTerm(term: string, domain: string, run: Run): SpfResult | undefined {
  const result = QUALIFIERS[term[0] ?? '']
  const bare = result === undefined ? term : term.slice(1)
  const cut = /[:/]/.exec(bare)?.index ?? bare.length
  const rest = bare.slice(cut)
  return isMatched(bare.slice(0, cut).toLowerCase(), rest, domain, run)
    ? (result ?? 'pass')
    : undefined
}

function isMatched(name: string, rest: string, domain: string, run: Run): boolean {
  if (name === 'all') return true
  if (name === 'ip4' || name === 'ip6') return isInRange(rest.slice(1), name === 'ip6', run)
  countLookup(run)
  // Without a prefix length, "/" can be a delimiter in a macro: exists:%{l/}.a.example (§7.1).
  if (name === 'include') return isIncluded(expand(rest.slice(1), domain, run), run)
  if (name === 'exists')
    return countVoid(ask(expand(rest.slice(1), domain, run), 'A', run), run).length > 0
  const [, target, four, six] = /^(?::([^/]+))?(?:\/(\d+))?(?:\/\/(\d+))?$/.exec(rest) ?? []
  const host = target === undefined ? domain : expand(target, domain, run)
  const bits = run.ip.length === 4 ? four : six
  if (name === 'a') return hasAddress(host, bits, run, true)
  if (name === 'mx') return hasExchanger(host, bits, run)
  // ptr: "do not use" (RFC 7208 §5.5); the validated names are never recorded.
  throw new SpfStop('unrecorded')
}

function isInRange(text: string, isSix: boolean, { ip }: Run): boolean {
  const [address = '', bits] = text.split('/')
  const network = toIpBytes(address)
  // "192.0.2.0/33" and an IPv4 address behind "ip6:" are syntax errors (§5.6), not networks without members.
  const bitsMax = isSix ? 128 : 32
  if (network === undefined || isSix !== address.includes(':') || Number(bits ?? 0) > bitsMax)
    throw new SpfStop('permerror')
  return isInNetwork(ip, network, bits === undefined ? undefined : Number(bits))
}

function isIncluded(host: string, run: Run): boolean {
  const result = checkHost(host, run)
  if (result === 'none') throw new SpfStop('permerror')
  return result === 'pass'
}

function hasAddress(host: string, bits: string | undefined, run: Run, counts: boolean): boolean {
  const answers = ask(host, run.ip.length === 4 ? 'A' : 'AAAA', run)
  if (counts) countVoid(answers, run)
  return answers.some((answer) => {
    const network = toIpBytes(answer)
    if (network === undefined) return false
    return isInNetwork(run.ip, network, bits === undefined ? undefined : Number(bits))
  })
}

function hasExchanger(host: string, bits: string | undefined, run: Run): boolean {
  const hosts = countVoid(ask(host, 'MX', run), run)
  if (hosts.length > NAMES_MAX) throw new SpfStop('permerror')
  // "10 mail.example." or the name alone.
  return hosts.some((one) => hasAddress(one.trim().split(/\s+/).at(-1) ?? '', bits, run, false))
}

function expand(text: string, domain: string, { question, ip }: Run): string {
  const { sender, helo } = question
  const values: MacroValues = { sender, domain, helo, ip }
  const name = expandMacros(text, values)
  if (name === undefined) throw new SpfStop('permerror')
  return name.toLowerCase().replace(/\.$/, '')
}
