import { FREE_MAIL } from '../../techniques/tables/free-mail.ts'
import { parseWebUrl } from '../../techniques/url/unwrap-url.ts'
import { toOrganisation } from '../headers/organisation.ts'
import { detectType } from '../../files/types/detect-type.ts'
import type { Link, Message, Part } from '../message.ts'
import { toAttachedMail } from './find-carried-mails.ts'

/** What a mail has besides those that it holds. */
export interface CarriedBesides {
  /**
   * Leaving the outer mail out loses nothing: its links stand in the mails it holds as well, or are those of a signature,
   * and it has no files but mails and the pictures of its text. Otherwise an attacker who attaches a harmless mail to his
   * own would have that published in place of the page he leads to.
   */
  readonly isBare: boolean
  /** There is something at all, were it only a logo: a picture can hold a code that leads somewhere. */
  readonly hasMore: boolean
}

export function compareCarried(
  outer: Message,
  inner: readonly Message[],
  isAttached: boolean,
): CarriedBesides {
  const carried = new Set(inner.flatMap(({ links }) => links.map(({ url }) => url)))
  const hasNewLink = outer.links.some(
    (link) => !carried.has(link.url) && !isOfSignature(link, outer),
  )
  // The files of a mail that quotes another are put into the one rebuilt from the quotation.
  const files = isAttached
    ? outer.attachments.filter((part) => toAttachedMail(part).length === 0)
    : []
  return {
    isBare: !hasNewLink && files.every(isPictureOfText),
    hasMore: hasNewLink || files.length > 0,
  }
}

/** What mail programs set into the text, as a logo is: it has a number to be called by, or the name Outlook gives it. */
const isPictureOfText = ({ content, contentId, disposition, fileName = '' }: Part): boolean =>
  PICTURES.has(detectType(content) ?? '') &&
  (contentId !== undefined ||
    disposition === 'inline' ||
    /^image\d{3}\.[a-z]{3,4}$/iu.test(fileName))
const PICTURES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif'])

/** The sender's own front page, address or logo; a page below it can be what a victim is led to. */
function isOfSignature({ url, kind }: Link, { from }: Message): boolean {
  if (from === undefined || from.organisation === '' || FREE_MAIL.has(from.organisation))
    return false
  const parsed = parseWebUrl(url)
  if (parsed === undefined) return isOwnAddress(url, from.organisation)
  if (toOrganisation(parsed.hostname) !== from.organisation) return false
  return kind === 'image' || `${parsed.pathname}${parsed.search}${parsed.hash}` === '/'
}

const isOwnAddress = (url: string, organisation: string): boolean =>
  /^mailto:[^@?]{1,64}@[^@?]{1,253}$/iu.test(url) &&
  toOrganisation(url.slice(url.lastIndexOf('@') + 1).toLowerCase()) === organisation
