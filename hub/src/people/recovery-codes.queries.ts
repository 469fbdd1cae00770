import type { PersonId } from 'contract/common'
import { z } from 'zod'
import { type Db, sql } from '../database/db.ts'
import { findRow, runSql } from '../database/query.ts'

/** Puts new codes in the place of all earlier ones, used or not. */
export async function replaceRecoveryCodes(
  db: Db,
  { personId, hashes, now }: { personId: PersonId; hashes: readonly string[]; now: Date },
): Promise<void> {
  await removeRecoveryCodes(db, personId)
  await runSql(
    db,
    sql`insert into noroshi.recovery_code (code_hash, person_id, made_at)
        select unnest(${[...hashes]}::text[]), ${personId}::uuid, ${now}::timestamptz`,
  )
}

export async function removeRecoveryCodes(db: Db, personId: PersonId): Promise<void> {
  await runSql(db, sql`delete from noroshi.recovery_code where person_id = ${personId}`)
}

/** Uses a code up. Zero when there is none or it was used; of two requests at once only one finds it. */
export function spendRecoveryCodeRow(
  db: Db,
  { personId, codeHash, now }: { personId: PersonId; codeHash: string; now: Date },
): Promise<number> {
  return runSql(
    db,
    sql`update noroshi.recovery_code set used_at = ${now}
         where code_hash = ${codeHash} and person_id = ${personId} and used_at is null`,
  )
}

const CodesLeft = z.object({ left: z.number(), madeAt: z.date().optional() })

/** How many codes are still good, and when they were made; no moment when there never were any. */
export async function countRecoveryCodes(
  db: Db,
  personId: PersonId,
): Promise<z.infer<typeof CodesLeft>> {
  const row = await findRow(
    db,
    CodesLeft,
    sql`select count(*) filter (where used_at is null) as left, max(made_at) as made_at
          from noroshi.recovery_code where person_id = ${personId}`,
  )
  return row ?? { left: 0 }
}
