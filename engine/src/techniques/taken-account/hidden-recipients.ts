import type { MailAddress, Message } from '../../evidence/message.ts'

/**
 * Nobody but the sender is named: undisclosed recipients, an empty To, or To the sender himself
 * with everybody else in blind copy, as web mail clients do it.
 */
export function hidesRecipients(message: Message, from: MailAddress): boolean {
  const named = ['to', 'cc'].flatMap((name) => message.addresses(name))
  const others = named.filter(
    ({ address, domain }) => domain !== '' && address.toLowerCase() !== from.address.toLowerCase(),
  )
  return others.length === 0
}
