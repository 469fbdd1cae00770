import { domainToASCII, domainToUnicode } from 'node:url'
import { getDomainWithoutSuffix } from 'tldts'
import type { TraceOrganisation, Traces } from '../traces.ts'
import { spellCompany, toLabelForm } from './spell-company.ts'
import { toLabelName } from './spell-label.ts'
import { spellPerson } from './spell-person.ts'
import type { Form, Spelling } from './spelling.ts'

/** Every spelling of every name, domain, person, address and host. Numbers are searched apart. */
export function spellTraces(traces: Traces): readonly Spelling[] {
  return traces.organisations.flatMap((organisation) =>
    spellOrganisation(organisation).map((form) => ({ ...form, organisationId: organisation.id })),
  )
}

function spellOrganisation({ names, domains, hosts, people }: TraceOrganisation): readonly Form[] {
  return [
    ...spellCompany(names, domains.flatMap(toCalled)),
    ...domains.flatMap(spellDomain),
    ...hosts.flatMap(spellHost),
    ...people.flatMap(spellPerson),
  ]
}

/** The whole name in ASCII and as it is read, and its label. */
function spellDomain(domain: string): readonly Form[] {
  const seen = domainToUnicode(domain)
  const names = new Set([domain, seen, domainToASCII(domain)].filter((name) => name !== ''))
  const all = [...names].map((text) => ({ trace: domain, text }))
  return [...all, ...toLabelForm(domain, labelOf(seen))]
}

const labelOf = (domain: string): string =>
  getDomainWithoutSuffix(domain, { allowPrivateDomains: true }) ?? ''

/** What the label of a domain calls its owner. */
function toCalled(domain: string) {
  const called = toLabelName(labelOf(domain))
  return called === undefined ? [] : [{ ...called, trace: domain }]
}

function spellHost(host: string): readonly Form[] {
  const first = host.split('.')[0] ?? ''
  const isTelling = first.length >= 6 && /[-\d]/u.test(first)
  return [host, ...(isTelling ? [first] : [])].map((text) => ({ trace: host, text }))
}
