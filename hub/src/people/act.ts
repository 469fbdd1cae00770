import type { Db } from '../database/db.ts'
import type { HubContext } from '../http/hub-env.ts'
import { loadPersonActor, type PersonActor } from './actor.ts'

type Work<T> = (db: Db, actor: PersonActor) => Promise<T>

/** Does something as the person who is signed in, in one transaction that sees what that person may see. */
export async function act<T>(c: HubContext, work: Work<T>): Promise<T> {
  const actor = loadPersonActor(c.get('actor'))
  return c.get('inTransaction')((db) => work(db, actor))
}

/** The same in a transaction of the hub's, for use cases that do more than the person may see. They check first. */
export async function actInStaff<T>(c: HubContext, work: Work<T>): Promise<T> {
  const actor = loadPersonActor(c.get('actor'))
  return c.get('inStaff')((db) => work(db, actor))
}

/** The answer to an act that says no more than that it was done. */
export async function done(acting: Promise<unknown>): Promise<{ done: true }> {
  await acting
  return { done: true }
}
