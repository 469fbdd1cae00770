import { Kysely, PostgresDialect, sql } from 'kysely'
import type { Pool } from 'pg'
import type { OrganisationId, PersonId } from 'contract/common'
import { type Clock, dayInJapan } from '../clock.ts'
import { isWorthRetrying, translateDatabaseError } from './database-errors.ts'
import { finishTransaction } from './before-commit.ts'
import { notePrepared, PrepareFirst } from './prepare-first.ts'
import type { Db } from './transaction.ts'

export { sql } from 'kysely'
export type { Db } from './transaction.ts'

/** On whose behalf a transaction runs inside the hub. */
export interface StaffViewer {
  /** Somebody of the hub, to whom restricted submissions may be closed. Absent for the hub itself: jobs, sign-in, the machinery. */
  readonly personId?: PersonId | undefined
  /** A member at whose word the hub acts: who was shut out acts no more, otherwise it is the hub itself. */
  readonly isMember?: boolean
}

/** Whose rows a member's transaction may see. */
export interface MemberViewer {
  readonly organisationId: OrganisationId
  /** Absent for an organisation's API token. */
  readonly personId?: PersonId | undefined
}

/** The database as the hub uses it: only inside transactions, only in a role. */
export interface Database {
  /** Sees everything of the hub; a person, less what is restricted to others (migration 0051). */
  inStaff<T>(viewer: StaffViewer, work: (db: Db) => Promise<T>): Promise<T>
  /** Sees by row-level security alone: the organisation's own rows and what is addressed to it. */
  inMember<T>(viewer: MemberViewer, work: (db: Db) => Promise<T>): Promise<T>
  close(): Promise<void>
}

// Two transactions that block each other end with one told to try again; more than three in a row is no accident.
const ATTEMPTS = 4
// One use case needs a handful, however many providers there are, since what is wanted in a loop is prepared together;
// whoever is asked for more is overtaken by changes again and again.
const PREPARATIONS_MAX = 8

export interface DatabaseOptions {
  /** Milliseconds that may pass with what a transaction has to have prepared before it. */
  readonly preparationMs: number
  /**
   * Whether what was prepared is dropped once the work is done. For a worker, which does what follows from the answers of
   * providers: were it faster with what it had drafted for another's, its time would tell that there is another (T49).
   */
  readonly isForgetful?: boolean
}

/** Opens the database over a pool of the application's role. */
export function openDatabase(
  pool: Pool,
  clock: Clock,
  { preparationMs, isForgetful = false }: DatabaseOptions,
): Database {
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })

  /** Work may run again, after a deadlock or a preparation, so it must have no effect outside the transaction. */
  async function inRole<T>(
    become: (db: Db, now: Date) => Promise<unknown>,
    work: (db: Db) => Promise<T>,
  ): Promise<T> {
    const prepared: PrepareFirst[] = []
    try {
      return await attemptAll(become, work, prepared)
    } finally {
      if (isForgetful) for (const one of prepared) one.forget()
    }
  }

  async function attemptAll<T>(
    become: (db: Db, now: Date) => Promise<unknown>,
    work: (db: Db) => Promise<T>,
    prepared: PrepareFirst[],
  ): Promise<T> {
    let blocked = 0
    for (;;) {
      try {
        return await kysely.transaction().execute(async (db) => {
          notePrepared(db, prepared)
          await become(db, clock.now())
          const result = await work(db)
          await finishTransaction(db)
          return result
        })
      } catch (error) {
        if (error instanceof PrepareFirst) {
          if (prepared.length === PREPARATIONS_MAX) throw error.refusal
          prepared.push(error)
          await error.prepare(preparationMs)
          continue
        }
        blocked += 1
        if (blocked < ATTEMPTS && isWorthRetrying(error)) continue
        throw translateDatabaseError(error)
      }
    }
  }

  return {
    inStaff: (viewer, work) => inRole((db, now) => becomeStaff(db, viewer, now), work),
    inMember: (viewer, work) => inRole((db, now) => becomeMember(db, viewer, now), work),
    close: () => kysely.destroy(),
  }
}

// Settings are local to the transaction, which keeps them apart behind a connection pooler too.

/** A person at a desk has the rights of the hub, less what need-to-know takes away. */
async function becomeStaff(
  db: Db,
  { personId, isMember = false }: StaffViewer,
  now: Date,
): Promise<unknown> {
  // Who was shut out since the request came in acts no more.
  if (personId !== undefined) {
    await sql`select noroshi.refuse_ended_person(${personId}::uuid)`.execute(db)
  }
  return sql`select set_config('noroshi.person', ${personId ?? ''}, true),
                    set_config('noroshi.now', ${now.toISOString()}, true),
                    set_config('role', ${personId === undefined || isMember ? 'noroshi_staff' : 'noroshi_desk'}, true)`.execute(
    db,
  )
}

/** The database itself works out what the organisation may see today; the caller cannot say it. */
function becomeMember(
  db: Db,
  { organisationId, personId }: MemberViewer,
  now: Date,
): Promise<unknown> {
  return sql`select noroshi.enter_member(${personId ?? null}::uuid, ${organisationId}::uuid, ${dayInJapan(now)}::date),
                    set_config('noroshi.now', ${now.toISOString()}, true),
                    set_config('role', 'noroshi_member', true)`.execute(db)
}
