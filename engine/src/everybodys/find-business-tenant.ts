import { TENANTED_SERVICES } from './business-services.ts'
import { OWN_LABELS } from './own-labels.ts'

/** The customer's host at such a service; undefined for any other host and for the services' own pages. */
export function findBusinessTenant(host: string): string | undefined {
  const labels = host.toLowerCase().split('.')
  const at = labels.findIndex((_, index) => TENANTED_SERVICES.has(labels.slice(index).join('.')))
  const below = labels.slice(0, Math.max(0, at)).filter((label) => !OWN_LABELS.has(label))
  return below.length === 0 ? undefined : labels.join('.')
}

interface PathTenant {
  readonly host: RegExp
  /** What stands behind the host, up to the customer's name. */
  readonly path: RegExp
}

/** Services on which all customers share a host and each has its name in the path. */
const PATHS: readonly PathTenant[] = [
  { host: /^app\.slack\.com$/u, path: /^\/(?:client\/|t\/)?[^/?#]{2,80}/u },
  // A tenant by its name or number, not the ends that serve all of them.
  {
    host: /^login\.(?:microsoftonline\.com|microsoft\.com|windows\.net)$/u,
    path: /^\/(?!(?:common|organizations|consumers|oauth2?|login|logout|kmsi|reprocess|resume|ppsecure|uxlogout)(?:[/.?]|$))[^/?#]{2,120}/iu,
  },
  {
    host: /^(?:drive|docs|mail|calendar|sites|groups|www)\.google\.com$/u,
    path: /^\/(?:[a-z]{2,20}\/)?a\/(?:domain\/)?[^/?#]{2,120}/iu,
  },
  { host: /^(?:[^.]{1,63}\.)?zoom\.us$/u, path: /^\/my\/[^/?#]{2,80}/u },
  {
    host: /^(?:dev\.azure\.com|bitbucket\.org|(?:raw|gist)\.githubusercontent\.com|gist\.github\.com|www\.notion\.so)$/u,
    path: /^\/(?!(?:login|product|account|pricing|help|discover|starred)(?:[/?]|$))(?!.{3,200}\.(?:zip|exe|dll|ps1|iso|7z|rar|js|vbs|lnk|html?)$)[^/?#]{1,120}/iu,
  },
  // A file to load from there is an attacker’s far more often than the recipient’s own.
  {
    host: /^(?:github|gitlab)\.com$/u,
    path: /^\/(?!(?:login|join|about|features|pricing|sessions?|settings|notifications|security|site|apps|marketplace|search|users|orgs)(?:[/?]|$))(?!.{3,200}\.(?:zip|exe|dll|ps1|iso|7z|rar|js|vbs|lnk|html?)$)[^/?#]{1,60}/iu,
  },
]

/** Host and path of one customer's place at a service that all customers share; undefined for any other link. */
export function findTenantPath(url: string): string | undefined {
  const read = URL.parse(url)
  if (read === null) return undefined
  const path = PATHS.find(({ host }) => host.test(read.hostname))?.path.exec(read.pathname)?.[0]
  return path === undefined ? undefined : `${read.hostname}${path}`
}
