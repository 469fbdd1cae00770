import { z } from 'zod'
import { type Db, sql } from '../database/db.ts'
import { findRow, runSql } from '../database/query.ts'

/** Notes a proof. A session that waited for its second factor is complete by it and lasts as long as others. */
export async function saveProof(
  db: Db,
  { sessionId, provedUntil, endsAt }: { sessionId: string; provedUntil: Date; endsAt: Date },
): Promise<void> {
  await runSql(
    db,
    sql`update noroshi.session
           set proved_until = ${provedUntil}, wrong_proofs = 0, second_factor = true,
               ends_at = case when second_factor then ends_at else ${endsAt}::timestamptz end
         where id = ${sessionId}`,
  )
}

const WrongProofs = z.object({ wrongProofs: z.number() })

/** Counts an attempt and says how many there were since the last that proved. The update makes two at once take turns. */
export async function countProof(db: Db, sessionId: string): Promise<number> {
  const row = await findRow(
    db,
    WrongProofs,
    sql`update noroshi.session set wrong_proofs = wrong_proofs + 1 where id = ${sessionId}
        returning wrong_proofs`,
  )
  return row?.wrongProofs ?? 0
}
