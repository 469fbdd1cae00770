import { z } from 'zod'
import type { PersonId } from 'contract/common'
import { BreakdownLine } from 'contract/statistics'
import { type Db, findRow, findRows, json, runSql, sql } from '../database/index.ts'

const IndustryContributions = z.object({
  industry: z.string(),
  /** Items of each organisation that provided any, as 表1 counts them. */
  items: z.array(z.number().int()),
  /** Organisations of the industry in any group on the quarter's last day, and all that provided. */
  population: z.number().int(),
})
export type IndustryContributions = z.infer<typeof IndustryContributions>

/** What each industry provided in a quarter as it stood before a moment; industries without anybody are left out. */
export function listContributions(
  db: Db,
  quarter: string,
  before: Date,
): Promise<IndustryContributions[]> {
  return findRows(
    db,
    IndustryContributions,
    sql`with provided as (
          select s.organisation_id, sum(c.items)::int as items
            from noroshi.counted_submissions(${quarter}, ${before}) c
            join noroshi.submission s on s.id = c.submission_id
           where c.provider_kind in ('member', 'affiliate') and s.organisation_id is not null
           group by s.organisation_id having sum(c.items) > 0),
        last_day as (select (noroshi.quarter_ends(${quarter}) at time zone 'Asia/Tokyo')::date - 1 as day)
        select o.industry, coalesce(array_agg(p.items order by p.items desc) filter (where p.items is not null), '{}') as items,
               count(*)::int as population
          from noroshi.organisation o
          left join provided p on p.organisation_id = o.id
         where p.items is not null or exists (
                 select 1 from noroshi.membership m, last_day d
                  where m.organisation_id = o.id and m.joined_on <= d.day and (m.left_on is null or m.left_on > d.day))
         group by o.industry order by o.industry`,
  )
}

const Published = z.object({ lines: z.array(BreakdownLine) })

/** The lines as they were published, for everybody; nothing before that. */
export async function findPublishedLines(
  db: Db,
  quarter: string,
): Promise<readonly BreakdownLine[] | undefined> {
  const found = await findRow(
    db,
    Published,
    sql`select lines from noroshi.published_breakdown where quarter = ${quarter}`,
  )
  return found?.lines
}

/** Keeps the lines for good. False when the quarter was published before. */
export async function savePublishedLines(
  db: Db,
  { quarter, lines }: { quarter: string; lines: readonly BreakdownLine[] },
  { by, at }: { by: PersonId; at: Date },
): Promise<boolean> {
  const rows = await runSql(
    db,
    sql`insert into noroshi.published_breakdown (quarter, lines, published_at, published_by)
        values (${quarter}, ${json(lines)}, ${at}, ${by}) on conflict (quarter) do nothing`,
  )
  return rows === 1
}
