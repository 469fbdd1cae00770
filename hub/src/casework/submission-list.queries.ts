import { z } from 'zod'
import { SubmissionRow } from 'contract/analysis'
import type { SubmissionKind, SubmissionState } from 'contract/intake'
import { type Db, findRows, sql } from '../database/index.ts'
import type { PageMark } from './paging.ts'
import { toPattern } from './search-text.ts'

const ListedSubmission = SubmissionRow.omit({ receivedAt: true }).extend({
  receivedAt: z.date(),
  /** The same moment with all its digits, for the mark of the next page. */
  receivedKey: z.string(),
})
export type ListedSubmission = z.infer<typeof ListedSubmission>

export interface SubmissionFilter {
  readonly state?: SubmissionState | undefined
  readonly kind?: SubmissionKind | undefined
  /** A person's id, or `none`. */
  readonly assignee?: string | undefined
  readonly organisationId?: string | undefined
  readonly caseId?: string | undefined
  readonly submissionId?: string | undefined
  /** In the receipt, the title, or the provider's name. */
  readonly text?: string | undefined
  readonly after?: PageMark | undefined
  readonly rows: number
}

/** Submissions as the hub's own people list them, newest first. Groups are those of the day it came. */
export function listSubmissionRows(db: Db, filter: SubmissionFilter): Promise<ListedSubmission[]> {
  const { state, kind, assignee, organisationId, caseId, submissionId, text, after } = filter
  const pattern = text === undefined || text === '' ? null : toPattern(text)
  const person = assignee === undefined || assignee === 'none' ? null : assignee
  return findRows(
    db,
    ListedSubmission,
    sql`select s.id as submission_id, s.receipt, s.title, s.kind, s.channel, s.state, s.provider_kind, s.received_at,
               to_char(s.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as received_key,
               case when o.id is not null then jsonb_build_object('organisationId', o.id, 'name', o.name, 'groups',
                 (select coalesce(jsonb_agg(g.name ->> 'ja' order by g.position, g.token), '[]')
                    from noroshi.groups_of(o.id, (s.received_at at time zone 'Asia/Tokyo')::date) acted
                    join noroshi.sharing_group g on g.id = acted.group_id)) end as organisation,
               case when a.id is not null then jsonb_build_object('personId', a.id, 'name', a.name) end as assignee,
               p.case_id, c.number as case_number, s.mail_count, s.analysis,
               (select count(*)::int from noroshi.finding f join noroshi.mail m on m.id = f.mail_id
                 where m.submission_id = s.id and f.dismissed_at is null) as finding_count,
               (select m.proposal ->> 'value' from noroshi.mail m
                 where m.submission_id = s.id and m.proposal is not null
                 order by array_position(array['strong', 'medium', 'weak'], m.proposal ->> 'confidence'), m.ordinal limit 1) as classification
          from noroshi.submission s
          left join noroshi.organisation o on o.id = s.organisation_id
          left join noroshi.person a on a.id = s.assignee_id
          left join noroshi.case_submission p on p.submission_id = s.id
          left join noroshi.attack_case c on c.id = p.case_id
         where (${state ?? null}::text is null or s.state = ${state ?? null})
           and (${kind ?? null}::text is null or s.kind = ${kind ?? null})
           and (${person}::uuid is null or s.assignee_id = ${person}::uuid)
           and (${assignee === 'none'}::boolean is false or s.assignee_id is null)
           and (${organisationId ?? null}::uuid is null or s.organisation_id = ${organisationId ?? null}::uuid)
           and (${caseId ?? null}::uuid is null or p.case_id = ${caseId ?? null}::uuid)
           and (${submissionId ?? null}::uuid is null or s.id = ${submissionId ?? null}::uuid)
           and (${pattern}::text is null or s.receipt ilike ${pattern} or s.title ilike ${pattern} or o.name ilike ${pattern})
           and (${after?.at ?? null}::timestamptz is null
                or (s.received_at, s.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
         order by s.received_at desc, s.id desc
         limit ${filter.rows}`,
  )
}
