import type { Indicator } from '../../evidence/artefact.ts'
import { toOrganisation } from '../../evidence/headers/organisation.ts'
import { isEverybodysDomain } from '../../everybodys/is-everybodys-domain.ts'
import { takenAccountQuestion } from '../redact/place-questions.ts'
import type { CaseMail } from './case-record.ts'
import { ask, type Draft } from './indicator-draft.ts'

/**
 * Whether a sender stays inside since his account seems to have been taken over: he is a victim too. Whoever registers a
 * domain for the attack has its mails pass the same checks, so that a person is asked. Whose domain is registered is
 * asked about as such, or known to be the provider's.
 */
export function isLeftOutTaken(
  { type, value, context }: Indicator,
  { findings }: CaseMail,
  draft: Draft,
): boolean {
  if (!SENDERS.has(context) || !findings.some(isTaken)) return false
  const domain = value.slice(value.lastIndexOf('@') + 1).toLowerCase()
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

const SENDERS: ReadonlySet<string> = new Set(['from', 'sender', 'return-path'])

const isTaken = ({ technique }: CaseMail['findings'][number]): boolean =>
  technique === 'taken-account'
