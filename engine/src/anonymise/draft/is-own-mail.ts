import { isPrivateIp } from '../../is-private-ip.ts'
import type { OldestHop } from '../receiving-side/receiving-side.ts'
import type { Owners } from '../redact/owners.ts'
import type { CaseMail } from './case-record.ts'
import { isOwnAnswer, isProviders, isSpokenTo } from './is-own-answer.ts'

/**
 * Whether somebody of the provider may have written a mail himself: an answer from the folder of sent mail, or what he
 * tells the hub of an attack. What he wrote into it is the provider's (T17). All of that can be forged, so that it only
 * makes questions.
 */
export const isOwnMail = (mail: CaseMail, owners: Owners): boolean =>
  isOwnAnswer(mail, owners) || isFromProvider(mail, owners)

/**
 * Its sender is registered, no check disproved that, and it began at a server of the provider, or speaks to others and
 * came from nowhere else. A forgery in the provider's name comes in from outside and speaks to the provider. Where a
 * person has said of a mail whether it is a forward or the attack, it is that.
 */
function isFromProvider(mail: CaseMail, owners: Owners): boolean {
  const { recipients, roles = [], providerId } = mail
  if (recipients === undefined || roles.length > 0) return false
  const { from, oldest, isUnreceived, senderVerdict } = recipients
  if (from.length === 0 || !from.every(isProviders(providerId, owners))) return false
  if (senderVerdict === 'disproved') return false
  const isToProvider = isSpokenTo(mail, owners)
  if (oldest !== undefined && isFirstServer(oldest, { providerId, owners, isToProvider }))
    return true
  return (isUnreceived === true || senderVerdict === 'proved') && !isToProvider
}

/** The provider's own server, which had it from a machine inside. */
function isFirstServer(
  { by, ip, names }: OldestHop,
  {
    providerId,
    owners,
    isToProvider,
  }: { readonly providerId: string; readonly owners: Owners; readonly isToProvider: boolean },
): boolean {
  if (owners.ofDomain(by) !== providerId) return false
  const isInside = ip === undefined || isPrivateIp(ip) || owners.ofIp(ip) === providerId
  // A journal notes the provider's server by a public address; a name alone is forged where it helps to reach somebody.
  const isNamed = names.some((name) => name.includes('.')) && !isToProvider
  return (isInside || isNamed) && names.every((name) => !name.includes('.') || isOfProvider(name))

  function isOfProvider(name: string): boolean {
    return owners.ofDomain(name) === providerId || isPrivateIp(name.replace(/^\[|\]$/gu, ''))
  }
}
