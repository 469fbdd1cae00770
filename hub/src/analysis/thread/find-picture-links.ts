import type { Message } from 'engine'

/** Characters before a picture in which its link may begin. Mail programs write fewer than 500. */
const BEFORE_CHARS_MAX = 3_000
/** Pictures of one mail that are looked up; newsletters have fifty. */
const PICTURES_MAX = 200
/** RFC 2392: the Content-ID without its angle brackets. */
const PICTURE = /\bcid:([^"'\s>)]{1,300})/gi
const HREF = /\shref\s{0,5}=\s{0,5}["']?([^"'>\s]{1,2000})/i

/**
 * Where a click on a picture of the mail leads, by Content-ID: attackers lay a link on a picture that looks like an
 * attachment's icon.
 */
export function findPictureLinks(message: Message): ReadonlyMap<string, string> {
  const links = new Map<string, string>()
  let looked = 0
  for (const { type, text } of message.parts) {
    if (type !== 'text/html' || text === undefined) continue
    for (const { 1: contentId = '', index } of text.matchAll(PICTURE)) {
      looked += 1
      if (looked > PICTURES_MAX) return links
      const href = findLinkAround(text.slice(Math.max(0, index - BEFORE_CHARS_MAX), index))
      if (href !== undefined && !links.has(contentId)) links.set(contentId, href)
    }
  }
  return links
}

/** The target of the last `<a>` that is still open at the end of the text. */
function findLinkAround(before: string): string | undefined {
  const tags = before.toLowerCase()
  const opened = tags.lastIndexOf('<a ')
  if (opened < 0 || tags.indexOf('</a', opened) >= 0) return undefined
  return HREF.exec(before.slice(opened))?.[1]
}
