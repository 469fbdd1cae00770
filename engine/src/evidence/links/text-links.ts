import { limits } from '../../limits.ts'
import { refang } from '../../refang.ts'
import { findShares } from './find-shares.ts'
import type { TextLink } from './text-link.ts'

/**
 * Beginnings of URLs: a scheme, defanged or not, or `www.`. Not inside a longer word; Japanese text
 * may touch it, as Japanese writes no spaces.
 */
const START =
  /(?<![A-Za-z0-9_@.-])(?:(?:https?|hxxps?|h\*\*ps?|htxps?|hxtps?|s?ftps?|file|smb|davs?)(?:\[:\/\/\]|(?:\[:\]|:)(?:\/\/|\[\/\/\]|\\\\))|www(?:\.|\[\.\])(?=[A-Za-z0-9]))/gi
/** Characters of RFC 3986, percent and pipe; everything else, kana and kanji first, ends the URL. */
const ASCII_REST = /[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%|{}^]*/y
/** A host in another script: labels and dots, then the ASCII rest. */
const IDN_HOST = /[\p{L}\p{N}\p{M}-]{1,63}(?:[.。．][\p{L}\p{N}\p{M}-]{1,63}){1,10}/uy

/** Finds URLs in plain text, up to `max`. */
export function findTextLinks(text: string, max: number): readonly TextLink[] {
  const shares = findShares(text, max)
  const links = findUrls(text, max)
  if (shares.length === 0) return links
  return [...links, ...shares].toSorted((a, b) => a.start - b.start).slice(0, max)
}

function findUrls(text: string, max: number): readonly TextLink[] {
  if (!text.includes(':') && !/www/i.test(text)) return []
  const links: TextLink[] = []
  START.lastIndex = 0
  for (
    let match = START.exec(text);
    match !== null && links.length < max;
    match = START.exec(text)
  ) {
    const start = match.index
    const hostStart = START.lastIndex
    const end = trimEnd(text, hostStart, findEnd(text, hostStart))
    if (end - hostStart < 2) continue
    const written = text.slice(start, Math.min(end, start + limits.linkCharsMax))
    const isBareHost = /^www/i.test(written)
    if (isBareHost && isMailAddress(written)) {
      START.lastIndex = end
      continue
    }
    links.push({ url: (isBareHost ? 'http://' : '') + refang(written), start, end })
    START.lastIndex = end
  }
  return links
}

/** `www.someone@mail.example`: mail programs make no web link of it. */
function isMailAddress(written: string): boolean {
  return /^[^/?#]{1,254}@/.test(written)
}

function findEnd(text: string, hostStart: number): number {
  const plainEnd = matchEnd(ASCII_REST, text, hostStart)
  const host =
    /^[^/?#]*/.exec(text.slice(hostStart, Math.min(plainEnd, hostStart + 300)))?.[0] ?? ''
  if (host.includes('.') || host.includes('[')) return plainEnd
  const idnEnd = matchEnd(IDN_HOST, text, hostStart)
  return idnEnd > plainEnd ? matchEnd(ASCII_REST, text, idnEnd) : plainEnd
}

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

/** Punctuation that ends a sentence, and brackets that were opened before the URL, are not part of it. */
function trimEnd(text: string, start: number, end: number): number {
  const surplus = new Map<string, number>()
  let at = end
  for (; at > start; at--) {
    const last = text[at - 1] ?? ''
    if (/[.,;:!?'*_~^|]/.test(last)) continue
    if (!/[)\]}]/.test(last)) break
    const left = surplus.get(last) ?? countSurplus(text.slice(start, at), last)
    if (left <= 0) break
    surplus.set(last, left - 1)
  }
  return at
}

const OPENER: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' }

/** How many more of this closing bracket than of its opening one; counted once a URL. */
function countSurplus(url: string, closer: string): number {
  return url.split(closer).length - url.split(OPENER[closer] ?? '').length
}
