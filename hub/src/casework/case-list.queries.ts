import { z } from 'zod'
import { CaseRow, type CaseState } from 'contract/case'
import type { Classification } from 'contract/common'
import { type Db, findRows, sql } from '../database/index.ts'
import type { PageMark } from './paging.ts'
import { toPattern } from './search-text.ts'

const ListedCase = CaseRow.omit({ openedAt: true }).extend({
  openedAt: z.date(),
  openedKey: z.string(),
})
export type ListedCase = z.infer<typeof ListedCase>

export interface CaseFilter {
  readonly state?: CaseState | undefined
  readonly classification?: Classification | undefined
  /** In the number, the title, or the receipt of a submission in it. */
  readonly text?: string | undefined
  readonly caseId?: string | undefined
  readonly after?: PageMark | undefined
  readonly rows: number
}

/** Cases, newest first. One whose opening was undone is found by its id alone. */
export function listCaseRows(db: Db, filter: CaseFilter): Promise<ListedCase[]> {
  const { state, classification, text, caseId, after } = filter
  const pattern = text === undefined || text === '' ? null : toPattern(text)
  return findRows(
    db,
    ListedCase,
    sql`select c.id as case_id, c.number, c.title, c.state, c.classification, c.opened_at,
               to_char(c.opened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as opened_key,
               coalesce(inside.submissions, 0) as submission_count, coalesce(inside.providers, 0) as provider_count,
               coalesce(inside.mails, 0) as mail_count,
               case when a.id is not null then jsonb_build_object('personId', a.id, 'name', a.name) end as assignee,
               (select coalesce(jsonb_agg(jsonb_build_object('bulletinId', b.id, 'number', b.number, 'state', b.state)
                                          order by b.created_at, b.id), '[]')
                  from noroshi.bulletin b where b.case_id = c.id) as bulletins
          from noroshi.attack_case c
          left join noroshi.person a on a.id = c.assignee_id
          left join lateral (
                 select count(*)::int as submissions, sum(s.mail_count)::int as mails,
                        count(distinct coalesce(s.organisation_id, '00000000-0000-0000-0000-000000000000'))::int as providers
                   from noroshi.case_submission p join noroshi.submission s on s.id = p.submission_id
                  where p.case_id = c.id) inside on true
         where (${caseId ?? null}::uuid is null or c.id = ${caseId ?? null}::uuid)
           and (c.withdrawn_at is null or c.id = ${caseId ?? null}::uuid)
           and (${state ?? null}::text is null or c.state = ${state ?? null})
           and (${classification ?? null}::text is null or c.classification = ${classification ?? null})
           and (${pattern}::text is null or c.number ilike ${pattern} or c.title ilike ${pattern}
                or exists (select 1 from noroshi.case_submission p join noroshi.submission s on s.id = p.submission_id
                            where p.case_id = c.id and s.receipt ilike ${pattern}))
           and (${after?.at ?? null}::timestamptz is null
                or (c.opened_at, c.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
         order by c.opened_at desc, c.id desc
         limit ${filter.rows}`,
  )
}
