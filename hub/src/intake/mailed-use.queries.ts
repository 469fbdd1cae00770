import type { OrganisationId } from 'contract/common'
import { z } from 'zod'
import { type Db, loadRow, runSql, sql } from '../database/index.ts'

const Use = z.object({
  dayBytes: z.number(),
  dayMails: z.number(),
  networkBytes: z.number(),
  networkMails: z.number(),
})
export type MailedUse = z.infer<typeof Use>

interface Mailed {
  /** Absent for a gateway of the hub's own, before which are many networks. */
  readonly network: string | undefined
  readonly day: string
}

/** Counts one mail; the whole count stays locked until the transaction ends. */
export function countMailed(
  db: Db,
  { network, day, bytes }: Mailed & { readonly bytes: number },
): Promise<MailedUse> {
  return loadRow(
    db,
    Use,
    sql`select day_bytes, day_mails, network_bytes, network_mails
          from noroshi.count_mailed(${network ?? null}::text, ${day}::date, ${bytes})`,
  )
}

/** What came in by mail on a day, from everywhere and from one network. */
export function loadMailedUse(db: Db, { network, day }: Mailed): Promise<MailedUse> {
  return loadRow(
    db,
    Use,
    sql`select coalesce(sum(bytes) filter (where network = ''), 0)::float8 as day_bytes,
               coalesce(sum(mails) filter (where network = ''), 0)::int as day_mails,
               coalesce(sum(bytes) filter (where network = ${network ?? null}), 0)::float8 as network_bytes,
               coalesce(sum(mails) filter (where network = ${network ?? null}), 0)::int as network_mails
          from noroshi.mailed_use where on_day = ${day}::date`,
  )
}

/** Counts a mail that was asked to come again another day. */
export async function countTurnedAway(
  db: Db,
  { organisationId, day }: { organisationId: OrganisationId | undefined; day: string },
): Promise<void> {
  await runSql(
    db,
    sql`insert into noroshi.mail_turned_away as t (organisation_id, on_day, times)
        values (${organisationId ?? null}, ${day}::date, 1)
        on conflict (organisation_id) do update
           set times = case when t.on_day >= excluded.on_day then t.times else 0 end + 1,
               on_day = greatest(t.on_day, excluded.on_day)`,
  )
}

const Times = z.object({ times: z.number() })

/** How often that happened on a day: to one organisation, or to all the reader may see. */
export async function loadTurnedAway(
  db: Db,
  { organisationId, day }: { organisationId?: OrganisationId; day: string },
): Promise<number> {
  const { times } = await loadRow(
    db,
    Times,
    sql`select coalesce(sum(times), 0)::int as times from noroshi.mail_turned_away
         where on_day = ${day}::date
           and (${organisationId ?? null}::uuid is null or organisation_id = ${organisationId ?? null}::uuid)`,
  )
  return times
}
