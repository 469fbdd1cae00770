import type { Indicator } from '../../evidence/artefact.ts'
import { toOrganisation } from '../../evidence/headers/organisation.ts'
import { isEverybodysDomain } from '../../everybodys/is-everybodys-domain.ts'
import { memoise } from '../../memoise.ts'
import { parseUrl } from '../../techniques/url/parse-url.ts'
import { takenAccountQuestion } from '../redact/place-questions.ts'
import type { CaseMail } from './case-record.ts'
import { toPlaceOrganisation } from './find-spoofed.ts'
import { ask, type Draft } from './indicator-draft.ts'

/**
 * Whether a sender stays inside since his account seems to have been taken over: he is a victim too. Whoever registers a
 * domain for the attack has its mails pass the same checks, so that a person is asked. Whose domain is registered is
 * asked about as such, or known to be the provider's. One answer is for all that the mail holds of him: where answers go,
 * and the logo of his organisation.
 */
export function isLeftOutTaken(indicator: Indicator, mail: CaseMail, draft: Draft): boolean {
  const { type, value, context } = indicator
  if (!isTakenSenders(indicator, mail)) return false
  const domain = toDomain(indicator)
  const { registered, redactor } = draft
  if (registered.ofDomain(domain) !== undefined) return false
  const isShared = isEverybodysDomain(toOrganisation(domain))
  const isOfNobody = isShared && (type !== 'email-address' || context === 'return-path')
  const isKept =
    !isOfNobody &&
    redactor.context.owners.ofDomain(domain) === undefined &&
    ask(takenAccountQuestion(isShared ? value : toOrganisation(domain)), draft) === 'keep'
  if (!isKept) draft.omitted.add('identifying-domains')
  return !isKept
}

function isTakenSenders({ type, value, context }: Indicator, mail: CaseMail): boolean {
  if (type !== 'url' && type !== 'domain' && type !== 'email-address') return false
  const { addresses, organisations } = listTakenSenders(mail)
  if (SENDERS.has(context)) return addresses.size > 0
  return addresses.has(value) || organisations.has(toPlaceOrganisation(value))
}

/** At a place of everybody he is one address among others. */
const listTakenSenders = memoise(({ indicators, findings }: CaseMail) => {
  const isTaken = findings.some(({ technique }) => technique === 'taken-account')
  const addresses = indicators.flatMap(({ value, context }) =>
    isTaken && SENDERS.has(context) ? [value] : [],
  )
  return {
    addresses: new Set(addresses),
    organisations: new Set(
      addresses.map(toPlaceOrganisation).filter((place) => !isEverybodysDomain(place)),
    ),
  }
})

const SENDERS: ReadonlySet<string> = new Set(['from', 'sender', 'return-path'])

const toDomain = ({ type, value }: Indicator): string =>
  type === 'url'
    ? (parseUrl(value)?.hostname ?? '')
    : value.slice(value.lastIndexOf('@') + 1).toLowerCase()
