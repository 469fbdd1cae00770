import { z } from 'zod'
import { Bilingual } from 'contract/common'
import { GroupLane } from 'contract/community'
import { Wishes } from 'contract/intake'
import { type Db, findRows, runSql, sql } from '../database/index.ts'

const GroupMember = z.object({
  groupId: z.uuid(),
  token: z.number().int(),
  name: Bilingual,
  organisationId: z.uuid(),
  organisation: z.string(),
  personCount: z.number().int(),
})
export type GroupMember = z.infer<typeof GroupMember>

/**
 * Every organisation that acts in one of these groups on this day, with its people who can sign in; associations only
 * where the label lets them pass it on.
 */
export function listGroupMembers(
  db: Db,
  groupIds: readonly string[],
  { day, withRelays }: { day: string; withRelays: boolean },
): Promise<GroupMember[]> {
  return findRows(
    db,
    GroupMember,
    sql`select g.id as group_id, g.token, g.name, o.id as organisation_id, o.name as organisation,
               (select count(*) from noroshi.person p
                 where p.organisation_id = o.id and p.disabled_at is null)::int as person_count
          from noroshi.organisation o
          cross join lateral noroshi.groups_of(o.id, ${day}::date) acts
          join noroshi.sharing_group g on g.id = acts.group_id
         where g.id = any (${[...groupIds]}::uuid[]) and (${withRelays} or o.kind <> 'association')
         order by g.position, g.id, o.name, o.id`,
  )
}

const GroupName = z.object({
  groupId: z.uuid(),
  token: z.number().int(),
  /** Held by its members that are no associations. */
  strictToken: z.number().int(),
  /** Held by its associations alone. */
  relayToken: z.number().int(),
  name: Bilingual,
  lane: GroupLane,
  laneSince: z.date().optional(),
})

export function listGroups(db: Db): Promise<z.infer<typeof GroupName>[]> {
  return findRows(
    db,
    GroupName,
    sql`select id as group_id, token, strict_token, relay_token, name, lane, lane_since from noroshi.sharing_group order by position, id`,
  )
}

const CaseProvider = z.object({
  submissionId: z.uuid(),
  receipt: z.string(),
  organisationId: z.uuid().optional(),
  organisation: z.string().optional(),
  providerKind: z.enum(['member', 'affiliate', 'outside', 'hub']),
  wishes: Wishes,
  wishesAt: z.date().optional(),
  /** Its organisation wants to be asked whatever it wished for this one. */
  isAlwaysAsked: z.boolean(),
  ownGroupIds: z.array(z.uuid()),
  /** Those of them that it came to after it said what it wishes. */
  joinedSinceIds: z.array(z.uuid()),
  /** When it first came into the case. */
  joinedAt: z.date(),
})
export type CaseProvider = z.infer<typeof CaseProvider>

/**
 * The submissions of a case with what their providers wish, in the order they came. Of a bulletin also those
 * that have left the case since its first version was begun: otherwise splitting a provider off after the
 * release would let a correction go out unseen by it, and unsearched for its names.
 */
export function listCaseProviders(
  db: Db,
  { caseId, number }: { caseId: string; number: string | undefined },
  day: string,
): Promise<CaseProvider[]> {
  return findRows(
    db,
    CaseProvider,
    sql`select s.id as submission_id, s.receipt, s.organisation_id, o.name as organisation,
               s.provider_kind, s.wishes, s.wishes_at, coalesce(o.is_always_asked, false) as is_always_asked,
               array(select g.group_id from noroshi.groups_of(s.organisation_id, ${day}::date) g) as own_group_ids,
               array(select g.group_id from noroshi.groups_of(s.organisation_id, ${day}::date) g
                      where not exists (select 1 from noroshi.membership m
                                         where m.id = any (s.wished_in) and m.group_id = g.group_id
                                           and (m.left_on is null or m.left_on > ${day}::date))) as joined_since_ids,
               coalesce((select min(p.since) from noroshi.case_placement p
                          where p.submission_id = s.id and p.case_id = ${caseId}), s.received_at) as joined_at
          from noroshi.submission s
          left join noroshi.organisation o on o.id = s.organisation_id
         where s.id in (
                 select submission_id from noroshi.case_submission where case_id = ${caseId}
                 union
                 select p.submission_id from noroshi.case_placement p
                  where p.case_id = ${caseId}
                    and not exists (
                          select 1 from noroshi.case_placement later
                           where later.submission_id = p.submission_id and later.sequence > p.sequence
                             and later.since < coalesce((select min(created_at) from noroshi.bulletin
                                                          where number = ${number ?? null}), 'infinity')))
         order by s.received_at, s.id`,
  )
}

const submissionsOf = (caseId: string | undefined) => sql`
  select submission_id from noroshi.case_submission where case_id = ${caseId ?? null}
  union select submission_id from noroshi.case_placement where case_id = ${caseId ?? null}`

/** Holds still what providers wish, until the transaction ends: a wish that is changed meanwhile comes after the release. */
export async function lockWishes(
  db: Db,
  { caseId }: { caseId?: string | undefined },
): Promise<void> {
  await runSql(
    db,
    sql`select id from noroshi.submission where id in (${submissionsOf(caseId)}) order by id for share`,
  )
}

/**
 * Holds still what a release without approval rests on, until the transaction ends: a wish, an organisation's word, a
 * group's rule or a membership that is changed at the same moment is either seen or comes after the release.
 */
export async function lockConsents(
  db: Db,
  { caseId, groupIds }: { caseId?: string | undefined; groupIds: readonly string[] },
): Promise<void> {
  const submissions = submissionsOf(caseId)
  await lockWishes(db, { caseId })
  await runSql(
    db,
    sql`select id from noroshi.organisation
         where id in (select organisation_id from noroshi.submission where id in (${submissions})) order by id for share`,
  )
  await runSql(
    db,
    sql`select id from noroshi.sharing_group where id = any (${[...groupIds]}::uuid[]) order by id for no key update`,
  )
  await runSql(
    db,
    sql`select id from noroshi.membership
         where group_id = any (${[...groupIds]}::uuid[])
           and organisation_id in (select organisation_id from noroshi.submission where id in (${submissions}))
         order by id for share`,
  )
}
