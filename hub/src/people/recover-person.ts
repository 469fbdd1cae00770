import type { PersonId } from 'contract/common'
import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/db.ts'
import { Refusal } from '../refusals.ts'
import type { PersonActor } from './actor.ts'
import type { Invitation } from './invite-person.ts'
import { RECOVERY_MS_MAX } from './limits.ts'
import { loadPerson, lockPerson, type PersonRecord } from './people.queries.ts'
import {
  findWaitingRecovery,
  isInvitedByColleague,
  listConfirmers,
  saveRecoveryConfirmed,
  type WaitingRecovery,
  wasEverSignedIn,
} from './recovery.queries.ts'
import { removeEveryFactor } from './remove-every-factor.ts'
import { hasFactor, issueLink } from './sign-in-links.ts'
import { cancelLinks } from './sign-in-links.queries.ts'
import { tellOfAccount, tellOfRecovery } from './tell-of-account.ts'

export interface Recovery extends Invitation {
  /** The link works once another person of the hub has confirmed it. */
  readonly waits: boolean
}

/**
 * For somebody who lost every way in. Nothing changes until a second person of the hub confirms: one administrator could
 * else become anybody by a link, and a reader's roles of today say nothing of tomorrow's (a contact made a reader,
 * recovered alone and made a contact again). A newcomer of the hub's who never came in gets another invitation. One
 * whom an organisation invited is its own choice, and the hub takes it over no faster than any other.
 */
export async function recoverPerson(
  db: Db,
  actor: PersonActor,
  personId: PersonId,
  now: Date,
): Promise<Recovery> {
  await lockPerson(db, personId)
  const person = await loadPerson(db, personId)
  if (await isNewcomer(db, person)) {
    const link = await issueLink(db, actor, { personId, purpose: 'invitation', now })
    await tellOfAccount(db, person)
    return { personId, ...link, waits: false }
  }
  const begunBy = actor.personId
  if ((await listConfirmers(db, { begunBy, personId })).length === 0) {
    throw new Refusal('nobody-to-confirm')
  }
  const link = await issueLink(db, actor, { personId, purpose: 'recovery', now, begunBy })
  await tellOfRecovery(db, person, 'begun')
  return { personId, ...link, waits: true }
}

/** The second person says that it is really the one who lost their ways in. Now the old ones go and the link works. */
export async function confirmRecovery(
  db: Db,
  actor: PersonActor,
  personId: PersonId,
  now: Date,
): Promise<void> {
  await lockPerson(db, personId)
  const { tokenHash, begunBy } = await loadWaiting(db, personId, now)
  const confirmers = await listConfirmers(db, { begunBy, personId })
  if (!confirmers.includes(actor.personId)) throw new Refusal('another-must-confirm')
  const expiresAt = new Date(now.getTime() + RECOVERY_MS_MAX)
  const confirmed = { tokenHash, by: actor.personId, now, expiresAt }
  if ((await saveRecoveryConfirmed(db, confirmed)) === 0) throw new Refusal('not-found')
  await removeEveryFactor(db, actor, { personId, now })
  await recordAudit(db, {
    actor,
    action: 'recovery-confirmed',
    subject: `person:${personId}`,
    detail: { begunBy },
  })
  await tellOfRecovery(db, await loadPerson(db, personId), 'confirmed')
}

/** Makes the waiting link useless. Anybody who could confirm may, who began it too, and whose account it is. */
export async function declineRecovery(
  db: Db,
  actor: PersonActor,
  personId: PersonId,
  now: Date,
): Promise<void> {
  await lockPerson(db, personId)
  const { begunBy } = await loadWaiting(db, personId, now)
  await cancelLinks(db, personId, now)
  await recordAudit(db, {
    actor,
    action: 'recovery-declined',
    subject: `person:${personId}`,
    detail: { begunBy },
  })
}

async function loadWaiting(db: Db, personId: PersonId, now: Date): Promise<WaitingRecovery> {
  const waiting = await findWaitingRecovery(db, personId, now)
  if (waiting === undefined) throw new Refusal('not-found')
  return waiting
}

/** Never came in, and is nobody whom colleagues invited. */
async function isNewcomer(db: Db, person: PersonRecord): Promise<boolean> {
  const { personId } = person
  if (hasFactor(person) || (await wasEverSignedIn(db, personId))) return false
  return !(await isInvitedByColleague(db, personId))
}
