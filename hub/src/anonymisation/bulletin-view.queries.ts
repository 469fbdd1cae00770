import { z } from 'zod'
import { ApprovalRow, FieldRemark, WithdrawalRequest } from 'contract/bulletin'
import { FeedbackAnswer } from 'contract/inbox'
import { Bilingual, Sha256 } from 'contract/common'
import { type Db, findRows, sql } from '../database/index.ts'

// Later steps write these rows; the hub's view of a bulletin only reads them.

const Approval = z.object({
  id: z.uuid(),
  about: ApprovalRow.shape.about,
  organisationId: z.uuid(),
  organisation: z.string(),
  alias: Bilingual,
  state: ApprovalRow.shape.state,
  contentHash: Sha256,
  askedAt: z.date(),
  dueAt: z.date(),
  answeredAt: z.date().optional(),
  answeredBy: z.string().optional(),
  note: z.string().optional(),
  remarks: z.array(FieldRemark),
})
export type Approval = z.infer<typeof Approval>

/** All approvals asked for a bulletin, the newest first. */
export function listApprovals(db: Db, bulletinId: string): Promise<Approval[]> {
  return findRows(
    db,
    Approval,
    sql`select r.id, r.about, r.organisation_id, o.name as organisation, r.alias, r.state, r.content_hash,
               r.asked_at, r.due_at, r.answered_at, p.name as answered_by, r.note, r.remarks
          from noroshi.approval_request r
          join noroshi.organisation o on o.id = r.organisation_id
          left join noroshi.person p on p.id = r.answered_by
         where r.bulletin_id = ${bulletinId}
         order by r.asked_at desc, r.alias ->> 'en', r.id`,
  )
}

const Withdrawal = WithdrawalRequest.extend({
  withdrawalId: z.uuid(),
  organisation: z.string(),
  isUnasked: z.boolean(),
  askedAt: z.date(),
  dueAt: z.date(),
  answeredAt: z.date().optional(),
})
export type Withdrawal = z.infer<typeof Withdrawal>

/** Requests to take any version of a bulletin back, the newest first. */
export function listWithdrawals(db: Db, number: string): Promise<Withdrawal[]> {
  return findRows(
    db,
    Withdrawal,
    sql`select w.id as withdrawal_id, o.name as organisation, w.reason, w.asked_at, w.due_at, w.outcome,
               w.answer, w.answered_at, a.state = 'not-asked' as is_unasked
          from noroshi.withdrawal_request w
          join noroshi.approval_request a on a.id = w.approval_id
          join noroshi.organisation o on o.id = w.organisation_id
         where a.bulletin_number = ${number}
         order by w.asked_at desc, w.id`,
  )
}

const ReleaseFigures = z.object({
  releaseId: z.uuid(),
  reached: z.number().int(),
  read: z.number().int(),
  answers: z.array(z.object({ answer: FeedbackAnswer, organisations: z.number().int() })),
})
export type ReleaseFigures = z.infer<typeof ReleaseFigures>

/** How many organisations each release reaches today, how many have opened it, what they answered. */
export function listReleaseFigures(
  db: Db,
  releaseIds: readonly string[],
  day: string,
): Promise<ReleaseFigures[]> {
  return findRows(
    db,
    ReleaseFigures,
    sql`select o.release_id,
               (select count(distinct org.id) from noroshi.organisation org
                  cross join lateral noroshi.groups_of(org.id, ${day}::date) g
                 where g.group_id = any (o.group_ids)
                   and (org.kind <> 'association'
                        or exists (select 1 from noroshi.release r join noroshi.sharing_group s on s.token = any (r.audience)
                                    where r.id = o.release_id)))::int as reached,
               (select count(distinct organisation_id) from noroshi.release_read rr
                 where rr.release_id = o.release_id)::int as read,
               coalesce((select jsonb_agg(jsonb_build_object('answer', f.answer, 'organisations', f.n))
                           from (select answer, count(*)::int as n from noroshi.feedback
                                  where release_id = o.release_id group by answer) f), '[]') as answers
          from noroshi.release_origin o
         where o.release_id = any (${[...releaseIds]}::uuid[])`,
  )
}

const Name = z.object({ id: z.uuid(), name: z.string() })

export async function loadPersonNames(
  db: Db,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await findRows(
    db,
    Name,
    sql`select id, name from noroshi.person where id = any (${[...new Set(personIds)]}::uuid[])`,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const GroupOfVersion = z.object({ groupId: z.uuid(), name: Bilingual })

/** Groups that the released versions of a bulletin went to. */
export function listGroupsReached(
  db: Db,
  number: string,
): Promise<z.infer<typeof GroupOfVersion>[]> {
  return findRows(
    db,
    GroupOfVersion,
    sql`select g.id as group_id, g.name from noroshi.sharing_group g
         where g.id in (select unnest(o.group_ids) from noroshi.release_origin o
                          join noroshi.release r on r.id = o.release_id
                         where r.number = ${number} and r.state <> 'withdrawn')
         order by g.position, g.id`,
  )
}
