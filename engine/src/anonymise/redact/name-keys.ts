import { getDomainWithoutSuffix } from 'tldts'
import type { TraceOrganisation, Traces } from '../traces.ts'
import { listCompanyForms } from './company-forms.ts'
import type { Digits } from './letter.ts'
import { listGuesses } from './list-guesses.ts'
import { listPersonForms } from './person-forms.ts'
import { reduceName } from './reduce-text.ts'

/** A reduced name and whom it names. */
export interface NameKey {
  readonly key: string
  readonly organisationId: string
  readonly person?: { readonly isExecutive: boolean }
  /** One part of a personal name, which may also be an ordinary word. */
  readonly isPart: boolean
  /** An initial and a name: only as a word of its own, or every `s, Ingrid` would be one. */
  readonly hasInitial?: boolean
  /** A telephone, account or customer number. */
  readonly isNumber?: boolean
  /** The beginning of a company's name that may as well be an ordinary word: asked about, never replaced unasked. */
  readonly isDoubtful?: boolean
  /** The same, looked for in hosts, mailboxes and paths alone, as a word of its own. */
  readonly isGuess?: boolean
}

/** Shortest reduced names searched: two kanji, three Latin letters, two kana. */
const KEY_MIN = 2
const LATIN_KEY_MIN = 3

/** Every name of the traces, reduced. */
export function listNameKeys(traces: Traces, digits: Digits): readonly NameKey[] {
  return traces.organisations
    .flatMap((organisation) => [
      ...toCompanyKeys(organisation, digits),
      ...toPersonKeys(organisation, digits),
      ...toNumberKeys(organisation),
    ])
    .filter(({ key }) => isLongEnough(key))
}

const isLongEnough = (key: string): boolean =>
  key.length >= (/^[a-z0-9]+$/u.test(key) ? LATIN_KEY_MIN : KEY_MIN)

/** Names in their forms, hosts, and the telling label of each domain. */
function toCompanyKeys(organisation: TraceOrganisation, digits: Digits): readonly NameKey[] {
  const { id: organisationId, domains, hosts } = organisation
  const places = [...domains, ...hosts, ...tellingLabels(domains), ...hosts.map(firstLabel)]
  const forms = [
    ...listCompanyForms(organisation),
    ...places.map((form) => ({ form, isDoubtful: false })),
  ]
  const guesses = listGuesses(organisation).map((form) => ({
    ...{ key: reduceName(form, digits), organisationId, isPart: false, isGuess: true },
  }))
  const keys = forms.flatMap(({ form, isDoubtful }) =>
    toKeys(form, digits).map((key) => ({
      key,
      organisationId,
      isPart: false,
      ...(isDoubtful ? { isDoubtful } : {}),
    })),
  )
  return [...keys, ...guesses]
}

/** A name, and the name spelled out letter by letter (S-h-i-r-o), where no two letters make one sound. */
function toKeys(form: string, digits: Digits): readonly string[] {
  const spelled = /^[\p{Script=Latin}\s]{5,40}$/u.test(form) ? [[...form].join(' ')] : []
  return [...new Set([form, ...spelled].map((one) => reduceName(one, digits)))]
}

function toPersonKeys(organisation: TraceOrganisation, digits: Digits): readonly NameKey[] {
  return organisation.people.flatMap((person) =>
    listPersonForms(person).flatMap(({ form, isPart, hasInitial }) =>
      toKeys(form, digits).map((key) => ({
        key,
        organisationId: organisation.id,
        person: { isExecutive: person.isExecutive === true },
        isPart,
        ...(hasInitial === true ? { hasInitial } : {}),
      })),
    ),
  )
}

/** As entered, the digits alone, and a telephone number as it is dialled from abroad. */
function toNumberKeys({ id: organisationId, numbers }: TraceOrganisation): readonly NameKey[] {
  return numbers
    .flatMap((number) => {
      const digits = number.normalize('NFKC').replace(/\D/gu, '')
      return [reduceName(number), digits, digits.replace(/^0(?=\d{8})/u, '')]
    })
    .filter((key) => key.length >= NUMBER_KEY_MIN)
    .map((key) => ({ key, organisationId, isPart: false, isNumber: true }))
}
/** Fewer digits stand in every mail by chance. */
const NUMBER_KEY_MIN = 5

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
