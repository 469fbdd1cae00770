import { z } from 'zod'
import { ApprovalRow } from 'contract/bulletin'
import { type Db, findRow, findRows, runSql, sql } from '../database/index.ts'

const Answer = z.object({
  approvalId: z.uuid(),
  state: ApprovalRow.shape.state.extract([
    'approved',
    'changes-asked',
    'refused',
    'withdrawn',
    'answered',
  ]),
  answeredBy: z.uuid().optional(),
})
export type Answer = z.infer<typeof Answer>

const UNSETTLED = sql`state in ('approved', 'changes-asked', 'refused', 'withdrawn', 'answered')
  and settled_as is distinct from state`

/** Answers of a bulletin's providers that have not been carried over to it, as they came. */
export function listUnsettled(db: Db, bulletinId: string): Promise<Answer[]> {
  return findRows(
    db,
    Answer,
    sql`select id as approval_id, state, answered_by from noroshi.approval_request
         where bulletin_id = ${bulletinId} and ${UNSETTLED} order by answered_at, id`,
  )
}

/** What was carried over is what was read: whoever takes an answer back meanwhile is heard by the next who settles. */
export async function saveSettled(db: Db, answers: readonly Answer[]): Promise<void> {
  const ids = answers.map(({ approvalId }) => approvalId)
  const states = answers.map(({ state }) => state)
  await runSql(
    db,
    sql`update noroshi.approval_request request set settled_as = answer.state
          from unnest(${ids}::uuid[], ${states}::text[]) as answer (id, state) where request.id = answer.id`,
  )
}

/** Whether a provider has not answered yet. */
export async function isWaitedFor(db: Db, bulletinId: string): Promise<boolean> {
  const row = await findRow(
    db,
    z.object({ id: z.uuid() }),
    sql`select id from noroshi.approval_request
         where bulletin_id = ${bulletinId} and state = 'waiting' limit 1`,
  )
  return row !== undefined
}

/** Nobody answers while this transaction lasts. */
export async function lockAnswers(db: Db, bulletinId: string): Promise<void> {
  await findRows(
    db,
    z.object({ id: z.uuid() }),
    sql`select id from noroshi.approval_request where bulletin_id = ${bulletinId} order by id for update`,
  )
}
