import type { TraceOrganisation, TracePerson, Traces } from 'engine'
import { toList, toRecord, toText, toTexts } from '../json-fields.ts'

/** A text of names: one a line, or JSON in the form in which the hub keeps what is known of an organisation. */
export function parseNames(text: string): Traces {
  const trimmed = text.replace(/^\ufeff/, '').trim()
  if (!/^[[{]/.test(trimmed)) return toTraces(toOrganisationOf(trimmed.split(/\r?\n/)))
  const json: unknown = JSON.parse(trimmed)
  if (Array.isArray(json) && json.every((one) => typeof one === 'string'))
    return toTraces(toOrganisationOf(json))
  const listed = Array.isArray(json)
    ? json
    : toList(toRecord(json, 'names')['organisations'], 'organisations')
  const all = listed.length === 0 ? [json] : listed
  return toTraces(...all.flatMap((one, at) => toOrganisations(one, `organisations[${at}]`)))
}

function toTraces(...organisations: readonly TraceOrganisation[]): Traces {
  const isEmpty = organisations.every(({ names, domains, people, hosts, ipAddresses, numbers }) =>
    [names, domains, people, hosts, ipAddresses, numbers].every(({ length }) => length === 0),
  )
  // With nothing to search for every file is clean, which nobody means.
  if (isEmpty) throw new TypeError('no names')
  return { organisations }
}

/** Lines are told apart by their form, so that a list can hold addresses and domains among the names. */
function toOrganisationOf(lines: readonly string[]): TraceOrganisation {
  const values = lines
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
  const has = (pattern: RegExp) => values.filter((value) => pattern.test(value))
  const addresses = has(ADDRESS)
  const [domains, ipAddresses, numbers] = [has(DOMAIN), has(IP), has(NUMBER)]
  const special = new Set([...addresses, ...domains, ...ipAddresses, ...numbers])
  return {
    ...{ id: 'names', role: 'provider', hosts: [], domains, ipAddresses, numbers },
    names: values.filter((value) => !special.has(value)),
    people: addresses.map((address) => ({ names: [], addresses: [address] })),
  }
}

const ADDRESS = /^[^\s@]{1,64}@[^\s@]{1,255}$/
const IP = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7})(?:\/\d{1,3})?$/i
const DOMAIN = /^(?=.{0,253}$)(?:[\p{L}\p{N}-]{1,63}\.)+[\p{L}][\p{L}\p{N}-]{1,62}$/u
const NUMBER = /^\+?[\d ()-]{8,30}$/

/** An organisation, its group companies and the partners it watches, by the lists of a vault. */
function toOrganisations(value: unknown, at: string): TraceOrganisation[] {
  const one = toRecord(value, at)
  const unknown = Object.keys(one).filter((key) => Array.isArray(one[key]) && !KNOWN_KEYS.has(key))
  // A list that is silently left out protects nobody.
  if (unknown.length > 0) throw new TypeError(`${at}.${unknown[0] ?? ''}: unknown list`)
  const read = (key: string) => toTexts(one[key], `${at}.${key}`)
  const own: TraceOrganisation = {
    id: at,
    role: 'provider',
    names: [
      ...toName(one['name'], at),
      ...toWritten(one['names'], `${at}.names`),
      ...read('aliases'),
      ...read('postalAddresses'),
    ],
    domains: read('domains'),
    people: toList(one['people'], `${at}.people`).map((person, index) =>
      toPerson(person, `${at}.people[${index}]`),
    ),
    hosts: read('hosts'),
    ipAddresses: [...read('ipAddresses'), ...read('networks')],
    numbers: read('numbers'),
  }
  const others = ['affiliates', 'partners', 'watchList'].flatMap((key) =>
    toList(one[key], `${at}.${key}`).map((company, index) =>
      toCompany(company, `${at}.${key}[${index}]`),
    ),
  )
  return [own, ...others]
}

const KNOWN_KEYS: ReadonlySet<string> = new Set(
  'id organisationId name kind role names aliases postalAddresses domains people hosts ipAddresses networks numbers affiliates partners watchList urlServices memberships agreements hubEntries'.split(
    ' ',
  ),
)

function toCompany(value: unknown, at: string): TraceOrganisation {
  const { name, aliases, domains } = toRecord(value, at)
  return {
    ...{ id: at, role: 'partner', people: [], hosts: [], ipAddresses: [], numbers: [] },
    names: [...toName(name, at), ...toTexts(aliases, `${at}.aliases`)],
    domains: toTexts(domains, `${at}.domains`),
  }
}

function toPerson(value: unknown, at: string): TracePerson {
  const { name, names, aliases, addresses } = toRecord(value, at)
  return {
    names: [
      ...toName(name, at),
      ...toTexts(names, `${at}.names`),
      ...toTexts(aliases, `${at}.aliases`),
    ],
    addresses: toTexts(addresses, `${at}.addresses`),
  }
}

/** The vault keeps with each name what kind of name it is. */
const toWritten = (value: unknown, at: string): string[] =>
  toList(value, at).map((one, index) =>
    toText(
      typeof one === 'string' ? one : toRecord(one, `${at}[${index}]`)['text'],
      `${at}[${index}]`,
    ),
  )

const toName = (value: unknown, at: string): string[] =>
  value === undefined ? [] : [toText(value, `${at}.name`)]
