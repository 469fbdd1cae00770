import { z } from 'zod'
import { type Db, sql } from '../database/db.ts'
import { findRow, runSql } from '../database/query.ts'

export async function saveProof(
  db: Db,
  { sessionId, provedUntil }: { sessionId: string; provedUntil: Date },
): Promise<void> {
  await runSql(
    db,
    sql`update noroshi.session set proved_until = ${provedUntil}, wrong_proofs = 0 where id = ${sessionId}`,
  )
}

const WrongProofs = z.object({ wrongProofs: z.number() })

/** Counts a wrong proof and says how many there were. The update makes two at once take turns. */
export async function countWrongProof(db: Db, sessionId: string): Promise<number> {
  const row = await findRow(
    db,
    WrongProofs,
    sql`update noroshi.session set wrong_proofs = wrong_proofs + 1 where id = ${sessionId}
        returning wrong_proofs`,
  )
  return row?.wrongProofs ?? 0
}
