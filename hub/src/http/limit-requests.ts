import type { MiddlewareHandler } from 'hono'
import type { Actor } from '../people/actor.ts'
import { Refusal } from '../refusals.ts'
import { openBuckets } from './bucket.ts'
import type { HubEnv } from './hub-env.ts'
import { BUSY_ACCOUNTS_MAX, TOKEN_REQUESTS_FACTOR } from './limits.ts'

/**
 * Slows whoever reads page after page in a loop, or floods the hub with changes (ASVS 5.0, 2.4.1). Each account counts for
 * itself and nothing is said until it is too much: a limit that members shared, or a header that counts, would tell one
 * of them what another does. The count is this process's alone and begins anew with it.
 */
export function limitRequests(perMinute: number): MiddlewareHandler<HubEnv> {
  const buckets = openBuckets(BUSY_ACCOUNTS_MAX)
  return async (c, next) => {
    const key = isCounted(c.req.path) ? toKey(c.get('actor')) : undefined
    if (key !== undefined) {
      const most = key.startsWith('token:') ? perMinute * TOKEN_REQUESTS_FACTOR : perMinute
      const wait = buckets.take(key, { most, perSecond: most / 60 }, c.get('now'))
      if (wait > 0) throw new Refusal('too-many-requests', { retryAfterSeconds: wait })
    }
    await next()
  }
}

/** A page brings dozens of files of ours, which tell nothing. */
function isCounted(path: string): boolean {
  return path.startsWith('/api/') || path.startsWith('/taxii2/')
}

/** One person counts once, in however many browsers. Who is nobody is braked where they try to become somebody. */
function toKey(actor: Actor): string | undefined {
  if (actor.kind === 'token') return `token:${actor.tokenId}`
  return actor.kind === 'person' ? `person:${actor.personId}` : undefined
}
