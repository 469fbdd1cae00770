import { VaultSuggestion } from 'contract/community'
import type { z } from 'zod'
import { type Db, findRows, runSql, sql } from '../database/index.ts'
import { SUGGESTIONS_MAX } from './limits.ts'

/**
 * What an organisation's own mails suggest, most often seen first. Its own server's word counts at once; what senders
 * wrote needs two submissions with unlike senders. A domain that ever stood in a sender's place is never suggested.
 */
export function listSuggestions(
  db: Db,
  organisationId: string,
): Promise<z.infer<typeof VaultSuggestion>[]> {
  return findRows(
    db,
    VaultSuggestion,
    sql`with seen as (
          select list, value, min(address) as address, bool_or(witness = 'received') as is_received,
                 count(distinct submission_id)::int as submission_count, count(distinct sender) as senders
            from noroshi.vault_sighting
           where organisation_id = ${organisationId} and witness <> 'foreign'
           group by list, value)
        select s.list, s.value, s.address, s.submission_count, s.is_received
          from seen s
         where (s.is_received or (s.submission_count >= 2 and s.senders >= 2))
           and not exists (select 1 from noroshi.vault_sighting f
                            where f.organisation_id = ${organisationId} and f.witness = 'foreign'
                              and f.list = s.list and f.value = s.value)
           and not exists (select 1 from noroshi.vault_answer a
                            where a.organisation_id = ${organisationId} and a.list = s.list and a.value = s.value)
           and not exists (select 1 from noroshi.organisation_domain d
                            where d.organisation_id = ${organisationId} and s.list = 'domains' and d.domain = s.value)
           and not exists (select 1 from noroshi.organisation_person p
                            where p.organisation_id = ${organisationId} and s.list = 'people'
                              and (s.value = p.name or s.value = any (p.aliases)))
           and not exists (select 1 from noroshi.organisation o
                            where o.id = ${organisationId} and s.list = 'hosts' and s.value = any (o.hosts))
         order by s.submission_count desc, s.list, s.value
         limit ${SUGGESTIONS_MAX}`,
  )
}

/** Keeps an answer; a second one to the same suggestion changes nothing. */
export async function saveAnswer(
  db: Db,
  organisationId: string,
  answer: { list: string; value: string; answer: 'accept' | 'refuse'; at: Date },
): Promise<void> {
  await runSql(
    db,
    sql`insert into noroshi.vault_answer (organisation_id, list, value, answer, answered_at)
        values (${organisationId}, ${answer.list}, ${answer.value}, ${answer.answer}, ${answer.at})
        on conflict do nothing`,
  )
}
