import { z } from 'zod'
import { VaultListName } from 'contract/community'
import { type Db, findRows, json, runSql, sql } from '../database/index.ts'

/** Lists that were changed after a revision. */
export async function listListsChangedAfter(
  db: Db,
  organisationId: string,
  revision: number,
): Promise<VaultListName[]> {
  const rows = await findRows(
    db,
    z.object({ list: VaultListName }),
    sql`select list from noroshi.vault_list
         where organisation_id = ${organisationId} and revision > ${revision} order by list`,
  )
  return rows.map(({ list }) => list)
}

/** Gives these lists the next revision. The organisation's row is locked, so that nobody else counts meanwhile. */
export async function saveRevision(
  db: Db,
  organisationId: string,
  lists: readonly VaultListName[],
  at: Date,
): Promise<void> {
  await runSql(
    db,
    sql`with newest as (select coalesce(max(revision), 0) + 1 as revision
                          from noroshi.vault_list where organisation_id = ${organisationId})
        insert into noroshi.vault_list (organisation_id, list, revision, changed_at)
        select ${organisationId}::uuid, list, newest.revision, ${at}
          from newest, unnest(${[...lists]}::text[]) as list
        on conflict (organisation_id, list)
        do update set revision = excluded.revision, changed_at = excluded.changed_at`,
  )
}

export interface HubEntry {
  readonly list: VaultListName
  readonly text: string
}

/** Marks entries as written by the hub. */
export async function saveHubEntries(
  db: Db,
  organisationId: string,
  entries: readonly HubEntry[],
  at: Date,
): Promise<void> {
  await runSql(
    db,
    sql`insert into noroshi.vault_hub_entry (organisation_id, list, text, added_at)
        select ${organisationId}::uuid, list, text, ${at}
          from jsonb_to_recordset(${json([...entries])}) as e (list text, text text)
        on conflict do nothing`,
  )
}

/** Takes the marks of entries away that no longer stand in a list. */
export async function removeHubEntries(
  db: Db,
  organisationId: string,
  list: VaultListName,
  kept: readonly string[],
): Promise<void> {
  await runSql(
    db,
    sql`delete from noroshi.vault_hub_entry
         where organisation_id = ${organisationId} and list = ${list} and not text = any (${[...kept]}::text[])`,
  )
}
