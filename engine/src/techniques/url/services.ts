import { decodePercent, decodeProofpointV2, decodeProofpointV3 } from './proofpoint.ts'

/** A service that rewrites links, so that a click passes it before it reaches the target. */
export interface UrlService {
  /** What `Register.urlServices` lists. */
  readonly id: string
  readonly name: string
  /** `security` products are bought by recipients; `redirect` is anybody's. */
  readonly kind: 'security' | 'redirect'
  readonly host: RegExp
  /** The target; undefined when only the service knows it. */
  unwrap(url: URL): string | undefined
  /** Header fields or relay names that this service leaves in a mail it has handled. */
  readonly trace?: RegExp
}

/** The first of these query parameters that holds a web address. */
function fromQuery(...names: readonly string[]): (url: URL) => string | undefined {
  return (url) => {
    for (const name of names) {
      const value = url.searchParams.get(name)
      if (value !== null && value !== '') return value
    }
    return undefined
  }
}

function fromBase64(url: URL, name: string): string | undefined {
  const value = url.searchParams.get(name)
  return value === null ? undefined : Buffer.from(value, 'base64').toString('utf8')
}

/** Link-rewriting services by the host they use. Decoders are ours, checked against known pairs. */
export const URL_SERVICES: readonly UrlService[] = [
  {
    id: 'proofpoint',
    name: 'Proofpoint URL Defense',
    kind: 'security',
    host: /^urldefense(?:\.proofpoint)?\.(?:com|us)$/,
    trace: /proofpoint|pphosted/i,
    unwrap(url) {
      if (url.pathname.startsWith('/v3/')) return decodeProofpointV3(url.href)
      const wrapped = url.searchParams.get('u') ?? ''
      return url.pathname.startsWith('/v2/') ? decodeProofpointV2(wrapped) : wrapped || undefined
    },
  },
  {
    id: 'safe-links',
    name: 'Microsoft Defender Safe Links',
    kind: 'security',
    host: /(?:^|\.)safelinks\.protection\.(?:outlook|office365)\.(?:com|us|cn)$/,
    trace: /protection\.outlook\.com|x-ms-exchange-organization|x-forefront-antispam/i,
    unwrap: fromQuery('url'),
  },
  {
    id: 'barracuda',
    name: 'Barracuda Link Protection',
    kind: 'security',
    host: /^linkprotect\.cudasvc\.com$/,
    trace: /barracuda|cudamail/i,
    unwrap: fromQuery('a'),
  },
  {
    id: 'mimecast',
    name: 'Mimecast URL Protection',
    kind: 'security',
    host: /(?:^|\.)(?:protect[a-z0-9-]*\.mimecast\.com|mimecastprotect\.com|url\.[a-z0-9.]*mimecast\.com)$/,
    trace: /mimecast/i,
    unwrap: () => undefined,
  },
  {
    id: 'cisco',
    name: 'Cisco Secure Email',
    kind: 'security',
    host: /^secure-web\.cisco\.com$/,
    trace: /iphmx|ironport|cisco/i,
    unwrap: (url) => decodePercent(/^\/[^/]+\/(.+)$/.exec(url.pathname)?.[1] ?? '') || undefined,
  },
  {
    id: 'trend-micro',
    name: 'Trend Micro Email Security',
    kind: 'security',
    host: /(?:^|\.)(?:trendmicro\.(?:com|eu|co\.jp)|tmes\.trendmicro\.com)$/,
    trace: /trendmicro|x-tm-/i,
    unwrap: fromQuery('url'),
  },
  {
    id: 'trellix',
    name: 'Trellix (FireEye) Advanced URL Defense',
    kind: 'security',
    host: /^protect[0-9]*\.(?:fireeye|trellix)\.com$/,
    trace: /fireeye|trellix/i,
    unwrap: fromQuery('u'),
  },
  {
    id: 'sophos',
    name: 'Sophos Time-of-Click Protection',
    kind: 'security',
    host: /(?:^|\.)protection\.sophos\.com$/,
    trace: /sophos/i,
    unwrap: (url) => fromBase64(url, 'u'),
  },
  {
    id: 'symantec',
    name: 'Symantec Click-time Protection',
    kind: 'security',
    host: /^clicktime\.symantec\.com$/,
    trace: /messagelabs|symantec/i,
    unwrap: fromQuery('u'),
  },
  {
    id: 'trustwave',
    name: 'Trustwave SEG',
    kind: 'security',
    host: /^scanmail\.trustwave\.com$/,
    trace: /trustwave|mailmarshal/i,
    unwrap: fromQuery('u'),
  },
  {
    id: 'avanan',
    name: 'Check Point Harmony (Avanan)',
    kind: 'security',
    host: /(?:^|\.)url\.avanan\.click$|(?:^|\.)checkpoint\.url-protection\.com$/,
    trace: /avanan|checkpoint/i,
    unwrap: (url) => /___(https?:\/\/.+?)___/.exec(decodePercent(url.href) ?? url.href)?.[1],
  },
  {
    id: 'google',
    name: 'Google',
    kind: 'redirect',
    host: /^(?:www\.)?google\.(?:com|co\.[a-z]{2}|[a-z]{2})$/,
    unwrap: (url) => (/^\/(?:url|amp)/.test(url.pathname) ? fromQuery('q', 'url')(url) : undefined),
  },
  {
    id: 'bing',
    name: 'Bing',
    kind: 'redirect',
    host: /^(?:www\.)?bing\.com$/,
    unwrap: (url) => fromBase64(new URL(url.href.replace(/([?&]u=)a1/, '$1')), 'u'),
  },
]

/** Parameters that carry a target in countless redirectors and click counters. */
const TARGET_PARAMETERS = [
  'url',
  'u',
  'q',
  'target',
  'dest',
  'destination',
  'redirect',
  'redirect_url',
  'redirect_to',
  'goto',
  'go',
  'link',
  'to',
  'continue',
  'next',
  'r',
  'return',
  'returnurl',
  'out',
  'l',
  'ref_url',
  'adurl',
  'murl',
  'e',
  'd',
]

/** Any redirector that shows its target in a parameter or behind its own path. */
export const ANY_REDIRECT: UrlService = {
  id: 'redirect',
  name: 'redirect',
  kind: 'redirect',
  host: /./,
  unwrap(url) {
    for (const name of TARGET_PARAMETERS) {
      const value = url.searchParams.get(name)
      if (value === null || value.length < 8) continue
      if (/^https?:\/\//i.test(value)) return value
      const decoded = /^[\w+/=-]{16,}$/.test(value)
        ? Buffer.from(value, 'base64').toString('utf8')
        : ''
      if (/^https?:\/\/[\x21-\x7e]+$/i.test(decoded)) return decoded
    }
    return decodePercent(/\/(https?%3a%2f%2f[^?#]+)/i.exec(url.pathname)?.[1] ?? '') || undefined
  },
}
