import { BulletinState } from 'contract/bulletin'
import { BulletinId, CaseId } from 'contract/common'
import { z } from 'zod'
import { type Db, findRows, loadRow, sql } from '../database/index.ts'
import { RESTRICTION_LIMITS as limits } from './limits.ts'

const ClosedText = z.object({
  bulletinId: BulletinId,
  number: z.string(),
  state: BulletinState,
  since: z.date(),
  caseId: CaseId.optional(),
})
export type ClosedText = z.infer<typeof ClosedText>

/** Texts to approve, on their way out or out, of which something is closed to the lead who calls; nobody else gets any. */
export function listClosedTexts(db: Db): Promise<ClosedText[]> {
  return findRows(
    db,
    ClosedText,
    sql`select id as bulletin_id, number, state, since, case_id from noroshi.closed_texts()
         where state <> 'corrected' order by since desc, id limit ${limits.closedShownMax}`,
  )
}

/** Whether it can be stopped or taken back although something of it is closed to the lead who calls. */
export async function isClosedText(db: Db, bulletinId: string): Promise<boolean> {
  const { isClosed } = await loadRow(
    db,
    z.object({ isClosed: z.boolean() }),
    sql`select exists (select 1 from noroshi.closed_texts()
                        where id = ${bulletinId} and state in ('releasing', 'released', 'corrected')) as is_closed`,
  )
  return isClosed
}
