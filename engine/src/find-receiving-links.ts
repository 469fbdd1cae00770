import type { ByteRange, Link, Message, Part } from './evidence/message.ts'
import { findBannersInPage, findBannersInText } from './evidence/quotes/find-banners.ts'
import { isGatewayNotice } from './evidence/quotes/gateway-notice.ts'
import { findRangeAt } from './evidence/quotes/find-range-at.ts'
import { type Below, readBelow } from './evidence/submission/rebuilt-below.ts'
import { findEdgeLinks } from './find-edge-links.ts'
import { findQuotedLinks, isOwnPlace } from './find-quoted-links.ts'

/** Where links of a mail stand that look like the receiving side's; a bulletin's draft asks about each. */
export type ReceivingPlace = 'quoted-link' | 'banner-link' | 'below-link' | 'edge-link'

/**
 * Links that somebody of the receiving side may have written and not the sender: in the quoted mail that is answered, in
 * the notice of a mail gateway, below a forwarded mail, in the signature of who passes it on, and at either end of a mail
 * that leads elsewhere. The sender can give each of these forms to a link of his own. What leads to the domain he writes from is his in any case.
 */
export function findReceivingLinks(message: Message): ReadonlyMap<Link, ReceivingPlace> {
  const found = findMarked(message)
  const ofUrl = listOneSided(message.links, found)
  for (const link of message.links) {
    const place = ofUrl.get(link.url)
    if (place !== undefined) found.set(link, place)
  }
  for (const link of findQuotedLinks(message)) if (!found.has(link)) found.set(link, 'quoted-link')
  for (const link of findEdgeLinks(message, found)) found.set(link, 'edge-link')
  return new Map([...found].filter(([link]) => !isOwnPlace(link, message.from)))
}

interface Places {
  readonly banners: readonly ByteRange[]
  readonly below: number
}

function findMarked(message: Message): Map<Link, ReceivingPlace> {
  const found = new Map<Link, ReceivingPlace>()
  const below = readBelow(message)
  const parts = new Map(message.parts.map((part) => [part.path, part]))
  const places = new Map<string, Places>()
  for (const link of message.links) {
    const { path, textRange, kind } = link
    // What loads by itself is left out wherever it stands.
    if (kind === 'image' || kind === 'resource') continue
    const known = places.get(path) ?? toPlaces(parts.get(path), below)
    places.set(path, known)
    if (textRange.start >= known.below) found.set(link, 'below-link')
    else if (findRangeAt(known.banners, textRange.start) !== undefined)
      found.set(link, 'banner-link')
  }
  return found
}

function toPlaces(part: Part | undefined, below: Below): Places {
  if (part !== undefined && isGatewayNotice(part))
    return {
      banners: [{ start: 0, end: Number.POSITIVE_INFINITY }],
      below: Number.POSITIVE_INFINITY,
    }
  const text = part?.fileName === undefined ? part?.text : undefined
  if (part === undefined || text === undefined)
    return { banners: [], below: Number.POSITIVE_INFINITY }
  const isPage = /^text\/html$/iu.test(part.type)
  return {
    banners: isPage ? findBannersInPage(text) : findBannersInText(text),
    below: (isPage ? below.html : below.plain) ?? Number.POSITIVE_INFINITY,
  }
}

/** What one form of the text shows nowhere else: in the other form, text or page, the same link is as much in question. */
function listOneSided(
  links: readonly Link[],
  found: ReadonlyMap<Link, ReceivingPlace>,
): ReadonlyMap<string, ReceivingPlace> {
  const free = new Set(links.filter((link) => !found.has(link)).map(toPlaceInPart))
  return new Map(
    [...found]
      .filter(([link]) => !free.has(toPlaceInPart(link)))
      .map(([link, place]) => [link.url, place]),
  )
}

const toPlaceInPart = ({ path, url }: Link): string => `${path} ${url}`
