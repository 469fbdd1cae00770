import type { Role, TokenScope } from 'contract/people'
import { type RefusalCode } from '../refusals.ts'
import type { Actor } from './actor.ts'

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
}

/** Why the actor may not call the route, or nothing when it may. The one place where this is decided. */
export function findRefusal(actor: Actor, { access, scope }: AccessRule): RefusalCode | undefined {
  if (access === 'public') return undefined
  switch (actor.kind) {
    case 'person':
      if (access === 'enrolling') return undefined
      if (!actor.secondFactor) return 'second-factor-required'
      if (access === 'signed-in') return undefined
      return access.some((role) => actor.roles.includes(role)) ? undefined : 'role-required'
    case 'token':
      return scope !== undefined && actor.scopes.includes(scope) ? undefined : 'scope-required'
    case 'nobody':
      return 'sign-in-required'
    case 'hub':
      // The hub itself never comes in through the front door.
      return 'role-required'
  }
}
