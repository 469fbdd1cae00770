import type { Owners } from '../redact/owners.ts'
import type { CaseMail } from './case-record.ts'
import { isNotSender } from './is-not-sender.ts'

/**
 * Whether a mail may be what its provider answered, taken from the folder of sent mail. A mail that speaks to a mailbox
 * of the provider first of all was received there, though it was saved from a page that shows no `Received`: were its
 * sender taken for the victim, nothing of an attack would go out. Further down stand the copies that the victim has sent
 * to its own people.
 */
export function isOwnAnswer({ providerId, recipients }: CaseMail, owners: Owners): boolean {
  if (recipients?.isSent !== true) return false
  const { delivered, addressed, greeted = [] } = recipients
  const isOther = isNotSender(recipients)
  const spokenTo = [...addressed.filter(isOther).slice(0, 1), ...greeted.filter(isOther)]
  return ![...delivered, ...spokenTo].some(({ address, domain }) =>
    [owners.ofDomain(domain), owners.ofAddress(address)?.organisationId].includes(providerId),
  )
}
