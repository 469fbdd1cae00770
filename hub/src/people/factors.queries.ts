import { PersonId } from 'contract/common'
import { z } from 'zod'
import { type Db, sql } from '../database/db.ts'
import { findRow, runSql } from '../database/query.ts'

const PasswordAccount = z.object({
  personId: PersonId,
  argon2: z.string(),
  secretEncrypted: z.instanceof(Uint8Array),
})
export type PasswordAccount = z.infer<typeof PasswordAccount>

/** Somebody who may sign in with a password and an authenticator app, with what is needed to check both. */
export function findPasswordAccount(db: Db, email: string): Promise<PasswordAccount | undefined> {
  return findRow(
    db,
    PasswordAccount,
    sql`select p.id as person_id, c.argon2, t.secret_encrypted
          from noroshi.person p
          join noroshi.password_credential c on c.person_id = p.id
          join noroshi.totp_credential t on t.person_id = p.id
         where p.email = ${email} and p.disabled_at is null and t.confirmed_at is not null`,
  )
}

/** Uses up a time step. Zero when this or a later one was used: the code has been played back. */
export function spendTotpStep(db: Db, personId: PersonId, step: number): Promise<number> {
  return runSql(
    db,
    sql`update noroshi.totp_credential set last_used_step = ${step}
         where person_id = ${personId} and last_used_step < ${step}`,
  )
}

const TotpCredential = z.object({
  secretEncrypted: z.instanceof(Uint8Array),
  confirmedAt: z.date().optional(),
})

export function findTotp(
  db: Db,
  personId: PersonId,
): Promise<z.infer<typeof TotpCredential> | undefined> {
  return findRow(
    db,
    TotpCredential,
    sql`select secret_encrypted, confirmed_at from noroshi.totp_credential where person_id = ${personId}`,
  )
}

/** Saves a secret that waits for its first code; replaces one that never got it. */
export function savePendingTotp(
  db: Db,
  personId: PersonId,
  secretEncrypted: Buffer,
): Promise<number> {
  return runSql(
    db,
    sql`insert into noroshi.totp_credential as t (person_id, secret_encrypted) values (${personId}, ${secretEncrypted})
        on conflict (person_id) do update set secret_encrypted = excluded.secret_encrypted, last_used_step = 0
         where t.confirmed_at is null`,
  )
}

export async function saveTotpConfirmed(db: Db, personId: PersonId, now: Date): Promise<void> {
  await runSql(
    db,
    sql`update noroshi.totp_credential set confirmed_at = ${now} where person_id = ${personId}`,
  )
}

const PasswordCredential = z.object({ argon2: z.string() })

export async function findPasswordHash(db: Db, personId: PersonId): Promise<string | undefined> {
  const row = await findRow(
    db,
    PasswordCredential,
    sql`select argon2 from noroshi.password_credential where person_id = ${personId}`,
  )
  return row?.argon2
}

export async function savePasswordHash(
  db: Db,
  { personId, argon2, now }: { personId: PersonId; argon2: string; now: Date },
): Promise<void> {
  await runSql(
    db,
    sql`insert into noroshi.password_credential (person_id, argon2, changed_at) values (${personId}, ${argon2}, ${now})
        on conflict (person_id) do update set argon2 = excluded.argon2, changed_at = excluded.changed_at`,
  )
}

/** Takes away password and authenticator app, which are of no use one without the other. */
export async function removePasswordAndTotp(db: Db, personId: PersonId): Promise<void> {
  await runSql(db, sql`delete from noroshi.totp_credential where person_id = ${personId}`)
  await runSql(db, sql`delete from noroshi.password_credential where person_id = ${personId}`)
}
