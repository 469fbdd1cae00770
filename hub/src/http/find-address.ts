/**
 * Network address of the caller. `X-Forwarded-For` is believed only for as many steps as there are proxies of
 * our own: everything further left was written by the caller.
 */
export function findAddress(
  peer: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: number,
): string {
  const known = peer ?? 'unknown'
  if (trustedProxies === 0) return known
  const steps = (forwardedFor ?? '').split(',').map((step) => step.trim())
  return steps.at(-trustedProxies) || known
}
