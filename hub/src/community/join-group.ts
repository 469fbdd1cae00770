import type { z } from 'zod'
import type { MembershipId } from 'contract/common'
import type { JoinRequest } from 'contract/community'
import { type AuditActor, recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import { newId } from '../ids.ts'
import { Refusal } from '../refusals.ts'
import {
  insertAgreement,
  insertMembership,
  isMemberFrom,
  loadGroupKind,
} from './membership.queries.ts'
import { lockOrganisation } from './organisation.queries.ts'

/** SIGs are bound by NDA, frameworks by accepted terms (SPEC C-1). */
const AGREEMENT_OF = { sig: 'nda', framework: 'terms' } as const

/**
 * Takes an organisation into a group from a day on, with the agreement that binds it: without one in force
 * the membership counts but gives no access (SPEC C-5). A former member comes back with a new row.
 */
export async function joinGroup(
  db: Db,
  actor: AuditActor,
  groupId: string,
  { organisationId, joinedOn, agreement }: z.infer<typeof JoinRequest>,
): Promise<MembershipId> {
  const { kind } = await loadGroupKind(db, groupId)
  await lockOrganisation(db, organisationId)
  if (await isMemberFrom(db, organisationId, groupId, joinedOn)) throw new Refusal('already-member')

  const id = newId<MembershipId>()
  await insertMembership(db, { id, organisationId, groupId, joinedOn })
  if (agreement !== undefined) {
    const bound = { id: newId(), organisationId, groupId, kind: AGREEMENT_OF[kind] }
    await insertAgreement(db, { ...bound, ...agreement })
  }
  await recordAudit(db, {
    actor,
    action: 'membership-joined',
    subject: `organisation:${organisationId}`,
    detail: { groupId, joinedOn },
  })
  return id
}
