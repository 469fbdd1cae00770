import { decodePercent } from '../url/decode-percent.ts'
import { parseWebUrl } from '../url/unwrap-url.ts'

interface LogoService {
  readonly host: RegExp
  readonly path?: RegExp
  /** Parameters that hold the domain; the path holds it when there are none. */
  readonly parameters?: readonly string[]
}

/** Services that return a company's logo or a site's icon for its domain name. */
const SERVICES: readonly LogoService[] = [
  { host: /^(?:logo|autocomplete)\.clearbit\.com$/ },
  { host: /^(?:img|api)\.logo\.dev$/ },
  { host: /^logo\.uplead\.com$/ },
  { host: /^logos\.hunter\.io$/ },
  { host: /^(?:cdn|asset)\.brandfetch\.io$/ },
  { host: /^icons\.duckduckgo\.com$/ },
  { host: /^icon\.horse$/ },
  { host: /^favicon\.yandex\.net$/ },
  { host: /^(?:api\.)?faviconkit\.com$/ },
  { host: /^(?:www\.)?faviconextractor\.com$/ },
  { host: /^favicone\.com$/ },
  { host: /^unavatar\.io$/ },
  { host: /^(?:besticon|i)\.(?:herokuapp\.com|olsh\.me)$/, parameters: ['url'] },
  {
    host: /^(?:www|s2)\.google(?:usercontent)?\.[a-z.]{2,6}$/,
    path: /^\/s2\/favicons/,
    parameters: ['domain', 'domain_url'],
  },
  { host: /^t\d\.gstatic\.com$/, path: /^\/faviconV2/, parameters: ['url'] },
]

/** The domain whose logo an address asks a logo service for; undefined for any other picture. */
export function findLogoDomain(address: string): string | undefined {
  const url = parseWebUrl(address)
  if (url === undefined) return undefined
  const service = SERVICES.find(
    ({ host, path }) => host.test(url.hostname) && (path === undefined || path.test(url.pathname)),
  )
  if (service === undefined) return undefined
  const written = service.parameters?.map((name) => url.searchParams.get(name)) ?? [
    ...url.pathname.split('/'),
    url.searchParams.get('domain'),
  ]
  return written.map((one) => toDomain(one ?? '')).find((one) => one !== undefined)
}

function toDomain(written: string): string | undefined {
  const text = decodePercent(written).toLowerCase()
  const host =
    /^(?:https?:\/\/)?(?:www\.)?([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5})(?:[/?#:]|$)/.exec(
      text,
    )?.[1]
  return host?.replace(/\.(?:png|ico|svg|jpe?g|webp)$/, '').includes('.')
    ? host.replace(/\.(?:png|ico|svg|jpe?g|webp)$/, '')
    : undefined
}
