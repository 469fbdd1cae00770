import { toOrganisation } from '../../evidence/headers/organisation.ts'
import { memoise } from '../../memoise.ts'
import { findAddressesInText, type TextAddress } from '../../techniques/reading/text-addresses.ts'
import { parseUrl } from '../../techniques/url/parse-url.ts'
import { readToken } from '../redact/opaque-token.ts'
import type { CaseMail } from './case-record.ts'
import { isNotSender } from './is-not-sender.ts'

/** Links of one mail that are read, and parts of each: what has more was made to be slow to read. */
const LINKS_MAX = 200
const PARTS_MAX = 50

/**
 * Mailboxes that the mail itself speaks to: in its greeting, and in the links that carry who is to open them. A blind
 * copy, or a mail that was saved without its header, names its recipient nowhere else.
 */
export const listNamedMailboxes = memoise((mail: CaseMail): readonly TextAddress[] => {
  const { recipients, indicators } = mail
  if (recipients === undefined) return []
  const links = indicators.filter(({ type, context }) => type === 'url' && context === 'link')
  const carried = links.slice(0, LINKS_MAX).flatMap(({ value }) => listCarried(value))
  return [...(recipients.greeted ?? []), ...carried].filter(isNotSender(recipients))
})

/** Addresses in a link, plain or encoded, but for those of whoever it leads to. */
function listCarried(link: string): readonly TextAddress[] {
  const url = parseUrl(link)
  if (url === undefined) return []
  const parts = `${url.pathname}&${url.search}&${url.hash}`.split(/[/?&#=]/u).slice(0, PARTS_MAX)
  const owner = toOrganisation(url.hostname)
  return parts
    .filter((part) => part.length >= PART_MIN)
    .flatMap((part) => readToken(part).flatMap(findAddressesInText))
    .filter(({ organisation, domain }) => organisation !== owner && !PICTURE.test(domain))
}
/** `logo@2x.png` is drawn for a fine screen. */
const PICTURE = /^\dx\./u
/** `a@b.jp` in Base64 has eight signs. */
const PART_MIN = 6
