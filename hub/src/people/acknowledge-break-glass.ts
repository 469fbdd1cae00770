import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/db.ts'
import { Refusal } from '../refusals.ts'
import type { PersonActor } from './actor.ts'
import { listWitnesses, saveBreakGlassReason } from './break-glass.queries.ts'
import { BREAK_GLASS_RECENT_MS } from './limits.ts'

/**
 * Says why an emergency link was made, which ends everybody's warning. Whoever the link let in says so only where no
 * administrator from before can: an intruder on the machine would else end the warning that tells of them.
 */
export async function acknowledgeBreakGlass(
  db: Db,
  actor: PersonActor,
  { breakGlassId, reason, now }: { breakGlassId: string; reason: string; now: Date },
): Promise<void> {
  const isWitness = await mayAcknowledge(db, actor, now)
  const given = { breakGlassId, by: actor.personId, reason, now }
  if ((await saveBreakGlassReason(db, given)) === 0) throw new Refusal('not-found')
  if (!isWitness) throw new Refusal('another-must-acknowledge')
  const subject = `break-glass:${breakGlassId}`
  await recordAudit(db, { actor, action: 'break-glass-acknowledged', subject })
}

/** Whether this administrator may give a reason for the emergency links that wait for one. */
export async function mayAcknowledge(
  db: Db,
  { personId, roles }: PersonActor,
  now: Date,
): Promise<boolean> {
  if (!roles.includes('hub-admin')) return false
  const since = new Date(now.getTime() - BREAK_GLASS_RECENT_MS)
  const witnesses = await listWitnesses(db, since)
  return witnesses.length === 0 || witnesses.includes(personId)
}
