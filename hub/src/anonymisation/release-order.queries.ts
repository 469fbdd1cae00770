import { z } from 'zod'
import { Sha256 } from 'contract/common'
import { type Db, findRow, loadRow, runSql, sql } from '../database/index.ts'

export interface NewReleaseOrder {
  readonly id: string
  readonly bulletinId: string
  readonly contentHash: string
  readonly organisationIds: readonly string[]
  readonly orderedAt: Date
  readonly orderedBy: string
  readonly dueAt: Date
}

export async function insertReleaseOrder(db: Db, order: NewReleaseOrder): Promise<void> {
  await runSql(
    db,
    sql`insert into noroshi.release_order (id, bulletin_id, content_hash, organisation_ids, ordered_at, ordered_by, due_at)
        values (${order.id}, ${order.bulletinId}, ${order.contentHash}, ${[...order.organisationIds]}::uuid[],
          ${order.orderedAt}, ${order.orderedBy}, ${order.dueAt})`,
  )
}

const ReleaseOrder = z.object({
  id: z.uuid(),
  bulletinId: z.uuid(),
  contentHash: Sha256,
  organisationIds: z.array(z.uuid()),
  orderedAt: z.date(),
  orderedBy: z.uuid(),
  orderedByName: z.string(),
  /** Whether whoever ordered it could still order it now. */
  isOrdererLead: z.boolean(),
  dueAt: z.date(),
  outcome: z.enum(['released', 'cancelled', 'stopped']).optional(),
  endedAt: z.date().optional(),
  endedByName: z.string().optional(),
  reason: z.string().optional(),
})
export type ReleaseOrder = z.infer<typeof ReleaseOrder>

const SELECT = sql`
  select o.id, o.bulletin_id, o.content_hash, o.organisation_ids, o.ordered_at, o.ordered_by,
         p.name as ordered_by_name, p.disabled_at is null and 'hub-lead' = any (p.roles) as is_orderer_lead,
         o.due_at, o.outcome, o.ended_at, e.name as ended_by_name, o.reason
    from noroshi.release_order o
    join noroshi.person p on p.id = o.ordered_by
    left join noroshi.person e on e.id = o.ended_by`

/** An order that still runs; nothing when it has ended. The lock on its bulletin is what keeps two of its ends apart. */
export function findOpenReleaseOrder(
  db: Db,
  by: { readonly orderId: string } | { readonly bulletinId: string },
): Promise<ReleaseOrder | undefined> {
  const which = 'orderId' in by ? sql`o.id = ${by.orderId}` : sql`o.bulletin_id = ${by.bulletinId}`
  return findRow(db, ReleaseOrder, sql`${SELECT} where o.outcome is null and ${which}`)
}

/** The newest order of a version, however it ended. */
export function findLastReleaseOrder(
  db: Db,
  bulletinId: string,
): Promise<ReleaseOrder | undefined> {
  return findRow(
    db,
    ReleaseOrder,
    sql`${SELECT} where o.bulletin_id = ${bulletinId} order by o.ordered_at desc, o.id limit 1`,
  )
}

export async function endReleaseOrder(
  db: Db,
  bulletinId: string,
  end: {
    readonly outcome: 'released' | 'cancelled' | 'stopped'
    readonly at: Date
    readonly by: string | undefined
    readonly reason: string | undefined
  },
): Promise<void> {
  await runSql(
    db,
    sql`update noroshi.release_order
           set outcome = ${end.outcome}, ended_at = ${end.at}, ended_by = ${end.by ?? null}, reason = ${end.reason ?? null}
         where bulletin_id = ${bulletinId} and outcome is null`,
  )
}

/** What time it is for the queue, which goes by the database's clock. */
export async function loadQueueTime(db: Db): Promise<Date> {
  const { at } = await loadRow(db, z.object({ at: z.date() }), sql`select clock_timestamp() as at`)
  return at
}
