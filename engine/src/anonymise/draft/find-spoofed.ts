import type { Indicator } from '../../evidence/artefact.ts'
import { toOrganisation } from '../../evidence/headers/organisation.ts'
import { parseUrl } from '../../techniques/url/parse-url.ts'
import type { CaseMail } from './case-record.ts'
import { findLookalikes, type MailsOfCase } from './find-attacker-facts.ts'

/**
 * Whether an indicator stands where a mail shows its sender, or links to the sender's pages, and at a domain that the
 * mails of the case only borrow: a letter is copied with the links of its footer.
 */
export function findSpoofed(record: MailsOfCase): (indicator: Place) => boolean {
  const judged = (verdict: string): ReadonlySet<string> =>
    new Set(record.mails.flatMap((mail) => listJudged(mail, verdict)))
  const proved = judged('proved')
  const isAttackers = findInfrastructure(record)
  const spoofed = new Set(
    [...judged('disproved')].filter((domain) => !proved.has(domain) && !isAttackers(domain)),
  )
  return ({ context, value }) =>
    (SENDER.has(context) || LINKS.has(context)) && spoofed.has(toPlaceOrganisation(value))
}

/** Whose place an address, a link or a host is. */
export function toPlaceOrganisation(value: string): string {
  const url = value.includes('://') ? parseUrl(value) : undefined
  return toOrganisation(url?.hostname ?? value.slice(value.lastIndexOf('@') + 1))
}

export type Place = Pick<Indicator, 'context' | 'value'>

/** A bounce address at the same domain was as free to write as `From`. */
const SENDER: ReadonlySet<string> = new Set(['from', 'sender', 'return-path'])

const listJudged = ({ recipients }: CaseMail, verdict: string): readonly string[] =>
  recipients?.senderVerdict === verdict ? recipients.senders.map(toOrganisation) : []

/**
 * Whether a domain is otherwise seen to serve the attack: a look-alike, a place to answer to other than the sender
 * shown, or the one place that a mail without files leads to. A link beside others proves nothing, however deep it is.
 */
function findInfrastructure(record: MailsOfCase): (domain: string) => boolean {
  const seen = new Set(findLookalikes(record).map(({ observed }) => toOrganisation(observed)))
  for (const { indicators } of record.mails) {
    for (const domain of [...listAnswered(indicators), ...listLoneLures(indicators)])
      seen.add(domain)
  }
  return (domain) => seen.has(domain)
}

function listAnswered(indicators: readonly Indicator[]): readonly string[] {
  const senders = new Set(
    indicators.filter(({ context }) => context === 'from').map(({ value }) => value),
  )
  return indicators
    .filter(({ type, context, value }) => {
      return type === 'email-address' && context === 'reply-to' && !senders.has(value)
    })
    .map(({ value }) => toPlaceOrganisation(value))
}

function listLoneLures(indicators: readonly Indicator[]): readonly string[] {
  if (indicators.some(({ type }) => type === 'sha256' || type === 'file-name')) return []
  const links = indicators.filter(({ type, context }) => type === 'url' && LINKS.has(context))
  const places = new Set(links.map(({ value }) => toPlaceOrganisation(value)))
  return places.size === 1 && links.some(isDeep) ? [...places] : []
}

/** Deeper than the front page, to which any signature leads. */
function isDeep({ value }: Indicator): boolean {
  const url = parseUrl(value)
  return url !== undefined && (url.pathname !== '/' || url.search !== '')
}

export const LINKS: ReadonlySet<string> = new Set(['link', 'link-target', 'file-link', 'qr'])
