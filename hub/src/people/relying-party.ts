import type { Config } from '../config.ts'

/** What passkeys are bound to (WebAuthn §5.1.2, relying party identifier and origin). */
export interface RelyingParty {
  readonly id: string
  readonly origin: string
}

/**
 * The hub's own address. On one's own machine the port is whatever was opened, so the request says it; browsers do
 * not let another site's page send a request whose Host is ours.
 */
export function findRelyingParty({ baseUrl }: Config, headers: Headers): RelyingParty {
  const { hostname, origin } = new URL(baseUrl)
  const host = headers.get('host')
  if (hostname !== 'localhost' || host === null || !/^localhost:\d+$/.test(host)) {
    return { id: hostname, origin }
  }
  return { id: hostname, origin: `http://${host}` }
}
