import { limits } from '../../limits.ts'

/**
 * Where a link that is no page of the web leads on the network: a share, however Windows lets it be written, a program
 * that is handed an address (`ms-word:ofe|u|https://…`), a search that lists a far folder (`search-ms:…`). Opening one
 * signs in there or fetches a file. Undefined for pages of the web, and for what stays on the machine.
 */
export function toNetworkUrl(link: string): string | undefined {
  const target = link.slice(0, limits.urlCharsMax).trim()
  const scheme = /^([a-z][a-z\d+.-]{1,40}):/iu.exec(target)?.[1]?.toLowerCase()
  if (scheme === undefined) return fromShare(target) ?? fromRelative(target)
  if (scheme === 'http' || scheme === 'https' || INERT.has(scheme)) return undefined
  if (scheme === 'file') return fromFile(target.slice('file:'.length))
  if (HIERARCHICAL.has(scheme)) return hasHost(target) ? target : undefined
  return fromHanded(target.slice(scheme.length + 1))
}

/** Schemes that lead to no host by themselves, or whose rest is no address. */
const INERT: ReadonlySet<string> = new Set(
  'mailto cid mid data javascript vbscript tel sms callto sip geo about blob urn news xmpp skype x-apple-data-detectors'.split(
    ' ',
  ),
)

/** Schemes whose host stands where that of a page stands (RFC 3986 3.2). */
export const HIERARCHICAL: ReadonlySet<string> = new Set(
  'ftp ftps sftp tftp smb cifs nfs afp dav davs webdav webdavs ws wss ldap ldaps telnet ssh rdp vnc rtsp webcal svn irc gopher'.split(
    ' ',
  ),
)

const hasHost = (target: string): boolean => /^[a-z\d+.-]+:\/\/[^/?#\s]/iu.test(target)

/** `//host/page` is read with the scheme of the page around it, which in mail programs of the web is https. */
const fromRelative = (target: string): string | undefined =>
  /^\/\/[^/\\?#\s]{1,253}\.[^/\\?#\s]/u.test(target) ? `https:${target}` : undefined

/** Two slashes name a host, three a place on the machine, four or more a share again (RFC 8089, appendix E.3). */
function fromFile(rest: string): string | undefined {
  const plain = rest.replace(/[\\¥￥]|%5c/giu, '/')
  const slashes = /^\/*/u.exec(plain)?.[0].length ?? 0
  return slashes === 2 || slashes > 3 ? toShareUrl(plain.slice(slashes)) : undefined
}

/** `\\host\share\file`, also with the sign of the yen that Japanese fonts show for a backslash, and in its long form. */
function fromShare(target: string): string | undefined {
  const match = /^[\\¥￥]{2}(?:[?.][\\¥￥]unc[\\¥￥])?(?=[^\\¥￥?.\s])/iu.exec(target)
  return match === null
    ? undefined
    : toShareUrl(target.slice(match[0].length).replace(/[\\¥￥]/gu, '/'))
}

/**
 * A share as an address. `host@SSL@8443` is WebDAV, which is asked over https, and `host@8080` the same over http; its
 * first folder `DavWWWRoot` stands for the root ([MS-DTYP] 2.2.57, WebDAV redirector).
 */
function toShareUrl(path: string): string | undefined {
  const match = /^([\w.-]{1,253}|\[[\da-f:.]{2,45}\])((?:@[a-z\d]{1,5}){0,2})(?=\/|$)(.*)$/isu.exec(
    path,
  )
  const [, host = '', dav = '', rest = ''] = match ?? []
  if (host === '' || host.toLowerCase() === 'localhost') return undefined
  if (dav === '') return `file://${host}${rest}`
  const isSecure = /@ssl/iu.test(dav)
  const port = /@(\d{1,5})/u.exec(dav)?.[1]
  const page = rest.replace(/^\/davwwwroot(?=\/|$)/iu, '')
  return `${isSecure ? 'https' : 'http'}://${host}${port === undefined ? '' : `:${port}`}${page}`
}

/** What a program is handed: the first address or share in the rest of its link, plain or with escapes. */
function fromHanded(rest: string): string | undefined {
  const decoded = decode(decode(rest))
  const match = /(?:https?|ftp|file):[\\/]{2}|[\\¥￥]{2}(?=[\w?.])/iu.exec(decoded)
  if (match === null) return undefined
  const found = decoded.slice(match.index)
  // Behind a name the address ends where the next name begins; an address that is the whole rest has its own.
  const end = match.index === 0 ? /[\s"'<>|]/u : /[\s"'<>|&]/u
  const address = found.split(end, 1)[0] ?? ''
  return /^https?:/iu.test(address) ? address : toNetworkUrl(address)
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
