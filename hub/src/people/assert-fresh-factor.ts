import { Refusal } from '../refusals.ts'
import type { PersonActor } from './actor.ts'
import { findMissingProof } from './sight.ts'

/**
 * Refuses a stale second factor as a route with `stepUp` does. For a route of which only some bodies are acts of lasting
 * weight: the page gives the factor and sends the same again.
 */
export function assertFreshFactor(actor: PersonActor, now: Date): void {
  const refusal = findMissingProof(actor, now)
  if (refusal !== undefined) throw new Refusal(refusal)
}
