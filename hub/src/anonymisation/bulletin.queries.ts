import { z } from 'zod'
import { BulletinState, type LeakCheck } from 'contract/bulletin'
import { Bilingual, Tlp } from 'contract/common'
import { type Db, findRow, findRows, json, loadRow, runSql, sql } from '../database/index.ts'
import { BulletinRecord, type BulletinText } from './bulletin-record.ts'

const COLUMNS = sql`id, number, case_id, is_hub_sourced, state, version, corrects, content, content_hash,
  group_ids, lane, questions, decisions, aliases, permitted, leak_check, created_at, updated_at, edited_by, settling, approved_at`

/** A UUID array parameter. */
const uuids = (ids: readonly string[]) => sql`${[...ids]}::uuid[]`

export async function insertBulletin(
  db: Db,
  row: Omit<
    BulletinRecord,
    'state' | 'lane' | 'leakCheck' | 'updatedAt' | 'settling' | 'approvedAt'
  >,
): Promise<void> {
  await runSql(
    db,
    sql`insert into noroshi.bulletin (id, number, case_id, is_hub_sourced, state, version, corrects,
          content, content_hash, group_ids, questions, decisions, aliases, permitted, created_at, created_by, updated_at, edited_by)
        values (${row.id}, ${row.number}, ${row.caseId ?? null}, ${row.isHubSourced}, 'draft', ${row.version},
          ${row.corrects ?? null}, ${json(row.content)}, ${row.contentHash}, ${uuids(row.groupIds)},
          ${json(row.questions)}, ${json(row.decisions)}, ${json(row.aliases)}, ${json(row.permitted)}, ${row.createdAt}, ${row.editedBy ?? null},
          ${row.createdAt}, ${row.editedBy ?? null})`,
  )
}

export function loadBulletin(db: Db, bulletinId: string): Promise<BulletinRecord> {
  return loadRow(
    db,
    BulletinRecord,
    sql`select ${COLUMNS} from noroshi.bulletin where id = ${bulletinId}`,
  )
}

/** The same, and nobody else may change it until this transaction ends. */
export function loadBulletinForUpdate(db: Db, bulletinId: string): Promise<BulletinRecord> {
  return loadRow(
    db,
    BulletinRecord,
    sql`select ${COLUMNS} from noroshi.bulletin where id = ${bulletinId} for update`,
  )
}

/** Writes a new text; what was checked of the old one no longer counts. */
export async function saveText(
  db: Db,
  bulletinId: string,
  text: BulletinText,
  edit: { at: Date; by: string | undefined },
): Promise<void> {
  await runSql(
    db,
    sql`update noroshi.bulletin
           set content = ${json(text.content)}, content_hash = ${text.contentHash},
               group_ids = ${uuids(text.groupIds)}, questions = ${json(text.questions)},
               decisions = ${json(text.decisions)}, aliases = ${json(text.aliases)}, leak_check = null, lane = 'approval-required',
               updated_at = ${edit.at}, edited_by = ${edit.by ?? null}
         where id = ${bulletinId}`,
  )
}

export async function saveLeakCheck(db: Db, bulletinId: string, check: LeakCheck): Promise<void> {
  await runSql(
    db,
    sql`update noroshi.bulletin set leak_check = ${json(check)}, updated_at = ${new Date(check.checkedAt)}
         where id = ${bulletinId}`,
  )
}

export async function saveSettling(
  db: Db,
  bulletinId: string,
  settling: BulletinRecord['settling'],
): Promise<void> {
  await runSql(
    db,
    sql`update noroshi.bulletin set settling = ${settling ?? null} where id = ${bulletinId}`,
  )
}

/** Lets this very text go without its providers' approval; any edit takes that back. */
export async function saveTechnicalLane(db: Db, bulletinId: string): Promise<void> {
  await runSql(
    db,
    sql`update noroshi.bulletin set lane = 'technical-only' where id = ${bulletinId}`,
  )
}

