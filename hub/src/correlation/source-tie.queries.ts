import { z } from 'zod'
import { SubmissionId } from 'contract/common'
import { type Db, findRows, sql } from '../database/index.ts'
import {
  ORDINARY_PER_PROBE_MAX,
  RARE_SOURCE_PROVIDERS_MAX,
  SOURCE_SUBMISSIONS_MAX,
  VALUES_MAX,
} from './limits.ts'

const SharedSource = z.object({
  submissionId: SubmissionId,
  value: z.string(),
  /** Providers in the whole hub that saw it. */
  providerCount: z.number().int(),
  /** Seen there in a mail, as the host that sent it or that a link leads to, not in an access log. */
  isInMail: z.boolean(),
  /** Days between the two; absent when one of them tells no time. */
  daysApart: z.number().optional(),
})
export type SharedSource = z.infer<typeof SharedSource>

/** Sources that attack, in the logs of whatever stands before `on`. */
const attacking = sql`s.weight <> 'weak' and s.probes * ${ORDINARY_PER_PROBE_MAX}::int >= s.requests`

/**
 * Attacking sources of access logs that this submission shares with others: in their logs, or in a mail as the host
 * that sent it or that a link leads to. A source that many providers see scans the whole network, and one that
 * mostly asked for ordinary pages is many people behind one address: neither says who attacked.
 */
export function listSharedSources(db: Db, submissionId: string): Promise<SharedSource[]> {
  return findRows(
    db,
    SharedSource,
    sql`with from_logs as materialized (
          select s.value, min(s.first_at) as first_at, max(s.last_at) as last_at
            from noroshi.web_log_source s join noroshi.web_log l on l.id = s.web_log_id
           where l.submission_id = ${submissionId} and ${attacking}
           group by s.value limit ${VALUES_MAX}
        ), from_mails as materialized (
          select i.value, min(m.arrived_at) as first_at, max(m.arrived_at) as last_at
            from noroshi.indicator i join noroshi.mail m on m.id = i.mail_id
           where m.submission_id = ${submissionId} and i.type in ('ipv4', 'ipv6')
           group by i.value limit ${VALUES_MAX}
        ), mine as (
          select *, true as is_log from from_logs
          union all select *, false from from_mails
        ), seen as materialized (
          select mine.value, mine.first_at as own_first_at, mine.last_at as own_last_at, found.*
            from mine cross join lateral (
              (select l.submission_id, false as is_in_mail, min(s.first_at) as first_at, max(s.last_at) as last_at
                 from noroshi.web_log_source s join noroshi.web_log l on l.id = s.web_log_id
                where s.value = mine.value and ${attacking}
                group by l.submission_id limit ${SOURCE_SUBMISSIONS_MAX})
              union all
              (select m.submission_id, true, min(m.arrived_at), max(m.arrived_at)
                 from noroshi.indicator i join noroshi.mail m on m.id = i.mail_id
                where mine.is_log and i.type in ('ipv4', 'ipv6')
                  and md5(i.value) = md5(mine.value) and i.value = mine.value
                group by m.submission_id limit ${SOURCE_SUBMISSIONS_MAX})) found
        ), counted as (
          select value, count(distinct coalesce(s.organisation_id, s.id)) as providers
            from seen join noroshi.submission s on s.id = seen.submission_id
           group by value
        )
        select seen.submission_id, seen.value, counted.providers::int as provider_count,
               bool_and(seen.is_in_mail) as is_in_mail,
               min(extract(epoch from greatest(seen.first_at - seen.own_last_at, seen.own_first_at - seen.last_at, interval '0')) / 86400)::float8 as days_apart
          from seen join counted using (value)
         where seen.submission_id <> ${submissionId} and counted.providers <= ${RARE_SOURCE_PROVIDERS_MAX}
         group by seen.submission_id, seen.value, counted.providers
         order by seen.submission_id, seen.value`,
  )
}
