import { PersonId } from 'contract/common'
import { z } from 'zod'
import { type Db, sql } from '../database/db.ts'
import { findRow, findRows, runSql } from '../database/query.ts'

const WaitingRecovery = z.object({
  tokenHash: z.string(),
  personId: PersonId,
  begunBy: PersonId,
  begunByName: z.string(),
  begunAt: z.date(),
})
export type WaitingRecovery = z.infer<typeof WaitingRecovery>

const waitingAt = (now: Date) => sql`
  select l.token_hash, l.person_id, l.begun_by, b.name as begun_by_name, l.created_at as begun_at
    from noroshi.sign_in_link l
    join noroshi.person b on b.id = l.begun_by
    join noroshi.person p on p.id = l.person_id and p.disabled_at is null
   where l.confirmed_at is null and l.used_at is null and l.expires_at > ${now}`

/** Recoveries that wait for their second person. */
export function listWaitingRecoveries(db: Db, now: Date): Promise<WaitingRecovery[]> {
  return findRows(db, WaitingRecovery, sql`${waitingAt(now)} order by l.created_at, l.person_id`)
}

export function findWaitingRecovery(
  db: Db,
  personId: PersonId,
  now: Date,
): Promise<WaitingRecovery | undefined> {
  return findRow(db, WaitingRecovery, sql`${waitingAt(now)} and l.person_id = ${personId}`)
}

const OwnRecovery = z.object({ isConfirmed: z.boolean(), at: z.date() })

/** The latest recovery of an account that waits for its second person, or was confirmed since a moment. */
export function findOwnRecovery(
  db: Db,
  { personId, now, since }: { personId: PersonId; now: Date; since: Date },
): Promise<z.infer<typeof OwnRecovery> | undefined> {
  return findRow(
    db,
    OwnRecovery,
    sql`select confirmed_at is not null as is_confirmed, coalesce(confirmed_at, created_at) as at
          from noroshi.sign_in_link
         where person_id = ${personId} and begun_by is not null
           and (confirmed_at > ${since} or (confirmed_at is null and used_at is null and expires_at > ${now}))
         order by at desc limit 1`,
  )
}

/** The recovery behind a link that was handed out before anybody confirmed it. */
export function findWaitingLink(
  db: Db,
  tokenHash: string,
  now: Date,
): Promise<WaitingRecovery | undefined> {
  return findRow(db, WaitingRecovery, sql`${waitingAt(now)} and l.token_hash = ${tokenHash}`)
}

export function saveRecoveryConfirmed(
  db: Db,
  {
    tokenHash,
    by,
    now,
    expiresAt,
  }: { tokenHash: string; by: PersonId; now: Date; expiresAt: Date },
): Promise<number> {
  return runSql(
    db,
    sql`update noroshi.sign_in_link set confirmed_by = ${by}, confirmed_at = ${now}, expires_at = ${expiresAt}
         where token_hash = ${tokenHash} and confirmed_at is null and used_at is null`,
  )
}

/** Uses a waiting link up, for its person proved it by a recovery code. */
export function spendWaitingLink(db: Db, tokenHash: string, now: Date): Promise<number> {
  return runSql(
    db,
    sql`update noroshi.sign_in_link set used_at = ${now}
         where token_hash = ${tokenHash} and confirmed_at is null and used_at is null`,
  )
}

const Confirmer = z.object({ personId: PersonId })

/**
 * Administrators and leads who may confirm a recovery: second persons to whoever began it (migration 0057), and not who
 * is recovered. An administrator would otherwise invite a second self, to begin it or to confirm it.
 */
export async function listConfirmers(
  db: Db,
  { begunBy, personId }: { begunBy: PersonId; personId: PersonId },
): Promise<PersonId[]> {
  const rows = await findRows(
    db,
    Confirmer,
    sql`select id as person_id from noroshi.person
         where disabled_at is null and roles && array['hub-admin', 'hub-lead']
           and id <> ${personId} and noroshi.is_second_person(${begunBy}, id)`,
  )
  return rows.map((row) => row.personId)
}

const Known = z.object({ isKnown: z.boolean() })

/** Whether the person was ever signed in. */
export async function wasEverSignedIn(db: Db, personId: PersonId): Promise<boolean> {
  const row = await findRow(
    db,
    Known,
    sql`select exists (select from noroshi.session where person_id = ${personId}) as is_known`,
  )
  return row?.isKnown ?? false
}

/** Whether somebody of the person's own organisation invited them, not the hub. */
export async function isInvitedByColleague(db: Db, personId: PersonId): Promise<boolean> {
  const row = await findRow(
    db,
    Known,
    sql`select exists (select from noroshi.person p
                         join noroshi.person by on by.organisation_id = p.organisation_id
                         join noroshi.audit_entry e on e.subject = 'person:' || p.id and e.actor = 'person:' || by.id
                        where p.id = ${personId} and e.action = 'person-invited') as is_known`,
  )
  return row?.isKnown ?? false
}
