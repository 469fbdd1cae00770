import { findTraces } from 'engine'
import { loadBulletinForUpdate, loadHandling } from '../anonymisation/index.ts'
import { notifyContacts } from '../approval/index.ts'
import { recordAudit } from '../audit/index.ts'
import { dayInJapan } from '../clock.ts'
import { loadTraces } from '../community/index.ts'
import type { Db } from '../database/index.ts'
import type { PersonActor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import {
  findOpenWithdrawalRequest,
  type OpenRequest,
  saveDeclined,
} from './withdrawal-request.queries.ts'

/**
 * A lead answers why a bulletin stays. The answer is read by that provider, so it may not tell it of another. What its
 * provider was never asked about does not stay against its will.
 */
export async function declineWithdrawal(
  db: Db,
  actor: PersonActor,
  { withdrawalId, answer, now }: { withdrawalId: string; answer: string; now: Date },
): Promise<void> {
  const request = await findOpenWithdrawalRequest(db, withdrawalId)
  if (request === undefined) throw new Refusal('already-changed')
  if (request.isUnasked) throw new Refusal('unasked-goes-back')
  await assertNamesNoOther(db, request, { answer, now })
  await saveDeclined(db, { id: withdrawalId, answer, at: now, by: actor.personId })
  const { approvalId, organisationId } = request
  await recordAudit(db, { actor, action: 'withdrawal-declined', subject: `approval:${approvalId}` })
  const kind = 'withdrawal-answered'
  const notice = { approvalId, organisationId, kind, at: now } as const
  await notifyContacts(db, { ...notice, occasion: `withdrawal:${withdrawalId}` })
}

async function assertNamesNoOther(
  db: Db,
  { bulletinId, organisationId }: OpenRequest,
  { answer, now }: { answer: string; now: Date },
): Promise<void> {
  const bulletin = await loadBulletinForUpdate(db, bulletinId)
  const { providerIds } = await loadHandling(db, bulletin, dayInJapan(now))
  const others = providerIds.filter((id) => id !== organisationId)
  if (others.length === 0) return
  const bytes = new TextEncoder().encode(answer)
  const leaks = findTraces([{ format: 'text', bytes }], await loadTraces(db, others))
  if (leaks.length > 0) throw new Refusal('message-names-provider')
}
