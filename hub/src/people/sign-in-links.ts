import type { PersonId } from 'contract/common'
import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/db.ts'
import type { Hub } from '../hub.ts'
import { newSecret } from '../ids.ts'
import { Refusal } from '../refusals.ts'
import type { Actor } from './actor.ts'
import { hashSecret } from './hash-secret.ts'
import {
  BREAK_GLASS_LINK_MS_MAX,
  FIRST_LINK_MS_MAX,
  INVITATION_MS_MAX,
  RECOVERY_MS_MAX,
} from './limits.ts'
import { loadPerson, lockPerson, type PersonRecord } from './people.queries.ts'
import { findWaitingLink } from './recovery.queries.ts'
import { startSession } from './sessions.ts'
import {
  cancelLinks,
  findLinkOwner,
  type LinkPurpose,
  saveLink,
  spendLinkRow,
} from './sign-in-links.queries.ts'

/**
 * Makes a one-time link for a person and takes earlier ones back. Returns its path: the secret stands behind `#`,
 * which browsers do not send, so no log or proxy ever sees it.
 */
export async function issueLink(
  db: Db,
  actor: Actor,
  {
    personId,
    purpose,
    now,
    begunBy,
  }: {
    personId: PersonId
    purpose: LinkPurpose
    now: Date
    /** Who began a recovery that waits for a second person. */
    begunBy?: PersonId
  },
): Promise<{ path: string; expiresAt: Date }> {
  const token = newSecret()
  const expiresAt = new Date(now.getTime() + lifeOf(purpose))
  // Of two made at once only the later works.
  await lockPerson(db, personId)
  if (purpose !== 'demo') await cancelLinks(db, personId, now)
  await saveLink(db, { tokenHash: hashSecret(token), personId, purpose, now, expiresAt, begunBy })
  await recordAudit(db, {
    actor,
    action: 'link-issued',
    subject: `person:${personId}`,
    detail: { purpose, waits: begunBy !== undefined },
  })
  return { path: `/sign-in/link#${token}`, expiresAt }
}

function lifeOf(purpose: LinkPurpose): number {
  if (purpose === 'break-glass') return BREAK_GLASS_LINK_MS_MAX
  if (purpose === 'recovery') return RECOVERY_MS_MAX
  return purpose === 'first-administrator' ? FIRST_LINK_MS_MAX : INVITATION_MS_MAX
}

/** Signs in by a one-time link. The session may only register a factor, except in a demonstration. */
export function signInWithLink(
  hub: Hub,
  { token, now, browser }: { token: string; now: Date; browser: string },
): Promise<{ sessionToken: string; secondFactor: boolean }> {
  return hub.database.inStaff({}, async (db) => {
    const owner = await findLinkOwner(db, hashSecret(token))
    if (owner !== undefined) await lockPerson(db, owner)
    const link = await spendLinkRow(db, { tokenHash: hashSecret(token), now })
    if (link === undefined) {
      const isWaiting = (await findWaitingLink(db, hashSecret(token), now)) !== undefined
      throw new Refusal(isWaiting ? 'recovery-waits' : 'link-spent')
    }
    const { personId, purpose } = link
    // An old invitation must not become a way around the factors registered since.
    const isNewcomers = purpose === 'invitation' || purpose === 'first-administrator'
    if (isNewcomers && hasFactor(await loadPerson(db, personId))) throw new Refusal('link-spent')

    const secondFactor = purpose === 'demo' && hub.config.demo
    const session = { personId, secondFactor, now, browser, isProofLasting: secondFactor }
    const sessionToken = await startSession(db, session)
    await recordAudit(db, {
      actor: { audit: `person:${personId}` },
      action: 'signed-in',
      subject: `person:${personId}`,
      detail: { by: 'link', purpose },
    })
    return { sessionToken, secondFactor }
  })
}

/** Whether the person can sign in without a link. */
export function hasFactor(
  person: Pick<PersonRecord, 'hasPassword' | 'hasTotp' | 'passkeyCount'>,
): boolean {
  return person.passkeyCount > 0 || (person.hasPassword && person.hasTotp)
}
