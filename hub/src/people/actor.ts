import type { Language, OrganisationId, PersonId } from 'contract/common'
import type { Role, TokenScope } from 'contract/people'
import { Refusal } from '../refusals.ts'

/** Who acts: a signed-in person, a member's machine, the hub itself (jobs), or nobody known. */
export type Actor = PersonActor | TokenActor | HubActor | NobodyActor

interface ActorCommon {
  /** How the audit log names this actor. */
  readonly audit: string
  readonly language: Language
  readonly roles: readonly Role[]
}

export interface PersonActor extends ActorCommon {
  readonly kind: 'person'
  readonly personId: PersonId
  /** Absent for the hub's own people. */
  readonly organisationId: OrganisationId | undefined
  readonly name: string
  readonly sessionId: string
  /** False after a link or the provider's word: such a session may only register a factor, or give the one there is. */
  readonly secondFactor: boolean
  /** Whether the person has a factor of the hub's own to give. */
  readonly hasFactor: boolean
  /** Until then an act that wants a fresh second factor may be done. */
  readonly provedUntil: Date | undefined
}

/** A machine with an API token of its organisation. */
export interface TokenActor extends ActorCommon {
  readonly kind: 'token'
  readonly tokenId: string
  readonly personId: undefined
  readonly organisationId: OrganisationId
  readonly scopes: readonly TokenScope[]
}

export interface HubActor extends ActorCommon {
  readonly kind: 'hub'
  readonly personId: undefined
  readonly organisationId: undefined
}

export interface NobodyActor extends ActorCommon {
  readonly kind: 'nobody'
  readonly personId: undefined
  readonly organisationId: undefined
}

/** The hub itself, for jobs and for what nobody in particular does. */
export const HUB: HubActor = {
  kind: 'hub',
  audit: 'hub',
  personId: undefined,
  organisationId: undefined,
  language: 'ja',
  roles: [],
}

export const NOBODY: NobodyActor = { ...HUB, kind: 'nobody', audit: 'nobody' }

/** Whether the actor works for the hub: a person of the hub, or the hub itself. */
export function isStaff(actor: Actor): boolean {
  return actor.kind === 'hub' || actor.roles.some((role) => role.startsWith('hub-'))
}

/** The person who acts; a machine is refused. */
export function loadPersonActor(actor: Actor): PersonActor {
  if (actor.kind !== 'person') throw new Refusal('sign-in-required')
  return actor
}

/** The organisation the actor acts for; the hub's own people have none and are refused. */
export function loadOrganisation(actor: Actor): OrganisationId {
  if (actor.organisationId === undefined) throw new Refusal('role-required')
  return actor.organisationId
}
