import type { OrganisationId, SubmissionId } from 'contract/common'
import { json, runSql, sql } from '../database/index.ts'
import { newId, newShortCode } from '../ids.ts'
import type { TestHub } from './with-hub.ts'

const WISHES = {
  groupIds: [],
  tlp: 'AMBER',
  keepBack: '',
  mayAppearInReport: false,
  approvesFirst: true,
}

export interface SubmissionToSeed {
  readonly at: Date
  readonly items: number
  readonly mails?: number
  readonly kind?: string
  readonly providerKind?: 'member' | 'affiliate' | 'outside' | 'hub'
  readonly organisationId?: OrganisationId
}

/** Submissions as they stand after analysis, written in one statement. Answers their ids in the order given. */
export async function seedSubmissions(
  hub: TestHub,
  submissions: readonly SubmissionToSeed[],
): Promise<SubmissionId[]> {
  const rows = submissions.map(
    ({ at, items, mails = 1, kind = 'suspicious-mail', ...from }, index) => ({
      id: newId<SubmissionId>(),
      receipt: `S-${newShortCode(10)}`,
      provider_kind: from.providerKind ?? 'member',
      organisation_id: from.organisationId ?? null,
      kind,
      received_at: at.toISOString(),
      items,
      mails,
      title: `Submission ${index}`,
    }),
  )
  const dates = { submittedOn: '2020-01-01', ...unknownDates }
  await hub.inStaff((db) =>
    runSql(
      db,
      sql`insert into noroshi.submission (id, receipt, organisation_id, provider_kind, kind, channel, state, analysis,
                                          title, received_at, wishes, dates, mail_count, items_proposed)
          select id, receipt, organisation_id, provider_kind, kind, 'web', 'analysed', 'done', title, received_at,
                 ${json(WISHES)}, ${json(dates)}, mails, items
            from jsonb_to_recordset(${json(rows)})
              as s (id uuid, receipt text, organisation_id uuid, provider_kind text, kind text, received_at timestamptz,
                    items int, mails int, title text)`,
    ),
  )
  return rows.map(({ id }) => id)
}

const unknown = { known: 'unknown' } as const
const unknownDates = {
  occurredOn: unknown,
  detectedOn: unknown,
  arrivedOn: unknown,
  confirmedOn: unknown,
}

export interface ReleaseToSeed {
  readonly at: Date
  readonly isHubSourced?: boolean
  /** A correction carries the number of the bulletin it corrects. */
  readonly number?: string
  readonly version?: number
  readonly state?: 'released' | 'withdrawn'
}

/** Released bulletins, as the sharing step leaves them. Answers their numbers. */
export async function seedReleases(
  hub: TestHub,
  releases: readonly ReleaseToSeed[],
): Promise<string[]> {
  const lead = await hub.personOf('lead')
  const rows = releases.map(
    ({ at, isHubSourced = false, number, version = 1, state = 'released' }) => ({
      bulletin_id: newId(),
      release_id: newId(),
      number: number ?? `B-${newShortCode(10)}`,
      is_hub_sourced: isHubSourced,
      at: at.toISOString(),
      version,
      state,
    }),
  )
  const columns = sql`jsonb_to_recordset(${json(rows)})
    as b (bulletin_id uuid, release_id uuid, number text, is_hub_sourced boolean, at timestamptz, version int, state text)`
  const title = { ja: '共有情報', en: 'Bulletin' }
  await hub.inStaff(async (db) => {
    await runSql(
      db,
      sql`insert into noroshi.bulletin (id, number, is_hub_sourced, state, version, content, content_hash, created_at, updated_at)
          select bulletin_id, number, is_hub_sourced, state, version, ${json({ title })}, repeat('0', 64), at, at from ${columns}`,
    )
    await runSql(
      db,
      sql`insert into noroshi.release (id, number, version, state, title, tlp, content_text, released_on, audience)
          select release_id, number, version, state, ${json(title)}, 'AMBER', '{}', at::date, '{0}' from ${columns}`,
    )
    await runSql(
      db,
      sql`insert into noroshi.release_origin (release_id, bulletin_id, content_hash, group_ids, released_at, released_by)
          select release_id, bulletin_id, repeat('0', 64), '{}', at, ${lead}::uuid from ${columns}`,
    )
  })
  return rows.map(({ number }) => number)
}