/** Moves a bulletin that is still where the caller saw it; false when somebody was faster. A draft waits for its providers again. */
export async function saveState(
  db: Db,
  bulletinId: string,
  from: BulletinRecord['state'],
  to: BulletinRecord['state'],
  at: Date,
): Promise<boolean> {
  const count = await runSql(
    db,
    sql`update noroshi.bulletin
           set state = ${to}, updated_at = ${at},
               lane = case when ${to === 'draft'} then 'approval-required' else lane end,
               approved_at = case when ${to === 'approved' && from !== 'releasing'} then ${at} else approved_at end
         where id = ${bulletinId} and state = ${from}`,
  )
  return count === 1
}

/**
 * Approvals hold for one text only: what was asked or given for another one no longer counts. A refusal stays on
 * record, and so does what is named as `kept`.
 */
export async function outdateApprovals(
  db: Db,
  bulletinId: string,
  kept: readonly string[] = [],
): Promise<number> {
  return runSql(
    db,
    sql`update noroshi.approval_request set state = 'outdated'
         where bulletin_id = ${bulletinId} and state in ('waiting', 'approved') and id <> all (${uuids(kept)})`,
  )
}

const ListedBulletin = z.object({
  id: z.uuid(),
  number: z.string(),
  version: z.number().int(),
  state: BulletinState,
  title: Bilingual,
  tlp: Tlp,
  caseId: z.uuid().optional(),
  caseNumber: z.string().optional(),
  isHubSourced: z.boolean(),
  groups: z.array(Bilingual),
  updatedAt: z.date(),
  updatedKey: z.string(),
  releaseId: z.uuid().optional(),
  releasedAt: z.date().optional(),
})
export type ListedBulletin = z.infer<typeof ListedBulletin>

export interface BulletinListing {
  readonly state?: BulletinRecord['state'] | undefined
  readonly caseId?: string | undefined
  readonly id?: string | undefined
  readonly after?: { readonly key: string; readonly id: string } | undefined
  readonly rows: number
}

/** Bulletins as rows of a list, the last changed first. */
export function listBulletinRows(db: Db, listing: BulletinListing): Promise<ListedBulletin[]> {
  return findRows(
    db,
    ListedBulletin,
    sql`select b.id, b.number, b.version, b.state, b.content -> 'title' as title,
               b.content ->> 'tlp' as tlp, b.case_id, c.number as case_number, b.is_hub_sourced,
               coalesce((select jsonb_agg(g.name order by g.position, g.id)
                           from noroshi.sharing_group g where g.id = any (b.group_ids)), '[]') as groups,
               b.updated_at, b.updated_at::text as updated_key, o.release_id, o.released_at
          from noroshi.bulletin b
          left join noroshi.attack_case c on c.id = b.case_id
          left join noroshi.release_origin o on o.bulletin_id = b.id
         where (${listing.state ?? null}::text is null or b.state = ${listing.state ?? null})
           and (${listing.caseId ?? null}::uuid is null or b.case_id = ${listing.caseId ?? null})
           and (${listing.id ?? null}::uuid is null or b.id = ${listing.id ?? null})
           and (${listing.after?.key ?? null}::timestamptz is null
                or (b.updated_at, b.id) < (${listing.after?.key ?? null}::timestamptz, ${listing.after?.id ?? null}::uuid))
         order by b.updated_at desc, b.id desc
         limit ${listing.rows}`,
  )
}

const VersionRow = z.object({
  id: z.uuid(),
  version: z.number().int(),
  state: BulletinState,
  updatedAt: z.date(),
  contentHash: z.string(),
})

export function listVersions(db: Db, number: string): Promise<z.infer<typeof VersionRow>[]> {
  return findRows(
    db,
    VersionRow,
    sql`select id, version, state, updated_at, content_hash from noroshi.bulletin
         where number = ${number} order by version desc`,
  )
}

export async function isNumberTaken(db: Db, number: string): Promise<boolean> {
  const row = await findRow(
    db,
    z.object({ id: z.uuid() }),
    sql`select id from noroshi.bulletin where number = ${number} limit 1`,
  )
  return row !== undefined
}

export async function lockCase(db: Db, caseId: string): Promise<void> {
  await loadRow(
    db,
    z.object({ id: z.uuid() }),
    sql`select id from noroshi.attack_case where id = ${caseId} for update`,
  )
}
