import { z } from 'zod'
import { Day, Quarter } from 'contract/common'
import type { Figure } from 'contract/statistics'
import { type Db, findRow, findRows, loadRow, sql } from '../database/index.ts'
import { ITEMS_MAX } from './limits.ts'

const PublishedFigures = z.object({
  quarter: Quarter,
  source: z.enum(['counted', 'imported']),
  submissions: z.number().int(),
  bulletins: z.number().int(),
  hubSourced: z.number().int(),
  targeted: z.number().int(),
})
export type PublishedFigures = z.infer<typeof PublishedFigures>

const QuarterFigures = PublishedFigures.extend({
  fromMember: z.number().int(),
  fromAffiliate: z.number().int(),
  fromOutside: z.number().int(),
  fromHub: z.number().int(),
  corrections: z.number().int(),
})
export type QuarterFigures = z.infer<typeof QuarterFigures>

/** Figures of these quarters as they stood before a moment; see the functions of migration 0007. For staff. */
export function listQuarterFigures(
  db: Db,
  quarters: readonly string[],
  before: Date,
): Promise<QuarterFigures[]> {
  return findRows(
    db,
    QuarterFigures,
    sql`select f.* from unnest(${[...quarters]}::text[]) with ordinality as asked (quarter, place),
               lateral noroshi.quarter_figures(asked.quarter, ${before}) f
         order by asked.place`,
  )
}

/** The same for a member, for quarters that are over; none while the last one still runs. */
export function listPublishedFigures(
  db: Db,
  quarters: readonly string[],
): Promise<PublishedFigures[]> {
  return findRows(
    db,
    PublishedFigures,
    sql`select * from noroshi.published_figures(${[...quarters]}::text[])`,
  )
}

const StructureTotals = z.object({
  sigCount: z.number().int(),
  sigMembershipCount: z.number().int(),
  frameworkCount: z.number().int(),
})
export type StructureTotals = z.infer<typeof StructureTotals>

/** Groups and memberships of the whole community on a day. For staff. */
export function loadStructureTotals(db: Db, day: string): Promise<StructureTotals> {
  return loadRow(db, StructureTotals, sql`select * from noroshi.structure_totals(${day}::date)`)
}

/** The same for a member, on the last day of a quarter that is over. */
export function loadPublishedStructureTotals(db: Db, quarter: string): Promise<StructureTotals> {
  return loadRow(
    db,
    StructureTotals,
    sql`select * from noroshi.published_structure_totals(${quarter})`,
  )
}

const CountedItem = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  countedOn: Day,
  items: z.number().int(),
  correction: z.string().optional(),
})
export type CountedItem = z.infer<typeof CountedItem>

/** What a figure counts, one row for each submission or bulletin, in the order in which they came. */
export function listCountedItems(
  db: Db,
  figure: Figure,
  { quarter, before }: { quarter: string; before: Date },
): Promise<CountedItem[]> {
  return findRows(
    db,
    CountedItem,
    figure === 'submissions'
      ? countedSubmissions(quarter, before)
      : countedBulletins(quarter, before),
  )
}

const countedSubmissions = (quarter: string, before: Date) => sql`
  select s.id, s.receipt as number, s.title, (s.received_at at time zone 'Asia/Tokyo')::date as counted_on, k.items,
         (select c.reason from noroshi.count_correction c
           where c.submission_id = s.id and c.corrected_at < ${before} order by c.corrected_at desc limit 1) as correction
    from noroshi.counted_submissions(${quarter}, ${before}) k join noroshi.submission s on s.id = k.submission_id
   where k.provider_kind in ('member', 'affiliate')
   order by s.received_at, s.id limit ${ITEMS_MAX}`

const countedBulletins = (quarter: string, before: Date) => sql`
  select b.id, b.number, b.content -> 'title' ->> 'ja' as title,
         (k.released_at at time zone 'Asia/Tokyo')::date as counted_on, 1 as items
    from noroshi.counted_bulletins(${quarter}, ${before}) k join noroshi.bulletin b on b.id = k.bulletin_id
   order by k.released_at, b.id limit ${ITEMS_MAX}`

/** Figures taken over for this quarter, if there are any. */
export function findImported(db: Db, quarter: string) {
  return findRow(
    db,
    z.object({ submissions: z.number(), bulletins: z.number() }),
    sql`select submissions, bulletins from noroshi.imported_figure where quarter = ${quarter}`,
  )
}
