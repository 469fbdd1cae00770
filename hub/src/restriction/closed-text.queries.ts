import { BulletinState } from 'contract/bulletin'
import { BulletinId } from 'contract/common'
import { z } from 'zod'
import { type Db, findRows, loadRow, sql } from '../database/index.ts'
import { RESTRICTION_LIMITS as limits } from './limits.ts'

const ClosedText = z.object({
  bulletinId: BulletinId,
  number: z.string(),
  state: BulletinState,
  since: z.date(),
})
export type ClosedText = z.infer<typeof ClosedText>

/** Texts on their way out or out of which something is closed to the lead who calls; nobody else gets any. */
export function listClosedTexts(db: Db): Promise<ClosedText[]> {
  return findRows(
    db,
    ClosedText,
    sql`select id as bulletin_id, number, state, since from noroshi.closed_texts()
         where state <> 'corrected' order by since desc, id limit ${limits.closedShownMax}`,
  )
}

export async function isClosedText(db: Db, bulletinId: string): Promise<boolean> {
  const { isClosed } = await loadRow(
    db,
    z.object({ isClosed: z.boolean() }),
    sql`select exists (select 1 from noroshi.closed_texts() where id = ${bulletinId}) as is_closed`,
  )
  return isClosed
}
