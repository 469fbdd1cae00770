import type { HubContext } from '../http/hub-env.ts'
import { loadPersonActor, type PersonActor } from './actor.ts'
import { assertStanding } from './assert-standing.ts'

/** The contact who calls, unless the hub made them one within a day: they bind their organisation to nothing yet. */
export async function loadStanding(c: HubContext): Promise<PersonActor> {
  const actor = loadPersonActor(c.get('actor'))
  await c.get('inTransaction')((db) => assertStanding(db, actor, c.get('now')))
  return actor
}
