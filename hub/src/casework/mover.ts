import type { Mover } from '../case-flow.ts'
import type { Actor } from '../people/index.ts'

/** As whom an actor of the hub moves things in the table of moves. */
export function toMover(actor: Actor): Mover {
  if (actor.kind === 'hub') return 'hub'
  return actor.roles.includes('hub-lead') ? 'lead' : 'analyst'
}
