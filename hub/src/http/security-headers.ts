import type { MiddlewareHandler } from 'hono'
import type { HubEnv } from './hub-env.ts'

// Answers of the API are data; a browser that is made to show one as a page may load and run nothing.
const API_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

/** Policy of the web interface. Inline styles are needed by the component library, scripts are files only. */
export const WEB_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  // Evidence is shown in a scriptless frame of its own origin.
  "frame-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** Headers on every answer. A handler that needs a narrower policy sets its own. */
export function securityHeaders({ isHttps }: { isHttps: boolean }): MiddlewareHandler<HubEnv> {
  return async (c, next) => {
    await next()
    const { headers } = c.res
    const setUnlessSet = (name: string, value: string) => {
      if (!headers.has(name)) headers.set(name, value)
    }
    setUnlessSet('content-security-policy', API_POLICY)
    // What one person may see must not come out of a cache for another.
    setUnlessSet('cache-control', 'no-store')
    headers.set('x-content-type-options', 'nosniff')
    headers.set('referrer-policy', 'no-referrer')
    headers.set('cross-origin-opener-policy', 'same-origin')
    headers.set('cross-origin-resource-policy', 'same-origin')
    headers.set(
      'permissions-policy',
      'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    )
    setUnlessSet('x-frame-options', 'DENY')
    if (isHttps) headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains')
  }
}
