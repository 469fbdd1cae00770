import type { Mover } from '../case-flow.ts'
import type { Actor } from '../people/actor.ts'

/** In which capacity a person of the hub moves a bulletin: a lead may do all that an analyst may. */
export function toMover(actor: Actor): Mover {
  return actor.roles.includes('hub-lead') ? 'lead' : 'analyst'
}
