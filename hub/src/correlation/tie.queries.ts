import { z } from 'zod'
import { CaseId, SubmissionId } from 'contract/common'
import { type Db, findRows, sql } from '../database/index.ts'
import { RARE_MAILS_MAX, VALUES_MAX } from './limits.ts'
import { WELL_KNOWN_DOMAINS } from './well-known-domains.ts'

const SharedValue = z.object({
  submissionId: SubmissionId,
  kind: z.enum(['attachment', 'from', 'reply-to', 'link']),
  value: z.string(),
  /** Mails in the whole hub that have it. */
  mailCount: z.number().int(),
})
export type SharedValue = z.infer<typeof SharedValue>

/**
 * Rare values this submission shares with others: attachments, sender and reply addresses, link hosts.
 * What many mails have, well-known domains and the community's own domains are left out, for they say
 * nothing about an attacker.
 */
export function listSharedValues(db: Db, submissionId: string): Promise<SharedValue[]> {
  const known = [...WELL_KNOWN_DOMAINS]
  return findRows(
    db,
    SharedValue,
    sql`with community as (select domain from noroshi.organisation_domain),
        mine as materialized (
          select distinct i.type, i.value,
                 case when i.type = 'email-address' then i.context else 'link' end as kind
            from noroshi.indicator i join noroshi.mail m on m.id = i.mail_id
           where m.submission_id = ${submissionId}
             and ((i.type = 'email-address' and i.context in ('from', 'reply-to')
                   and split_part(i.value, '@', 2) not in (select domain from community))
               or (i.type in ('domain', 'ipv4', 'ipv6') and i.context in ('link', 'link-target', 'file-link', 'qr')
                   and not exists (select 1 from unnest(${known}::text[]) w where i.value = w or i.value like '%.' || w)
                   and i.value not in (select domain from community)))
           limit ${VALUES_MAX}
        ), seen as materialized (
          select mine.kind, mine.value, found.mail_id
            from mine cross join lateral (
                   select distinct i.mail_id from noroshi.indicator i
                    where i.type = mine.type and md5(i.value) = md5(mine.value) and i.value = mine.value
                      and (i.context = mine.kind or (mine.kind = 'link' and i.context in ('link', 'link-target', 'file-link', 'qr')))
                    limit ${RARE_MAILS_MAX + 1}) found
        ), files as materialized (
          select distinct a.sha256 from noroshi.artefact a join noroshi.mail m on m.id = a.mail_id
           where m.submission_id = ${submissionId} and a.kind in ('attachment', 'archive-member', 'embedded') and a.size_bytes > 0
           limit ${VALUES_MAX}
        ), all_seen as materialized (
          select * from seen
          union all
          select 'attachment', files.sha256, found.mail_id
            from files cross join lateral (
                   select distinct a.mail_id from noroshi.artefact a
                    where a.sha256 = files.sha256 and a.kind in ('attachment', 'archive-member', 'embedded')
                    limit ${RARE_MAILS_MAX + 1}) found
        ), rare as materialized (
          select *, count(*) over (partition by kind, value) as mail_count from all_seen
        )
        select distinct m.submission_id, rare.kind, rare.value, rare.mail_count::int
          from rare join noroshi.mail m on m.id = rare.mail_id
         where rare.mail_count <= ${RARE_MAILS_MAX} and m.submission_id <> ${submissionId}
         order by m.submission_id, rare.kind, rare.value`,
  )
}

const TiedPlace = z.object({
  submissionId: SubmissionId,
  receipt: z.string(),
  title: z.string(),
  caseId: CaseId.optional(),
  caseNumber: z.string().optional(),
  caseTitle: z.string().optional(),
})
export type TiedPlace = z.infer<typeof TiedPlace>

/** Where tied submissions are now: in a case, or by themselves. */
export function listTiedPlaces(db: Db, submissionIds: readonly string[]): Promise<TiedPlace[]> {
  return findRows(
    db,
    TiedPlace,
    sql`select s.id as submission_id, s.receipt, s.title, c.id as case_id, c.number as case_number, c.title as case_title
          from noroshi.submission s
          left join noroshi.case_submission p on p.submission_id = s.id
          left join noroshi.attack_case c on c.id = p.case_id
         where s.id = any (${[...submissionIds]}::uuid[])
         order by s.received_at, s.id`,
  )
}
