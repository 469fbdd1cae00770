import { limits } from '../../limits.ts'
import type { TextLink } from './text-link.ts'

/**
 * A share written out in text, which mail programs of Windows make a link of: a host with a dot, or an address, and what
 * stands on it. The sign of the yen is how Japanese fonts show a backslash. A host without a dot is of a network that
 * only its owner knows.
 */
const SHARE =
  /(?<![\w:.\\¥￥"'])[\\¥￥]{2}[a-z\d][\w-]{0,62}(?:\.[\w-]{1,63}){1,8}(?:@[a-z\d]{1,5}){0,2}[\\¥￥][^\s"'<>|*?、。「」（）()]{1,1000}/giu

/** Finds shares in plain text, up to `max`. */
export function findShares(text: string, max: number): readonly TextLink[] {
  if (!/[\\¥￥]{2}/u.test(text)) return []
  const links: TextLink[] = []
  for (const match of text.matchAll(SHARE)) {
    if (links.length >= max) break
    const url = match[0].replace(/[.,;:!]{1,20}$/u, '').slice(0, limits.linkCharsMax)
    links.push({ url, start: match.index, end: match.index + url.length })
  }
  return links
}
