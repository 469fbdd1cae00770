import type { GroupId } from 'contract/common'
import type { GroupLane } from 'contract/community'
import { type AuditActor, recordAudit } from '../audit/index.ts'
import { dayInJapan } from '../clock.ts'
import type { Db } from '../database/index.ts'
import { newId } from '../ids.ts'
import { startJob } from '../jobs/index.ts'
import { listMemberIds, saveGroupLane } from './membership.queries.ts'

/**
 * Writes down what a group's members agreed on: whether technical information may go to it without its providers'
 * approval (SPEC A-3). Every member is told in its own log and by mail: a rule nobody knows of binds nobody.
 */
export async function setGroupLane(
  db: Db,
  actor: AuditActor,
  { groupId, lane, now }: { groupId: GroupId; lane: GroupLane; now: Date },
): Promise<void> {
  if (!(await saveGroupLane(db, { groupId, lane, at: now }))) return
  const subject = `group:${groupId}`
  await recordAudit(db, { actor, action: 'group-lane-set', subject, detail: { lane } })
  for (const organisationId of await listMemberIds(db, groupId, dayInJapan(now))) {
    await recordAudit(db, {
      actor,
      action: 'group-lane-told',
      subject: `organisation:${organisationId}`,
      detail: { groupId, lane },
    })
    const told = { organisationId, kind: 'lane-changed', happeningId: newId() } as const
    await startJob(db, 'tell-contacts', told)
  }
}
