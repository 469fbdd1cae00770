import type { MailAddress, Message } from '../../evidence/message.ts'
import { splitDomain } from '../../register/split-domain.ts'
import { listRecipients } from '../reading/recipients.ts'
import { isRelated } from '../reading/relations.ts'
import type { TechniqueContext } from '../technique.ts'
import { parseWebUrl } from '../url/unwrap-url.ts'
import type { Trap } from './find-trap.ts'

/** Links looked at; the one to be clicked stands among the first. */
const LINKS_MAX = 50
const LABEL_CHARS_MIN = 5

/**
 * A link on a third party's host whose path names both the sender's and the recipient's company,
 * as the mails from taken-over accounts carried it (2020Q1 §6).
 */
export function findNamingLink(
  message: Message,
  from: MailAddress,
  { links, register }: TechniqueContext,
): Trap | undefined {
  const sender = toLabel(from.organisation)
  if (sender === undefined) return undefined
  for (const link of links.slice(0, LINKS_MAX)) {
    if (!link.url.toLowerCase().includes(sender)) continue
    const url = parseWebUrl(link.url)
    const host = url && splitDomain(url.hostname)?.organisation
    if (url === undefined || host === undefined) continue
    if (isRelated(host, from.organisation, register)) continue
    const { organisations } = listRecipients(message, register)
    if ([...organisations].some((own) => isRelated(host, own, register))) continue
    const path = `${url.hostname}${url.pathname}`.toLowerCase()
    const named = [...organisations].map(toLabel).find((label) => label && path.includes(label))
    if (named === undefined || !path.includes(sender)) continue
    return {
      link,
      ja: `送信元と受信者の両方の会社名「${sender}」「${named}」を含む、第三者のページへのリンクを送っています`,
      en: `carries a link to a third party’s page that names both companies, “${sender}” and “${named}”`,
    }
  }
  return undefined
}

function toLabel(organisation: string): string | undefined {
  const label = splitDomain(organisation)?.label.toLowerCase()
  return label === undefined || label.length < LABEL_CHARS_MIN ? undefined : label
}
