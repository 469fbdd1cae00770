import type { Message } from '../../evidence/message.ts'
import { defang } from '../../refang.ts'
import type { FalseClaim } from '../reading/claimed-identity.ts'
import { listDestinations } from '../reading/destinations.ts'
import { isRelated } from '../reading/relations.ts'
import { findAddressesInText } from '../reading/text-addresses.ts'
import { FREE_MAIL } from '../tables/free-mail.ts'
import { listRecipients } from '../reading/recipients.ts'
import type { TechniqueContext } from '../technique.ts'

/** Something that could take what the reader types. */
export interface Entrance {
  /** Host or file name, defanged. */
  readonly shown: string
}

/** Files that open as a page, lead to one, or set up a mail account of the attacker's. */
const PAGES =
  /^(?:text\/html|application\/xhtml\+xml|image\/svg\+xml|application\/pdf|application\/x-apple-aspen-config)$/
const PAGE_NAMES = /\.(?:s?html?|xhtml|svg|pdf|mobileconfig|url)$/i

/** A link, form or file that leads to neither the claimed service nor the recipient's own organisation. */
export function findEntrance(
  message: Message,
  context: TechniqueContext,
  claim: FalseClaim | undefined,
): Entrance | undefined {
  const { register } = context
  const own = listRecipients(message, register).organisations
  const away = listDestinations(context.links).find(({ organisation }) => {
    const owner = register.ownerOf(organisation)?.name
    return !own.has(organisation) && (claim?.owner === undefined || owner !== claim.owner)
  })
  if (away !== undefined) return { shown: defang(away.host) }
  const answer = claim === undefined ? undefined : findAnswer(message, context, claim)
  if (answer !== undefined) return { shown: answer }
  const page = message.attachments.find(
    ({ type, fileName = '' }) => PAGES.test(type) || PAGE_NAMES.test(fileName),
  )
  return page === undefined ? undefined : { shown: defang(page.fileName ?? page.type) }
}

/** “Report the user”: the button writes a mail to a third address, which asks for the rest. */
function findAnswer(
  message: Message,
  { links, register }: TechniqueContext,
  claim: FalseClaim,
): string | undefined {
  const sender = message.from?.organisation ?? ''
  const own = listRecipients(message, register).organisations
  for (const { url } of links) {
    if (!/^mailto:/i.test(url)) continue
    const [address] = findAddressesInText(url.slice(0, MAILTO_CHARS_MAX))
    if (address === undefined || own.has(address.organisation)) continue
    if (isRelated(sender, address.organisation, register)) continue
    const isOfClaimed = register.ownerOf(address.organisation)?.name === claim.owner
    if (!isOfClaimed || FREE_MAIL.has(address.organisation)) return defang(address.address)
  }
  return undefined
}

const MAILTO_CHARS_MAX = 400
