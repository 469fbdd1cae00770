import type { z } from 'zod'
import type { ConfirmWeakTraceRequest } from 'contract/bulletin'
import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import type { PersonActor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import type { BulletinRecord } from './bulletin-record.ts'
import { lockBulletin } from './lock-bulletin.ts'
import { insertConfirmation } from './weak-trace.queries.ts'

const OPEN_STATES: readonly BulletinRecord['state'][] = ['draft', 'checked', 'waiting', 'approved']

/** Somebody has looked at an ordinary word in this very text and says that it names nobody. */
export async function confirmWeakTrace(
  db: Db,
  actor: PersonActor,
  confirmed: z.infer<typeof ConfirmWeakTraceRequest> & { bulletinId: string; now: Date },
): Promise<BulletinRecord> {
  const { weakTraceId, now } = confirmed
  const bulletin = await lockBulletin(db, confirmed.bulletinId, confirmed.now)
  const { id, state, leakCheck, contentHash } = bulletin
  if (!OPEN_STATES.includes(state) || leakCheck?.contentHash !== contentHash) {
    throw new Refusal('not-in-this-state')
  }
  if (!leakCheck.weakTraces.some((weak) => weak.weakTraceId === weakTraceId)) {
    throw new Refusal('not-found')
  }
  const row = { bulletinId: id, weakTraceId, at: now, by: actor.personId }
  if (!(await insertConfirmation(db, row))) return bulletin
  await recordAudit(db, {
    actor,
    action: 'weak-trace-confirmed',
    subject: `bulletin:${id}`,
    detail: { weakTrace: weakTraceId, contentHash },
  })
  return bulletin
}
