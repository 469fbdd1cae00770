import { fromPath, HEX_ADDRESS, readTarget } from './read-target.ts'
import type { UrlService } from './url-service.ts'

/** Parameters that carry a target in countless redirectors and click counters, in lower case. */
const TARGET_PARAMETERS: ReadonlySet<string> = new Set(
  `url u q target dest destination redirect redirect_url redirecturl redirect_to redir rurl goto go link
   to continue next r return returnurl return_url out l ref_url adurl murl e d p1 href location forward
   externalurl external_url page file uri desturl clickurl lp landing t x data p`.split(/\s+/),
)

/** A page that signs people in is visited itself; where it returns to afterwards is no target. */
const SIGN_IN =
  /(?:sign|log)[-_]?in|oauth|authori[sz]e|\/sso|\/auth\b|\/saml|\/share|\/search|intent\/|pin\/create/i

/** Parameters looked at; a form with more is no redirector. */
const PARAMETERS_MAX = 40
const SEGMENTS_MAX = 12

/** Any redirector that shows its target in a parameter or in its own path. */
export const ANY_REDIRECT: UrlService = {
  id: 'redirect',
  name: 'redirect',
  kind: 'redirect',
  host: /./,
  unwrap(url) {
    // What it carries may well be a page that signs people in.
    if (SIGN_IN.test(url.pathname.split(CARRIED, 1)[0] ?? '')) return undefined
    return (
      fromParameters(url) ??
      fromPath(url) ??
      fromScheme(url) ??
      fromSegments(url) ??
      fromFragment(url)
    )
  },
}

/** What a parameter carries; a path and a fragment are as easily made up around any site. */
export function fromParameters(url: URL): string | undefined {
  let seen = 0
  for (const [name, value] of url.searchParams) {
    if (seen++ >= PARAMETERS_MAX) break
    const target =
      TARGET_PARAMETERS.has(name.toLowerCase()) || HEX_ADDRESS.test(value)
        ? readTarget(value)
        : undefined
    if (target !== undefined) return target
  }
  return undefined
}

const CARRIED = /\/https?(?::|%3a|\/)/i

/** `/https/login.example/signin`: the scheme as a piece of the path, and all that follows it. */
function fromScheme({ pathname, search, hash }: URL): string | undefined {
  const [, scheme = '', host = '', path = ''] =
    /\/(https?)\/([a-z\d.-]{4,253})(\/.*)?$/i.exec(pathname) ?? []
  const isHost = /^[a-z\d-]+\.[a-z\d.-]*[a-z]{2}$/i.test(host) && !FILE.test(host)
  return isHost ? readTarget(`${scheme}://${host}${path}${search}${hash}`) : undefined
}
const FILE = /\.(?:html?|php|aspx?|jsp|js|css|png|jpe?g|gif|svg|pdf|zip|xml|json|txt)$/i

/** What stands behind `#` no server sees: a page of the redirector's reads it. */
const fromFragment = ({ hash }: URL): string | undefined =>
  /^#https?(?::|%3a)/i.test(hash) ? readTarget(hash.slice(1)) : undefined

/** Counters write the target as one piece of the path: Base64, JSON in Base64 or packed. */
function fromSegments({ pathname }: URL): string | undefined {
  if (pathname.length < 24) return undefined
  for (const segment of pathname.split('/').slice(0, SEGMENTS_MAX)) {
    // `http`, `{"` and zlib begin so in Base64.
    const target = /^(?:aHR0c|eyJ|eJ)/.test(segment) ? readTarget(segment) : undefined
    if (target !== undefined) return target
  }
  return undefined
}
