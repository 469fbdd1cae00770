import { z } from 'zod'
import { CaseId, Day, type SubmissionId } from 'contract/common'
import { RestrictedBy } from 'contract/restriction'
import { type Db, findRows, loadRow, runSql, sql } from '../database/index.ts'

const Id = z.object({ submissionId: z.uuid() })

/** The submission under a lock, as far as the caller may read it. */
export async function lockSubmission(db: Db, submissionId: SubmissionId): Promise<void> {
  await loadRow(
    db,
    Id,
    sql`select id as submission_id from noroshi.submission where id = ${submissionId} for no key update`,
  )
}

/** Whether the caller was let in until a day to any of these. */
export async function isLetIn(db: Db, submissionIds: readonly string[]): Promise<boolean> {
  const { isLetIn: answer } = await loadRow(
    db,
    z.object({ isLetIn: z.boolean() }),
    sql`select coalesce(bool_or(noroshi.is_let_in(id)), false) as is_let_in from unnest(${[...submissionIds]}::uuid[]) id`,
  )
  return answer
}

/** Whether the caller was brought in or raised within a week, and others at work here were not. */
export async function hasComeLately(db: Db): Promise<boolean> {
  const { isNew } = await loadRow(
    db,
    z.object({ isNew: z.boolean() }),
    sql`select noroshi.came_lately() as is_new`,
  )
  return isNew
}

/** Submissions of a case that the caller may read. */
export async function listSubmissionIdsOfCase(db: Db, caseId: string): Promise<SubmissionId[]> {
  await loadRow(
    db,
    z.object({ id: z.uuid() }),
    sql`select id from noroshi.attack_case where id = ${caseId} for no key update`,
  )
  const rows = await findRows(
    db,
    Id,
    sql`select submission_id from noroshi.case_submission where case_id = ${caseId} order by submission_id`,
  )
  return rows.map(({ submissionId }) => submissionId as SubmissionId)
}

/** Notes one wish. False when it was there before. */
export async function insertRestriction(
  db: Db,
  submissionId: SubmissionId,
  { setBy, at }: { setBy: RestrictedBy; at: Date },
): Promise<boolean> {
  const rows = await runSql(
    db,
    sql`insert into noroshi.restriction (submission_id, set_by, set_at) values (${submissionId}, ${setBy}, ${at})
        on conflict do nothing`,
  )
  return rows === 1
}

/** Takes one wish back. False when there was none that the caller may take back. */
export async function removeRestriction(
  db: Db,
  submissionId: SubmissionId,
  setBy: RestrictedBy,
): Promise<boolean> {
  const rows = await runSql(
    db,
    sql`delete from noroshi.restriction where submission_id = ${submissionId} and set_by = ${setBy}`,
  )
  return rows === 1
}

const Wish = z.object({ setBy: RestrictedBy })
const PersonInCharge = z.object({ name: z.string(), endsOn: Day.optional() })

/** Who wants these restricted. */
export async function listWishes(
  db: Db,
  submissionIds: readonly string[],
): Promise<RestrictedBy[]> {
  const rows = await findRows(
    db,
    Wish,
    sql`select distinct set_by from noroshi.restriction where submission_id = any (${[...submissionIds]}::uuid[]) order by set_by desc`,
  )
  return rows.map(({ setBy }) => setBy)
}

/** Who may read all that is restricted among these, today. */
export function listPeopleInCharge(
  db: Db,
  submissionIds: readonly string[],
): Promise<z.infer<typeof PersonInCharge>[]> {
  return findRows(
    db,
    PersonInCharge,
    sql`with restricted as (
          select distinct submission_id from noroshi.restriction where submission_id = any (${[...submissionIds]}::uuid[]))
        select p.name, (min(i.ends_at) at time zone 'Asia/Tokyo')::date as ends_on
          from noroshi.person_in_charge i join restricted r using (submission_id)
          join noroshi.person p on p.id = i.person_id
         where p.disabled_at is null and (i.ends_at is null or i.ends_at > noroshi.moment())
         group by p.id, p.name having count(*) = (select count(*) from restricted)
         order by ends_on nulls first, p.name`,
  )
}

/** Cases of which a submission was taken out because its provider restricted it. */
export async function listCasesLeft(db: Db, submissionId: SubmissionId): Promise<CaseId[]> {
  const rows = await findRows(
    db,
    z.object({ caseId: CaseId }),
    sql`select case_id from noroshi.set_apart where submission_id = ${submissionId}`,
  )
  return rows.map(({ caseId }) => caseId)
}

/**
 * Whether a case holds what its provider restricts beside what is another organisation's. Whatever else restricts the
 * other does not count: as soon as that ended, the one would close the other.
 */
export async function isMixed(db: Db, caseId: string): Promise<boolean> {
  const { isMixed: answer } = await loadRow(
    db,
    z.object({ isMixed: z.boolean() }),
    sql`with inside as (
          select s.id, s.organisation_id from noroshi.case_submission cs join noroshi.submission s on s.id = cs.submission_id
           where cs.case_id = ${caseId})
        select exists (select 1 from inside one
                         join noroshi.restriction r on r.submission_id = one.id and r.set_by = 'provider'
                         join inside other on other.organisation_id is distinct from one.organisation_id) as is_mixed`,
  )
  return answer
}

/** Cases among these that hold what its provider restricts: the hub folds nothing into them by itself. */
export async function listCasesWithheld(db: Db, caseIds: readonly CaseId[]): Promise<Set<CaseId>> {
  const rows = await findRows(
    db,
    z.object({ caseId: CaseId }),
    sql`select distinct cs.case_id
          from noroshi.case_submission cs join noroshi.restriction r on r.submission_id = cs.submission_id
         where r.set_by = 'provider' and cs.case_id = any (${[...caseIds]}::uuid[])`,
  )
  return new Set(rows.map(({ caseId }) => caseId))
}

/** Whether something closed to the caller has a part in a text that went out. */
export async function hasClosedPart(db: Db, bulletinId: string): Promise<boolean> {
  const { hasPart } = await loadRow(
    db,
    z.object({ hasPart: z.boolean() }),
    sql`select exists (select 1 from noroshi.parted_bulletins() where bulletin_id = ${bulletinId}) as has_part`,
  )
  return hasPart
}

/** Submissions among these that their provider wants restricted: the hub folds them into nothing by itself. */
export async function listWithheldByProvider(
  db: Db,
  submissionIds: readonly string[],
): Promise<Set<string>> {
  const rows = await findRows(
    db,
    Id,
    sql`select submission_id from noroshi.restriction
         where set_by = 'provider' and submission_id = any (${[...submissionIds]}::uuid[])`,
  )
  return new Set(rows.map(({ submissionId }) => submissionId))
}
