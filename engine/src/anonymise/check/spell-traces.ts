import { getDomainWithoutSuffix } from 'tldts'
import type { TraceOrganisation, TracePerson, Traces } from '../traces.ts'
import { COMMON_WORDS } from './common-words.ts'
import { spellKana, spellRomaji } from './spell-romaji.ts'

/** One way in which something known of a provider may be written. */
export interface Spelling {
  readonly text: string
  /** What it spells, as entered. */
  readonly trace: string
  readonly organisationId: string
}

/** Every spelling of every name, domain, person, address and host. Numbers are searched apart. */
export function spellTraces(traces: Traces): readonly Spelling[] {
  return traces.organisations.flatMap((organisation) =>
    spellOrganisation(organisation).map(([trace, text]) => ({
      text,
      trace,
      organisationId: organisation.id,
    })),
  )
}

type Pair = readonly [trace: string, text: string]
const pairs = (trace: string, texts: Iterable<string>): Pair[] =>
  [...texts].map((text): Pair => [trace, text])

function spellOrganisation(organisation: TraceOrganisation): Pair[] {
  return [
    ...organisation.names.flatMap((name) => pairs(name, spellCompany(name))),
    ...organisation.domains.flatMap((domain) => pairs(domain, spellDomain(domain))),
    ...organisation.hosts.flatMap((host) => pairs(host, spellHost(host))),
    ...organisation.people.flatMap(spellPerson),
  ]
}

const LEGAL_JAPANESE =
  /株式会社|有限会社|合同会社|合資会社|合名会社|一般社団法人|一般財団法人|公益財団法人|独立行政法人|\((?:株|有|同|社|財)\)/gu
const LEGAL_LATIN =
  /(?<![\s,])[\s,]+(?:co\.?|ltd\.?|limited|inc\.?|incorporated|corp\.?|corporation|company|llc|llp|lp|plc|gmbh|ag|as|a\.?s\.?|ab|oy|bv|nv|kk|k\.k\.|pte|pty|s\.?a\.?|s\.?p\.?a\.?|srl|sdn|bhd)(?=[\s,]|$)/giu

function spellCompany(name: string): Set<string> {
  const plain = name.normalize('NFKC')
  const core = ` ${plain}`.replace(LEGAL_JAPANESE, '').replace(LEGAL_LATIN, '').trim()
  const texts = new Set([name, core, plain.replace(/(?:(?<!\s)\s+)?&\s*/gu, ' and ')])
  const romaji = spellKana(core)
  if (romaji !== undefined) for (const form of spellRomaji(romaji)) texts.add(form)
  return texts
}

/** The whole name and the label people recognise: kitahama-seiki in kitahama-seiki.example. */
function spellDomain(domain: string): Set<string> {
  const label = getDomainWithoutSuffix(domain, { allowPrivateDomains: true }) ?? ''
  return new Set(label.length >= 4 && !COMMON_WORDS.has(label) ? [domain, label] : [domain])
}

function spellHost(host: string): Set<string> {
  const first = host.split('.')[0] ?? ''
  const isTelling = first.length >= 6 && /[-\d]/u.test(first)
  return new Set(isTelling ? [host, first] : [host])
}

function spellPerson(person: TracePerson): Pair[] {
  return [
    ...person.names.flatMap((name) => pairs(name, spellPersonName(name))),
    ...person.addresses.flatMap((address) => pairs(address, spellAddress(address))),
  ]
}

/** The address, and its local part when that alone points at somebody. */
function spellAddress(address: string): Set<string> {
  const local = address.slice(0, Math.max(0, address.lastIndexOf('@')))
  return new Set(local.length >= 5 && !COMMON_WORDS.has(local) ? [address, local] : [address])
}

function spellPersonName(name: string): Set<string> {
  const plain = name.normalize('NFKC').trim()
  if (/^[\p{Script=Latin}\p{M}\s.'’-]+$/u.test(plain)) return spellLatinPerson(plain)
  const texts = new Set([plain])
  for (const part of splitJapaneseName(plain)) texts.add(part)
  const parts = plain.split(/[\s・]+/u)
  if (parts.length === 2) texts.add(`${parts[1]}${parts[0]}`)
  const romaji = parts.map(spellKana)
  if (romaji.every((part) => part !== undefined)) {
    for (const text of spellLatinPerson(romaji.join(' '))) texts.add(text)
  }
  return texts
}

/** The surname: before the space, else the first two of three or more kanji. */
function splitJapaneseName(name: string): readonly string[] {
  const [surname = '', given] = name.split(/[\s・]+/u)
  if (given !== undefined) return [surname]
  return /^[\p{Script=Han}ヶケ]{3,5}$/u.test(name) ? [name.slice(0, 2)] : []
}

/** Both orders, with initials on either side, and each part that is long enough to point at somebody. */
function spellLatinPerson(name: string): Set<string> {
  const parts = name.split(/[\s.]+/u).filter((part) => part.length > 0)
  const texts = new Set([name])
  const first = parts.at(0) ?? ''
  const last = parts.at(-1) ?? ''
  if (parts.length < 2) return new Set(spellRomaji(first))
  for (const a of spellRomaji(first)) {
    for (const b of spellRomaji(last)) {
      texts.add(a + b).add(b + a)
      const withInitial = [`${a[0]}${b}`, `${b}${a[0]}`, `${b[0]}${a}`, `${a}${b[0]}`]
      for (const text of withInitial) if (text.length >= 5) texts.add(text)
    }
  }
  for (const form of [...spellRomaji(first), ...spellRomaji(last)]) {
    if (form.length >= 4) texts.add(form)
  }
  return texts
}
