import { z } from 'zod'
import type { CaseId, PersonId } from 'contract/common'
import { type Db, findRows, json, loadRow, runSql, sql } from '../database/index.ts'
import { CaseRecord } from './case-record.ts'
import type { CaseBefore } from './change-record.ts'

const COLUMNS = sql`id as case_id, number, title, state, classification, classification_reason, classified_by,
  proposal, opened_at, closed_at, assignee_id, merged_into, withdrawn_at`

export function loadCase(db: Db, caseId: string): Promise<CaseRecord> {
  return loadRow(
    db,
    CaseRecord,
    sql`select ${COLUMNS} from noroshi.attack_case where id = ${caseId}`,
  )
}

/** Locks cases, always in the order of their ids, so that two changes never wait for each other. */
export function lockCases(db: Db, caseIds: readonly string[]): Promise<CaseRecord[]> {
  return findRows(
    db,
    CaseRecord,
    sql`select ${COLUMNS} from noroshi.attack_case
         where id = any (${[...caseIds]}::uuid[]) order by id for no key update`,
  )
}

/** The next number of a year. The row's lock gives numbers without gaps, in the order of commits. */
export async function takeCaseNumber(db: Db, year: number): Promise<string> {
  const { last } = await loadRow(
    db,
    z.object({ last: z.number() }),
    sql`insert into noroshi.case_number (year, last) values (${year}, 1)
        on conflict (year) do update set last = case_number.last + 1
        returning last`,
  )
  return `C-${year}-${String(last).padStart(4, '0')}`
}

export async function insertCase(
  db: Db,
  row: {
    caseId: CaseId
    number: string
    title: string
    proposal: CaseRecord['proposal']
    at: Date
  },
): Promise<void> {
  await runSql(
    db,
    sql`insert into noroshi.attack_case (id, number, title, state, classification, proposal, opened_at)
        values (${row.caseId}, ${row.number}, ${row.title}, 'open', ${row.proposal.value}, ${json(row.proposal)}, ${row.at})`,
  )
}

/** Writes back columns as they were, or as they shall be. */
export async function saveCase(db: Db, { caseId, ...columns }: CaseBefore): Promise<void> {
  const names = {
    title: sql`title`,
    state: sql`state`,
    closedAt: sql`closed_at`,
    mergedInto: sql`merged_into`,
    classification: sql`classification`,
    classificationReason: sql`classification_reason`,
    classifiedBy: sql`classified_by`,
  } as const
  const sets = Object.entries(columns).map(
    ([name, value]) => sql`${names[name as keyof typeof names]} = ${value}`,
  )
  if (sets.length === 0) return
  await runSql(db, sql`update noroshi.attack_case set ${sql.join(sets)} where id = ${caseId}`)
}

/** Moves a case from the state that was seen. False when somebody else moved it first. */
export async function saveCaseState(
  db: Db,
  caseId: string,
  from: string,
  to: string,
  closedAt: Date | undefined,
): Promise<boolean> {
  const changed = await runSql(
    db,
    sql`update noroshi.attack_case set state = ${to}, closed_at = ${closedAt ?? null}
         where id = ${caseId} and state = ${from}`,
  )
  return changed === 1
}

/** A new proposal; it is also the classification as long as nobody has chosen one. */
export async function saveProposal(
  db: Db,
  caseId: string,
  proposal: CaseRecord['proposal'],
): Promise<void> {
  await runSql(
    db,
    sql`update noroshi.attack_case
           set proposal = ${json(proposal)},
               classification = case when classified_by is null then ${proposal.value} else classification end
         where id = ${caseId}`,
  )
}

export async function withdrawCase(db: Db, caseId: string, at: Date): Promise<void> {
  await runSql(
    db,
    sql`update noroshi.attack_case set state = 'closed', closed_at = ${at}, withdrawn_at = ${at} where id = ${caseId}`,
  )
}

export async function saveCaseAssignee(
  db: Db,
  caseId: string,
  personId: PersonId | null,
): Promise<void> {
  await runSql(
    db,
    sql`update noroshi.attack_case set assignee_id = ${personId} where id = ${caseId}`,
  )
}

/** Whether a text made from this case is on its way. */
export async function hasBulletinInWork(db: Db, caseId: string): Promise<boolean> {
  const { inWork } = await loadRow(
    db,
    z.object({ inWork: z.boolean() }),
    sql`select exists (select 1 from noroshi.bulletin
                        where case_id = ${caseId} and state in ('draft', 'checked', 'waiting', 'approved', 'releasing')) as in_work`,
  )
  return inWork
}

/**
 * Whether a text made from this case is asked about, approved or leaving. Before that what is split off takes no provider
 * from a text that was begun earlier: whoever was in the case then stays one of its providers (`listCaseProviders`).
 */
export async function isBulletinUnderway(db: Db, caseId: string, at: Date): Promise<boolean> {
  const { underway } = await loadRow(
    db,
    z.object({ underway: z.boolean() }),
    sql`select exists (select 1 from noroshi.bulletin
                        where case_id = ${caseId}
                          and (state in ('waiting', 'approved', 'releasing')
                               or (state in ('draft', 'checked') and created_at > ${at}))) as underway`,
  )
  return underway
}

/** Whether any bulletin was ever made from this case. */
export async function hasBulletin(db: Db, caseId: string): Promise<boolean> {
  const { found } = await loadRow(
    db,
    z.object({ found: z.boolean() }),
    sql`select exists (select 1 from noroshi.bulletin where case_id = ${caseId}) as found`,
  )
  return found
}
