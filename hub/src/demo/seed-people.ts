import type { OrganisationId, PersonId } from 'contract/common'
import type { Role } from 'contract/people'
import type { Db } from '../database/index.ts'
import type { Hub } from '../hub.ts'
import { newId, newSecret } from '../ids.ts'
import { createToken } from '../people/api-tokens.ts'
import { saveMailDomains } from '../people/mail-domains.queries.ts'
import { savePasswordHash, savePendingTotp, saveTotpConfirmed } from '../people/factors.queries.ts'
import { HUB, type PersonActor } from '../people/actor.ts'
import { hashPassword } from '../people/passwords.ts'
import { hashSecret } from '../people/hash-secret.ts'
import { savePerson } from '../people/people.queries.ts'
import { saveSession } from '../people/sessions.queries.ts'
import { issueLink } from '../people/sign-in-links.ts'
import { describeTotp, newTotpSecret, sealTotpSecret } from '../people/totp.ts'
import { DEMO_ORGANISATIONS } from './community-facts.ts'

/** Somebody of the demonstration, with throw-away means of signing in. */
export interface Persona {
  readonly personId: PersonId
  readonly name: string
  readonly email: string
  readonly organisationId: OrganisationId | undefined
  /** Path of a one-time link. */
  readonly link: string
  /** Only for the personas a visitor plays. */
  readonly credentials?: { readonly password: string; readonly totpSecret: string }
}

const STAFF = [
  { key: 'analyst', name: '森 綾子', email: 'mori@hub.example', roles: ['hub-analyst'] },
  { key: 'lead', name: '堀 正樹', email: 'hori@hub.example', roles: ['hub-lead', 'hub-analyst'] },
  { key: 'admin', name: '管理担当', email: 'admin@hub.example', roles: ['hub-admin'] },
] as const

/** Enters the hub's people and one contact of every organisation. Keys: `analyst`, `lead`, `admin`, organisation keys. */
export async function seedPeople(
  hub: Hub,
  db: Db,
  organisationIds: ReadonlyMap<string, OrganisationId>,
): Promise<ReadonlyMap<string, Persona>> {
  const people = new Map<string, Persona>()
  for (const { key, name, email, roles } of STAFF) {
    people.set(key, await enter(hub, db, { name, email, roles, organisationId: undefined }))
  }
  for (const { key, contact, domain } of DEMO_ORGANISATIONS) {
    const organisationId = organisationIds.get(key)
    const [name, local] = contact
    const roles = ['member-contact'] as const
    people.set(
      key,
      await enter(hub, db, { name, email: `${local}@${domain}`, roles, organisationId }),
    )
    if (organisationId === undefined) continue
    await saveMailDomains(db, { organisationId, domains: [domain], now: hub.clock.now() })
  }
  return people
}

async function enter(
  hub: Hub,
  db: Db,
  person: Pick<Persona, 'name' | 'email' | 'organisationId'> & { readonly roles: readonly Role[] },
): Promise<Persona> {
  const personId = newId<PersonId>()
  const now = hub.clock.now()
  await savePerson(db, { personId, ...person, language: 'ja', now })
  return { personId, ...person, link: await newLink(hub, db, personId) }
}

/** A fresh one-time link; the story uses one, the visitor gets another. */
export async function newLink(hub: Hub, db: Db, personId: PersonId): Promise<string> {
  const { path } = await issueLink(db, HUB, { personId, purpose: 'demo', now: hub.clock.now() })
  return path
}

/** Gives a persona a password and an authenticator secret, so that it can be signed in again and again. */
export async function giveCredentials(hub: Hub, db: Db, persona: Persona): Promise<Persona> {
  const { personId, email } = persona
  const now = hub.clock.now()
  const password = newSecret().slice(0, 20)
  const secret = newTotpSecret()
  await savePasswordHash(db, { personId, argon2: await hashPassword(password), now })
  await savePendingTotp(db, personId, sealTotpSecret(hub.secrets, personId, secret))
  await saveTotpConfirmed(db, personId, now)
  const totpSecret = describeTotp(secret, email).secret
  return { ...persona, credentials: { password, totpSecret } }
}

/** Token of an organisation's machine: may read what is shared and submit. It is made in a session that nobody can enter. */
export async function giveToken(hub: Hub, db: Db, persona: Persona): Promise<string> {
  const { personId } = persona
  const now = hub.clock.now()
  const sessionId = newId()
  await saveSession(db, {
    ...{ sessionId, personId, now, endsAt: now, secondFactor: true },
    ...{ tokenHash: hashSecret(newSecret()), provedUntil: undefined, browser: '' },
  })
  const request = {
    name: 'SIEM',
    scopes: ['read:bulletins', 'write:submissions'] as const,
    days: 7,
  }
  const actor: PersonActor = {
    kind: 'person',
    audit: `person:${persona.personId}`,
    personId: persona.personId,
    organisationId: persona.organisationId,
    name: persona.name,
    language: 'ja',
    roles: ['member-contact'],
    sessionId,
    secondFactor: true,
    hasFactor: true,
    provedUntil: undefined,
  }
  const created = await createToken(db, actor, { ...request, scopes: [...request.scopes] }, now)
  return created.token
}
