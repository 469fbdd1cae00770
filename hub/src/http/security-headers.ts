import type { MiddlewareHandler } from 'hono'
import { DEFAULT_HEADERS, FIXED_HEADERS, transportHeaders } from './header-contract.ts'
import type { HubEnv } from './hub-env.ts'

/** Headers on every answer of the router. A handler that needs a narrower policy sets its own. */
export function securityHeaders(baseUrl: string): MiddlewareHandler<HubEnv> {
  const fixed = Object.entries({ ...FIXED_HEADERS, ...transportHeaders(baseUrl) })
  const defaults = Object.entries(DEFAULT_HEADERS)
  return async (c, next) => {
    await next()
    const { headers } = c.res
    for (const [name, value] of fixed) headers.set(name, value)
    for (const [name, value] of defaults) if (!headers.has(name)) headers.set(name, value)
  }
}
