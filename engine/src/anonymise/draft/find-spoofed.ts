import type { Indicator } from '../../evidence/artefact.ts'
import { toOrganisation } from '../../evidence/headers/organisation.ts'
import { parseUrl } from '../../techniques/url/parse-url.ts'
import type { CaseMail } from './case-record.ts'
import { findLookalikes, type MailsOfCase } from './find-attacker-facts.ts'

/** Whether an indicator stands where a mail shows its sender, and at a domain that the mails of the case only borrow. */
export function findSpoofed(record: MailsOfCase): (indicator: Place) => boolean {
  const judged = (verdict: string): ReadonlySet<string> =>
    new Set(record.mails.flatMap((mail) => listJudged(mail, verdict)))
  const proved = judged('proved')
  const isAttackers = findInfrastructure(record)
  const spoofed = new Set(
    [...judged('disproved')].filter((domain) => !proved.has(domain) && !isAttackers(domain)),
  )
  return ({ context, value }) =>
    SENDER.has(context) && spoofed.has(toOrganisation(value.slice(value.lastIndexOf('@') + 1)))
}

export type Place = Pick<Indicator, 'context' | 'value'>

/** A bounce address at the same domain was as free to write as `From`. */
const SENDER: ReadonlySet<string> = new Set(['from', 'sender', 'return-path'])

const listJudged = ({ recipients }: CaseMail, verdict: string): readonly string[] =>
  recipients?.senderVerdict === verdict ? recipients.senders.map(toOrganisation) : []

/**
 * Whether a domain is otherwise seen to serve the attack: a look-alike, a place to answer to other than the sender
 * shown, or a link deeper than the front page, which footers of borrowed letters lead to.
 */
function findInfrastructure(record: MailsOfCase): (domain: string) => boolean {
  const seen = new Set(findLookalikes(record).map(({ observed }) => toOrganisation(observed)))
  for (const { indicators } of record.mails) {
    const senders = new Set(
      indicators.filter(({ context }) => context === 'from').map(({ value }) => value),
    )
    for (const { type, context, value } of indicators) {
      if (type === 'email-address' && context === 'reply-to' && !senders.has(value))
        seen.add(toOrganisation(value.slice(value.lastIndexOf('@') + 1)))
      if (type === 'url' && LINKS.has(context)) {
        const url = parseUrl(value)
        if (url !== undefined && (url.pathname !== '/' || url.search !== ''))
          seen.add(toOrganisation(url.hostname))
      }
    }
  }
  return (domain) => seen.has(domain)
}

const LINKS: ReadonlySet<string> = new Set(['link', 'link-target', 'file-link', 'qr'])
