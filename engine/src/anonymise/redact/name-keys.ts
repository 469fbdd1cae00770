import { getDomainWithoutSuffix } from 'tldts'
import type { TraceOrganisation, TracePerson, Traces } from '../traces.ts'
import { reduceName, type Digits } from './reduce-text.ts'

/** A reduced name and whom it names. */
export interface NameKey {
  readonly key: string
  readonly organisationId: string
  readonly person?: { readonly isExecutive: boolean }
  /** One part of a personal name, which may also be an ordinary word. */
  readonly isPart: boolean
  /** An initial and a name: only as a word of its own, or every `s, Ingrid` would be one. */
  readonly hasInitial?: boolean
}

/** Company forms that are no part of the name, reduced like the text they are taken from. */
const COMPANY_FORMS =
  /株式会社|有限会社|合同会社|合資会社|一般社団法人|一般財団法人|独立行政法人|[(（](?:株|有|同|社|財)[)）]|[㈱㈲㍿]/gu
const LATIN_FORM =
  /^(?:co|ltd|limited|inc|incorporated|corp|corporation|company|llc|llp|lp|plc|gmbh|ag|as|a\.?s\.?|ab|oy|bv|nv|kk|pte|pty|sa|spa|srl|sdn|bhd)$/u

/** Shortest reduced names searched: two kanji, three Latin letters, two kana. */
const KEY_MIN = 2
const LATIN_KEY_MIN = 3

/** Every name of the traces, reduced. */
export function listNameKeys(traces: Traces, digits: Digits): readonly NameKey[] {
  return traces.organisations.flatMap((organisation) => {
    const { id: organisationId } = organisation
    const companies = listCompanyForms(organisation).map((form) => ({
      key: reduceName(form, digits),
      organisationId,
      isPart: false,
    }))
    const people = organisation.people.flatMap((person) =>
      listPersonForms(person).map(({ form, isPart, hasInitial }) => ({
        key: reduceName(form, digits),
        organisationId,
        person: { isExecutive: person.isExecutive === true },
        isPart,
        ...(hasInitial === true ? { hasInitial } : {}),
      })),
    )
    return [...companies, ...people].filter(({ key }) => isLongEnough(key))
  })
}

const isLongEnough = (key: string): boolean =>
  key.length >= (/^[a-z0-9]+$/u.test(key) ? LATIN_KEY_MIN : KEY_MIN)

/** Names with and without the company form, hosts, and the telling label of each domain. */
function listCompanyForms(organisation: TraceOrganisation): readonly string[] {
  const { names, domains, hosts } = organisation
  const cores = names.map(withoutCompanyForm)
  const packed = names.map((name) => name.replace(/(?:(?<!\s)\s+)?&\s*/gu, ' and '))
  return [
    ...names,
    ...cores,
    ...packed,
    ...domains,
    ...hosts,
    ...tellingLabels(domains),
    ...hosts.map(firstLabel),
  ]
}

function withoutCompanyForm(name: string): string {
  const words = name.replace(COMPANY_FORMS, ' ').split(/[\s,，]+/u)
  return words.filter((word) => !LATIN_FORM.test(word.toLowerCase().replace(/\.$/u, ''))).join(' ')
}

/** The label below the public suffix, when it is more than a word everybody uses. */
export function tellingLabels(domains: readonly string[]): readonly string[] {
  return domains
    .map((domain) => getDomainWithoutSuffix(domain, { allowPrivateDomains: true }) ?? '')
    .filter((label) => label.length >= 4)
}

const firstLabel = (host: string): string => {
  const label = host.split('.')[0] ?? ''
  return /[-\d]/u.test(label) && label.length >= 6 ? label : ''
}

interface PersonForm {
  readonly form: string
  readonly isPart: boolean
  readonly hasInitial?: boolean
}

function listPersonForms(person: TracePerson): readonly PersonForm[] {
  const locals = person.addresses
    .map((address) => address.slice(0, Math.max(0, address.lastIndexOf('@'))))
    .filter((local) => local.length >= 5)
  return [...person.names.flatMap(formsOfName), ...locals.map((form) => ({ form, isPart: false }))]
}

function formsOfName(name: string): readonly PersonForm[] {
  const parts = name
    .normalize('NFKC')
    .split(/[\s・.]+/u)
    .filter((part) => part !== '')
  const [first = '', last = ''] = [parts.at(0), parts.at(-1)]
  if (parts.length < 2) return [{ form: name, isPart: true }, ...surnameOf(name)]
  const isLatin = /^[\p{Script=Latin}\p{M}'’-]+$/u.test(first)
  const isKana = /^[ぁ-ゖァ-ヺー]+$/u.test(first)
  const whole = [`${first}${last}`, `${last}${first}`, parts.join('')]
  const romaji = isKana ? [reduceName(first), reduceName(last)] : [first, last]
  const initials = isLatin || isKana ? withInitials(romaji[0] ?? '', romaji[1] ?? '') : []
  const singles = isLatin || isKana ? [first, last] : [first]
  return [
    ...whole.map((form) => ({ form, isPart: false })),
    ...initials.map((form) => ({ form, isPart: false, hasInitial: true })),
    ...singles.map((form) => ({ form, isPart: true })),
  ]
}

/** `k.morita`, `moritak` and the same the other way round. */
function withInitials(first: string, last: string): readonly string[] {
  const [f = '', l = ''] = [first[0], last[0]]
  return [`${f}${last}`, `${last}${f}`, `${l}${first}`, `${first}${l}`].filter(
    (form) => form.length >= 5,
  )
}

/** The first two kanji of a name written without a space. */
function surnameOf(name: string): readonly PersonForm[] {
  const plain = name.normalize('NFKC')
  return /^\p{Script=Han}{3,5}$/u.test(plain) ? [{ form: plain.slice(0, 2), isPart: true }] : []
}
