import type { z } from 'zod'
import type { GroupId } from 'contract/common'
import type { CreateGroupRequest } from 'contract/community'
import { type AuditActor, recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import { newId } from '../ids.ts'
import { insertGroup } from './membership.queries.ts'

/** Begins a SIG or a coordination framework, without members. */
export async function createGroup(
  db: Db,
  actor: AuditActor,
  { kind, name }: z.infer<typeof CreateGroupRequest>,
  now: Date,
): Promise<GroupId> {
  const id = newId<GroupId>()
  await insertGroup(db, { id, kind, name, at: now })
  await recordAudit(db, {
    actor,
    action: 'group-created',
    subject: `group:${id}`,
    detail: { kind },
  })
  return id
}
