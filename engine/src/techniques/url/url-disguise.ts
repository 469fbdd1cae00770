import { isPrivateIp } from '../../is-private-ip.ts'
import { cleanUrl } from '../../evidence/links/clean-url.ts'
import { parseWebUrl } from './unwrap-url.ts'

/** Ways of writing an address so that its reader, or a filter, takes it for another. */
export type UrlDisguise =
  /** `https://bank.example@evil.test/`: what stands before the at sign is no host (RFC 3986 §3.2.1). */
  | 'user-name'
  /** `http://3405803786/` or `http://0xcb.0.113.10/`: an IP address in another notation (WHATWG URL §3.5). */
  | 'number'
  /** `http://%65vil.test/`: percent signs inside the host. */
  | 'percent-host'
  /** `https://𝚎𝚟𝚒𝚕.𝚝𝚎𝚜𝚝/`: letters that browsers take for Latin ones (UTS 46), and filters do not. */
  | 'strange-letters'
  /** `https:\\evil.test`: browsers read a backslash as a slash. */
  | 'backslash'
  /** `data:text/html,…` and scripts: the link carries its page in itself. */
  | 'page-in-link'
  /** A plain IP address: no name, so nobody whom one could know. */
  | 'ip-address'

/** The strongest disguise of a link as it is written; undefined for an ordinary address. */
export function findUrlDisguise(written: string): UrlDisguise | undefined {
  const text = cleanUrl(written)
  if (PAGE_IN_LINK.test(text)) return 'page-in-link'
  const url = parseWebUrl(text)
  if (url === undefined) return undefined
  const authority = /^https?:[\\/]*([^/\\?#]*)/i.exec(text)?.[1] ?? ''
  if (isHostLike(url.username)) return 'user-name'
  const host = authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d{1,5}$/, '')
  if (host.includes('%')) return 'percent-host'
  if (STRANGE_LETTERS.test(host)) return 'strange-letters'
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(url.hostname)) return readNumber(host, url.hostname)
  if (url.hostname.startsWith('['))
    return isPrivateIp(url.hostname.slice(1, -1)) ? undefined : 'ip-address'
  return /^https?:(?:\/?\\)/i.test(text) ? 'backslash' : undefined
}

/** A page of some length; `javascript:void(0)` is what empty buttons carry. */
const PAGE_IN_LINK =
  /^(?:data:(?:text\/html|image\/svg\+xml|application\/xhtml)|(?:java|vb)script:(?!\s*(?:void|;|$)).{30}|blob:https?:)/i

/** Mathematical and circled letters. Full width is left out: it is what a Japanese keyboard types. */
const STRANGE_LETTERS = /[\u{1d400}-\u{1d7ff}\u24b6-\u24e9\u{1f130}-\u{1f169}]/u

function isHostLike(user: string): boolean {
  // `www.bank.example-4711@`: what stands in front looks like a host, whatever ends it.
  if (/^www(?:\.|%2e)[a-z0-9-]{2,}(?:\.|%2e)/i.test(user)) return true
  return /^(?:[a-z0-9-]+(?:\.|%2e)){1,6}[a-z]{2,24}(?:%2f|%3a|:|$)/i.test(user)
}

function readNumber(written: string, hostname: string): UrlDisguise | undefined {
  if (written.replace(/\.$/, '') !== hostname) return 'number'
  return isPrivateIp(hostname) ? undefined : 'ip-address'
}
