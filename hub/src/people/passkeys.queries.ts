import { PersonId } from 'contract/common'
import { z } from 'zod'
import { type Db, sql } from '../database/db.ts'
import { findRow, findRows, runSql } from '../database/query.ts'

const PasskeyRecord = z.object({
  passkeyId: z.uuid(),
  personId: PersonId,
  credentialId: z.string(),
  publicKey: z.instanceof(Uint8Array),
  counter: z.number(),
  transports: z.array(z.string()),
  label: z.string(),
  addedAt: z.date(),
  lastUsedAt: z.date().optional(),
})
export type PasskeyRecord = z.infer<typeof PasskeyRecord>

const PASSKEY = sql`
  select k.id as passkey_id, k.person_id, k.credential_id, k.public_key, k.counter, k.transports, k.label, k.added_at,
         k.last_used_at
    from noroshi.passkey k join noroshi.person p on p.id = k.person_id`

export function listPasskeys(db: Db, personId: PersonId): Promise<PasskeyRecord[]> {
  return findRows(
    db,
    PasskeyRecord,
    sql`${PASSKEY} where k.person_id = ${personId} order by k.added_at, k.id`,
  )
}

const Owner = z.object({ personId: PersonId })

/** Whose passkey it is. */
export async function findPasskeyOwner(
  db: Db,
  credentialId: string,
): Promise<PersonId | undefined> {
  const row = await findRow(
    db,
    Owner,
    sql`select person_id from noroshi.passkey where credential_id = ${credentialId}`,
  )
  return row?.personId
}

/** A passkey whose person may sign in. Locked, so that two uses of one counter take turns. */
export function findPasskey(db: Db, credentialId: string): Promise<PasskeyRecord | undefined> {
  return findRow(
    db,
    PasskeyRecord,
    sql`${PASSKEY} where k.credential_id = ${credentialId} and p.disabled_at is null for update of k`,
  )
}

export async function savePasskey(
  db: Db,
  passkey: Omit<PasskeyRecord, 'lastUsedAt'>,
): Promise<void> {
  await runSql(
    db,
    sql`insert into noroshi.passkey (id, person_id, credential_id, public_key, counter, transports, label, added_at)
        values (${passkey.passkeyId}, ${passkey.personId}, ${passkey.credentialId}, ${Buffer.from(passkey.publicKey)},
                ${passkey.counter}, ${passkey.transports}::text[], ${passkey.label}, ${passkey.addedAt})`,
  )
}

export async function savePasskeyUsed(
  db: Db,
  { passkeyId, counter, now }: { passkeyId: string; counter: number; now: Date },
): Promise<void> {
  await runSql(
    db,
    sql`update noroshi.passkey set counter = ${counter}, last_used_at = ${now} where id = ${passkeyId}`,
  )
}

export function removePasskey(
  db: Db,
  { passkeyId, personId }: { passkeyId: string; personId: PersonId },
): Promise<number> {
  return runSql(
    db,
    sql`delete from noroshi.passkey where id = ${passkeyId} and person_id = ${personId}`,
  )
}

export async function removePasskeysOf(db: Db, personId: PersonId): Promise<void> {
  await runSql(db, sql`delete from noroshi.passkey where person_id = ${personId}`)
}

export async function saveChallenge(
  db: Db,
  challenge: {
    tokenHash: string
    challenge: string
    personId: PersonId | undefined
    now: Date
    expiresAt: Date
  },
): Promise<void> {
  await runSql(db, sql`delete from noroshi.passkey_challenge where expires_at < ${challenge.now}`)
  await runSql(
    db,
    sql`insert into noroshi.passkey_challenge (token_hash, challenge, person_id, expires_at)
        values (${challenge.tokenHash}, ${challenge.challenge}, ${challenge.personId ?? null}, ${challenge.expiresAt})`,
  )
}

const Challenge = z.object({ challenge: z.string() })

/** Takes a challenge out: it is answered once, rightly or wrongly. */
export async function spendChallenge(
  db: Db,
  { tokenHash, personId, now }: { tokenHash: string; personId: PersonId | undefined; now: Date },
): Promise<string | undefined> {
  const row = await findRow(
    db,
    Challenge,
    sql`delete from noroshi.passkey_challenge
         where token_hash = ${tokenHash} and person_id is not distinct from ${personId ?? null}::uuid
           and expires_at > ${now}
        returning challenge`,
  )
  return row?.challenge
}
