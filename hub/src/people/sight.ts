import type { Role, TokenScope } from 'contract/people'
import { type RefusalCode } from '../refusals.ts'
import type { Actor, PersonActor } from './actor.ts'

/**
 * Who may call a route:
 * `public` anybody; `enrolling` any session, also one that still lacks its second factor; `signed-in` any complete
 * session; otherwise a complete session with one of the roles.
 */
export type Access = 'public' | 'enrolling' | 'signed-in' | readonly Role[]

export interface AccessRule {
  readonly access: Access
  /** Scope with which a member's machine may call it too. Without one, no machine may. */
  readonly scope?: TokenScope | undefined
  /** Wants a second factor given within the last minutes: an open screen or a stolen cookie is not enough for it. */
  readonly stepUp?: true | undefined
}

/** Why the actor may not call the route, or nothing when it may. The one place where this is decided. */
export function findRefusal(
  actor: Actor,
  { access, scope, stepUp }: AccessRule,
  now: Date,
): RefusalCode | undefined {
  if (access === 'public') return undefined
  switch (actor.kind) {
    case 'person':
      return findPersonsRefusal(actor, access) ?? (stepUp && findMissingProof(actor, now))
    case 'token':
      return scope !== undefined && actor.scopes.includes(scope) ? undefined : 'scope-required'
    case 'nobody':
      return 'sign-in-required'
    case 'hub':
      // The hub itself never comes in through the front door.
      return 'role-required'
  }
}

function findPersonsRefusal(
  { secondFactor, roles }: PersonActor,
  access: Exclude<Access, 'public'>,
): RefusalCode | undefined {
  if (access === 'enrolling') return undefined
  if (!secondFactor) return 'second-factor-required'
  if (access === 'signed-in') return undefined
  return access.some((role) => roles.includes(role)) ? undefined : 'role-required'
}

/**
 * Somebody who came by a one-time link has no factor yet to prove; all such a session may do is register one. Who has
 * one gives it first, whatever way they came in by.
 */
export function findMissingProof(
  { secondFactor, hasFactor, provedUntil }: PersonActor,
  now: Date,
): RefusalCode | undefined {
  if (!secondFactor && !hasFactor) return undefined
  return provedUntil !== undefined && provedUntil > now ? undefined : 'step-up-required'
}
