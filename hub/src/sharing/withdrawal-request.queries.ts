import { z } from 'zod'
import { type Db, findRow, loadRow, runSql, sql } from '../database/index.ts'

const OpenRequest = z.object({
  id: z.uuid(),
  approvalId: z.uuid(),
  organisationId: z.uuid(),
  bulletinId: z.uuid(),
  bulletinNumber: z.string(),
  /** About what went out without its provider's approval. */
  isUnasked: z.boolean(),
})
export type OpenRequest = z.infer<typeof OpenRequest>

/** Runs as the member: row-level security decides whose approval it may be about. */
export async function insertWithdrawalRequest(
  db: Db,
  request: {
    id: string
    approvalId: string
    organisationId: string
    reason: string
    askedAt: Date
    askedBy: string
    dueAt: Date
  },
): Promise<void> {
  await runSql(
    db,
    sql`insert into noroshi.withdrawal_request (id, approval_id, organisation_id, reason, asked_at, asked_by, due_at)
        values (${request.id}, ${request.approvalId}, ${request.organisationId}, ${request.reason},
          ${request.askedAt}, ${request.askedBy}, ${request.dueAt})`,
  )
}

/** The member's own approval that has been shared, and whether it is being asked to take it back. */
export function findSharedApproval(
  db: Db,
  approvalId: string,
): Promise<{ isShared: boolean; isAsked: boolean }> {
  return loadRow(
    db,
    z.object({ isShared: z.boolean(), isAsked: z.boolean() }),
    sql`select coalesce(noroshi.own_approval_sharing(a.id) = 'shared', false) as is_shared,
               exists (select 1 from noroshi.withdrawal_request w
                        where w.approval_id = a.id and w.outcome is null) as is_asked
          from noroshi.approval_request a where a.id = ${approvalId}`,
  )
}

const OPEN = sql`select w.id, w.approval_id, w.organisation_id, a.bulletin_id, a.bulletin_number, a.state = 'not-asked' as is_unasked
    from noroshi.withdrawal_request w join noroshi.approval_request a on a.id = w.approval_id`

/** A request that nobody has answered, locked. */
export function findOpenWithdrawalRequest(
  db: Db,
  withdrawalId: string,
): Promise<OpenRequest | undefined> {
  return findRow(
    db,
    OpenRequest,
    sql`${OPEN} where w.id = ${withdrawalId} and w.outcome is null for update of w`,
  )
}

/** Ends every open request about any version of a bulletin, and says whose approvals they were. */
export async function grantWithdrawalRequests(
  db: Db,
  number: string,
  { at, by }: { at: Date; by: string },
): Promise<string[]> {
  const { ids } = await loadRow(
    db,
    z.object({ ids: z.array(z.uuid()) }),
    sql`with granted as (
          update noroshi.withdrawal_request w set outcome = 'withdrawn', answered_at = ${at}, answered_by = ${by}
            from noroshi.approval_request a
           where a.id = w.approval_id and a.bulletin_number = ${number} and w.outcome is null
          returning w.approval_id)
        select coalesce(array_agg(approval_id), '{}') as ids from granted`,
  )
  return ids
}

export async function saveDeclined(
  db: Db,
  declined: { id: string; answer: string; at: Date; by: string },
): Promise<void> {
  await runSql(
    db,
    sql`update noroshi.withdrawal_request
           set outcome = 'declined', answer = ${declined.answer}, answered_at = ${declined.at}, answered_by = ${declined.by}
         where id = ${declined.id}`,
  )
}
