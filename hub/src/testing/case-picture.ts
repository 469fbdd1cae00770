import { z } from 'zod'
import { findRows, json, runSql, sql } from '../database/index.ts'
import { newId, newShortCode } from '../ids.ts'
import type { TestHub } from './with-hub.ts'

const Picture = z.object({ thing: z.string(), says: z.string() })

/**
 * Everything a person can see of cases and what is in them, as lines to compare. Withdrawn cases are left out:
 * to people they do not exist.
 */
export async function pictureCases(hub: TestHub): Promise<string[]> {
  const rows = await hub.inStaff((db) =>
    findRows(
      db,
      Picture,
      sql`select 'case ' || id as thing,
                 jsonb_build_array(number, title, state, classification, classification_reason, classified_by,
                                   closed_at, merged_into, proposal)::text as says
            from noroshi.attack_case where withdrawn_at is null
          union all
          select 'submission ' || s.id,
                 jsonb_build_array(s.state, s.set_aside_reason, p.case_id, p.added_at, p.reasons)::text
            from noroshi.submission s left join noroshi.case_submission p on p.submission_id = s.id
           order by 1`,
    ),
  )
  return rows.map(({ thing, says }) => `${thing}: ${says}`)
}

/** A bulletin of a case in some state, without its text. */
export async function seedBulletinOf(hub: TestHub, caseId: string, state: string): Promise<string> {
  const id = newId()
  const content = { title: { ja: '共有情報', en: 'Bulletin' } }
  await hub.inStaff((db) =>
    runSql(
      db,
      sql`insert into noroshi.bulletin (id, number, case_id, is_hub_sourced, state, content, content_hash, created_at, updated_at)
          values (${id}, ${`B-${newShortCode(8)}`}, ${caseId}, false, ${state}, ${json(content)}, repeat('0', 64),
                  ${hub.clock.now()}, ${hub.clock.now()})`,
    ),
  )
  return id
}

/** A request for approval that is due at a moment. */
export async function seedApprovalOf(
  hub: TestHub,
  bulletinId: string,
  organisationId: string,
  dueAt: Date,
): Promise<void> {
  await hub.inStaff((db) =>
    runSql(
      db,
      sql`insert into noroshi.approval_request (id, bulletin_id, version, organisation_id, content_hash, state, asked_at,
                                                due_at, bulletin_number, content, sent, replaced, audience, alias, trace_count)
          values (${newId()}, ${bulletinId}, 1, ${organisationId}, repeat('0', 64), 'waiting', ${hub.clock.now()}, ${dueAt},
                  'B', '{}', '[]', '[]', '{}', '{}', 0)`,
    ),
  )
}
