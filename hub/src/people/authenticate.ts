import type { MiddlewareHandler } from 'hono'
import type { HubEnv } from '../http/hub-env.ts'
import { type Actor, isStaff, NOBODY } from './actor.ts'
import { changeNothing } from './change-nothing.ts'
import { findSessionActor } from './sessions.ts'
import { readOwnCookie } from './own-cookies.ts'
import { findTokenActor } from './api-tokens.ts'

type InTransaction = HubEnv['Variables']['inTransaction']

/**
 * Finds out who acts. Sessions and tokens are read from the database on each request, so they end the moment
 * they are revoked or their person is disabled.
 */
export const authenticate: MiddlewareHandler<HubEnv> = async (c, next) => {
  const { database } = c.get('hub')
  const actor = await findActor(c.get('hub'), c.req.raw.headers)
  c.set('actor', actor)
  // What the hub does for a member it does as itself; its own people stay behind need-to-know.
  const viewer = { personId: actor.personId, isMember: !isStaff(actor) }
  const inStaff: InTransaction = (work) => database.inStaff(viewer, work)
  const inSight: InTransaction = (work) => {
    if (isStaff(actor)) return inStaff(work)
    if (actor.organisationId === undefined) {
      // Routes open to everybody name the role they need themselves.
      throw new TypeError('Nobody in particular has no transaction.')
    }
    const { organisationId, personId } = actor
    return database.inMember({ organisationId, personId }, work)
  }
  const isHead = c.req.raw.method === 'HEAD'
  c.set('inStaff', isHead ? changeNothing(inStaff) : inStaff)
  c.set('inTransaction', isHead ? changeNothing(inSight) : inSight)
  await next()
}

async function findActor(hub: HubEnv['Variables']['hub'], headers: Headers): Promise<Actor> {
  // A request with a token is a machine's, whatever cookie comes along.
  const authorization = headers.get('authorization')
  if (authorization !== null) return (await findTokenActor(hub, authorization)) ?? NOBODY
  const token = readOwnCookie(headers, 'session', hub.config)
  return token === undefined ? NOBODY : ((await findSessionActor(hub, token)) ?? NOBODY)
}
