import type { Owners } from '../redact/owners.ts'
import type { TextAddress } from '../../techniques/reading/text-addresses.ts'
import type { CaseMail } from './case-record.ts'
import { isNotSender } from './is-not-sender.ts'

/**
 * Whether a mail may be what its provider answered, taken from the folder of sent mail. A mail that speaks to a mailbox
 * of the provider first of all was received there, though it was saved from a page that shows no `Received`: were its
 * sender taken for the victim, nothing of an attack would go out. Further down stand the copies that the victim has sent
 * to its own people.
 */
export function isOwnAnswer(mail: CaseMail, owners: Owners): boolean {
  return mail.recipients?.isSent === true && !isSpokenTo(mail, owners)
}

/** Whether a mail was delivered to a mailbox of its provider, greets one or is addressed to one before all others. */
export function isSpokenTo({ providerId, recipients }: CaseMail, owners: Owners): boolean {
  if (recipients === undefined) return false
  const { delivered, addressed, greeted = [] } = recipients
  const isOther = isNotSender(recipients)
  const spokenTo = [...addressed.filter(isOther).slice(0, 1), ...greeted.filter(isOther)]
  return [...delivered, ...spokenTo].some(isProviders(providerId, owners))
}

export const isProviders =
  (providerId: string, owners: Owners) =>
  ({ address, domain }: TextAddress): boolean =>
    [owners.ofDomain(domain), owners.ofAddress(address)?.organisationId].includes(providerId)
