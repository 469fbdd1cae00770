import { toOrganisation } from '../../evidence/headers/organisation.ts'
import { isReplySubject, withoutMarks } from '../../evidence/submission/subject-marks.ts'
import { isEverybodysService } from '../../everybodys/is-everybodys-service.ts'
import type { Owners } from '../redact/owners.ts'
import { toVisibleLine } from '../visible-text.ts'
import type { CaseMail } from './case-record.ts'
import { isOwnMail } from './is-own-mail.ts'
import type { MetDomain, Witness } from './list-met-domains.ts'

/**
 * Whether a subject may be that of a genuine conversation, which its two parties know by it (T17). One mail of the case
 * that shows so is enough for whatever stands under the same subject, with marks of answers or without.
 */
export function findConversations(
  mails: readonly CaseMail[],
  owners: Owners,
  met: readonly MetDomain[],
): (subject: string) => boolean {
  const shown = new Set(
    met.filter(({ witness }) => !SENDER_SAYS.has(witness)).map(({ domain }) => domain),
  )
  const isOwn = (domain: string): boolean =>
    owners.ofDomain(domain) !== undefined || shown.has(toOrganisation(domain))
  const subjects = new Set(
    mails
      .filter((mail) => isOfConversation(mail, owners, isOwn))
      .flatMap(({ indicators }) => indicators.filter(({ type }) => type === 'subject'))
      .map(({ value }) => withoutMarks(toVisibleLine(value))),
  )
  return (subject) => subjects.has(withoutMarks(subject))
}

/** What shows a domain by the sender's quotes and his own name alone shows nobody who received him. */
const SENDER_SAYS: ReadonlySet<Witness> = new Set([
  'answered',
  'quoted',
  'original',
  'claimed',
  'claimed-by-attack',
  'told-by-attack',
  'noted',
  'transmitter',
  'written',
  'self',
])

/**
 * A mail that goes on with another's: the analysis found somebody to have stepped in, it answers a mail that its sender
 * did not number, it quotes somebody of the receiving side, or who received the attack sent it. All of that can be
 * written by an attacker, so that it only makes a question.
 */
function isOfConversation(
  mail: CaseMail,
  owners: Owners,
  isOwn: (domain: string) => boolean,
): boolean {
  if (mail.findings.some(({ technique }) => technique === 'thread-hijack')) return true
  const { recipients } = mail
  if (recipients === undefined) return false
  const { answered, quoted, senders, forwarders = [] } = recipients
  if (isOwnMail(mail, owners) || forwarders.length > 0) return true
  if (quoted.some(({ domain }) => isOwn(domain))) return true
  const senderOf = new Set(senders.map(toOrganisation))
  // A number of a service that carries everybody's mail does not say whose it is.
  const isSenders = (organisation: string): boolean =>
    senderOf.has(organisation) && !isEverybodysService(organisation)
  const isAnswer = mail.indicators.some(
    ({ type, value }) => type === 'subject' && isReplySubject(value),
  )
  return answered.some((host) => {
    const organisation = toOrganisation(host)
    return isOwn(organisation) || (isAnswer && !isSenders(organisation))
  })
}
