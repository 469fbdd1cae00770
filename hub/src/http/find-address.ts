import type { HubContext } from './hub-env.ts'

/**
 * Network address of the caller. `X-Forwarded-For` is believed only for as many steps as there are proxies of
 * our own: everything further left was written by the caller.
 */
export function findAddress(c: HubContext, trustedProxies: number): string {
  const peer = c.env?.incoming?.socket.remoteAddress ?? 'unknown'
  if (trustedProxies === 0) return peer
  const steps = (c.req.header('x-forwarded-for') ?? '').split(',').map((step) => step.trim())
  return steps.at(-trustedProxies) || peer
}
