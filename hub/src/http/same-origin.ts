import type { MiddlewareHandler } from 'hono'
import { Refusal } from '../refusals.ts'
import type { HubEnv } from './hub-env.ts'

const READING = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Another site may make a visitor's browser send us requests with the visitor's cookie, or sign the visitor in as
 * somebody else. The browser says where such a request comes from (Fetch Metadata §2, RFC 6454 §7).
 * A machine with a token carries no cookie and says nothing; it is let through.
 */
export function requireSameOrigin(baseUrl: URL): MiddlewareHandler<HubEnv> {
  return async (c, next) => {
    if (!READING.has(c.req.method) && !isSameOrigin(c.req.raw.headers, baseUrl)) {
      throw new Refusal('not-same-origin')
    }
    await next()
  }
}

function isSameOrigin(headers: Headers, baseUrl: URL): boolean {
  const site = headers.get('sec-fetch-site')
  const origin = headers.get('origin')
  if (site !== null && site !== 'same-origin') return false
  if (origin !== null) return origin === baseUrl.origin || isOwnLoopback(origin, headers, baseUrl)
  return site === 'same-origin' || headers.get('cookie') === null
}

/** On one's own machine the hub is reached as localhost, 127.0.0.1 or through the development server's port. */
function isOwnLoopback(origin: string, headers: Headers, baseUrl: URL): boolean {
  if (!isLoopback(baseUrl.hostname) || !URL.canParse(origin)) return false
  const { hostname, host } = new URL(origin)
  return isLoopback(hostname) && host === headers.get('host')
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}
