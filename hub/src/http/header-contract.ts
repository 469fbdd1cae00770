/**
 * What every answer of the hub carries, whatever the address, the outcome or the layer that answers. One list, so
 * that the router, the layers below it and the test of the contract cannot drift apart.
 */

/** Features of the machine that no page of ours uses; a hostile page that got in could not either. */
const FORBIDDEN_FEATURES = [
  'accelerometer',
  'autoplay',
  'bluetooth',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]

/** Answers of the API are data; a browser that is made to show one as a page may load, run and reach nothing. */
export const API_POLICY =
  "default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"

/** Headers no handler may change. */
export const FIXED_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  // Nobody else's window or page shares a process, an opener or a resource with ours (HTML §7.1.3 and §7.1.4).
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  // A host named in evidence must not be looked up because it stands on a page.
  'x-dns-prefetch-control': 'off',
  'x-permitted-cross-domain-policies': 'none',
  'permissions-policy': FORBIDDEN_FEATURES.map((name) => `${name}=()`).join(', '),
}

/** Headers for which a handler may set something of its own. */
export const DEFAULT_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': API_POLICY,
  // What one person may see must not come out of a cache for another.
  'cache-control': 'no-store',
  'x-frame-options': 'DENY',
}

/** Two years, the length that lists of browsers ask for. */
const HSTS = 'max-age=63072000; includeSubDomains'

/** The promise of encryption is made only where there is encryption. */
export function transportHeaders(baseUrl: string): Readonly<Record<string, string>> {
  return baseUrl.startsWith('https:') ? { 'strict-transport-security': HSTS } : {}
}
