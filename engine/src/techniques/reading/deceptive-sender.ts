import type { Message } from '../../evidence/message.ts'
import type { RegisterIndex } from '../../register/register.ts'
import { foldName, listBrandNames } from '../tables/brand-names.ts'
import { SENDING_SERVICES } from '../tables/sending-services.ts'
import { findImitation, isSuffixOnly, readThread } from './imitated-domain.ts'
import { memoise } from './memoise.ts'
import { isRelated } from './relations.ts'
import { findAddressesInText } from './text-addresses.ts'

/**
 * Whether the sender passes for somebody else: an imitated domain, another organisation's address or
 * name before the real address. It gives weight to signs that ordinary mail has too.
 */
export function isDeceptiveSender(message: Message, register: RegisterIndex): boolean {
  return sendersBy(register)(message).isDeceptive
}

const sendersBy = memoise((register: RegisterIndex) =>
  memoise((message: Message) => ({ isDeceptive: readSender(message, register) })),
)

function readSender(message: Message, register: RegisterIndex): boolean {
  const { from } = message
  if (from === undefined || from.domain === '') return false
  const imitation = findImitation(from.domain, register, readThread(message, register))
  if (imitation !== undefined && !isSuffixOnly(imitation)) return true
  if (from.displayName === '' || SENDING_SERVICES.has(from.organisation)) return false
  const [shown] = findAddressesInText(from.displayName)
  if (shown !== undefined && !isRelated(shown.organisation, from.organisation, register))
    return true
  return claimsOther(foldName(from.displayName), from.organisation, register)
}

function claimsOther(shown: string, organisation: string, register: RegisterIndex): boolean {
  const owner = register.ownerOf(organisation)?.name
  const { recipient, organisations } = register.register
  const members = recipient === undefined ? organisations : [recipient, ...organisations]
  const isClaimed = (name: string) => name.length >= 4 && shown.includes(foldName(name))
  const isMember = members.some(
    (one) => one.name !== owner && [one.name, ...one.aliases].some(isClaimed),
  )
  const label = organisation.split('.')[0] ?? ''
  return (
    isMember ||
    listBrandNames().some(
      (one) =>
        one.owner !== owner &&
        one.folded.length >= 5 &&
        shown.includes(one.folded) &&
        !label.includes(one.folded.replace(/[^a-z]/g, '') || '\0'),
    )
  )
}
