import { Language, OrganisationId, PersonId } from 'contract/common'
import { Role } from 'contract/people'
import { z } from 'zod'
import { type Db, sql } from '../database/db.ts'
import { findRow, findRows, loadRow, runSql } from '../database/query.ts'
import { lockPerson } from './people.queries.ts'

const LiveSession = z.object({
  sessionId: z.uuid(),
  personId: PersonId,
  organisationId: OrganisationId.optional(),
  name: z.string(),
  roles: z.array(Role),
  language: Language,
  secondFactor: z.boolean(),
  lastSeenAt: z.date(),
  provedUntil: z.date().optional(),
  hasFactor: z.boolean(),
})

/** The session of this token if it is neither ended, idle for too long, nor its person disabled. */
export function findLiveSession(
  db: Db,
  { tokenHash, now, idleSince }: { tokenHash: string; now: Date; idleSince: Date },
): Promise<z.infer<typeof LiveSession> | undefined> {
  return findRow(
    db,
    LiveSession,
    sql`select s.id as session_id, s.person_id, p.organisation_id, p.name, p.roles, p.language,
               s.second_factor, s.last_seen_at, s.proved_until,
               (exists (select from noroshi.passkey k where k.person_id = p.id)
                or exists (select from noroshi.totp_credential t where t.person_id = p.id and t.confirmed_at is not null)) as has_factor
          from noroshi.session s join noroshi.person p on p.id = s.person_id
         where s.token_hash = ${tokenHash} and s.revoked_at is null and p.disabled_at is null
           and s.ends_at > ${now} and s.last_seen_at > ${idleSince}`,
  )
}

export async function saveSessionSeen(db: Db, sessionId: string, now: Date): Promise<void> {
  await runSql(db, sql`update noroshi.session set last_seen_at = ${now} where id = ${sessionId}`)
}

export async function saveSession(
  db: Db,
  session: {
    sessionId: string
    tokenHash: string
    personId: PersonId
    secondFactor: boolean
    now: Date
    endsAt: Date
    provedUntil: Date | undefined
    browser: string
  },
): Promise<void> {
  await runSql(
    db,
    sql`insert into noroshi.session (id, token_hash, person_id, second_factor, created_at, last_seen_at, ends_at, proved_until, browser)
        values (${session.sessionId}, ${session.tokenHash}, ${session.personId}, ${session.secondFactor},
                ${session.now}, ${session.now}, ${session.endsAt}, ${session.provedUntil ?? null}, ${session.browser})`,
  )
}

const Live = z.object({ isLive: z.boolean() })

/** Whether nobody has ended the session or shut its person out. */
export async function isSessionLive(db: Db, sessionId: string): Promise<boolean> {
  const { isLive } = await loadRow(
    db,
    Live,
    sql`select exists (select from noroshi.session s join noroshi.person p on p.id = s.person_id
                        where s.id = ${sessionId} and s.revoked_at is null and p.disabled_at is null) as is_live`,
  )
  return isLive
}

/** Ends one session of a person, in turn with what is done in it; another person's is not found. */
export async function endSession(
  db: Db,
  { personId, sessionId, now }: { personId: PersonId; sessionId: string; now: Date },
): Promise<number> {
  await lockPerson(db, personId)
  return runSql(
    db,
    sql`update noroshi.session set revoked_at = ${now}
         where id = ${sessionId} and person_id = ${personId} and revoked_at is null`,
  )
}

/** Ends all sessions of a person, but for one when it is named, in turn with what is done in them. */
export async function endSessionsOf(
  db: Db,
  { personId, except, now }: { personId: PersonId; except?: string | undefined; now: Date },
): Promise<number> {
  await lockPerson(db, personId)
  return runSql(
    db,
    sql`update noroshi.session set revoked_at = ${now}
         where person_id = ${personId} and revoked_at is null and id is distinct from ${except ?? null}::uuid`,
  )
}

const SessionRecord = z.object({
  sessionId: z.uuid(),
  browser: z.string(),
  createdAt: z.date(),
  lastSeenAt: z.date(),
})

export function listSessions(
  db: Db,
  { personId, now, idleSince }: { personId: PersonId; now: Date; idleSince: Date },
): Promise<z.infer<typeof SessionRecord>[]> {
  return findRows(
    db,
    SessionRecord,
    sql`select id as session_id, browser, created_at, last_seen_at from noroshi.session
         where person_id = ${personId} and revoked_at is null and ends_at > ${now} and last_seen_at > ${idleSince}
         order by last_seen_at desc, id limit 100`,
  )
}
