import { z } from 'zod'
import { type Db, findRows, json, runSql, sql } from '../database/index.ts'

/** One STIX object as it is served. */
export interface ServedObject {
  readonly stixId: string
  /** `modified`, digit for digit; for an object without one the moment it was first added. */
  readonly version: string
  readonly type: string
  readonly specVersion: string
  readonly body: string
}

/** One of the feeds of a group, read by those who hold its token; nothing in it depends on another. */
interface StixFeed {
  readonly collectionId: string
  readonly token: number
}

/** Nobody else puts anything into the feeds of these groups, or takes it out, until this transaction ends. */
export async function lockFeeds(db: Db, feeds: readonly StixFeed[]): Promise<void> {
  const ids = feeds.map(({ collectionId }) => collectionId)
  await runSql(
    db,
    sql`select id from noroshi.sharing_group where id = any (${ids}::uuid[]) order by id for no key update`,
  )
}

/**
 * Adds objects to a feed, each with a later `date_added` than everything in it, a microsecond apart: a client that goes
 * on from the last date it saw must never miss one. `lockFeeds` keeps two releases apart, so that the order of dates is
 * also the order of commits.
 */
export async function addObjects(
  db: Db,
  { feed, releaseId, at }: { feed: StixFeed; releaseId: string; at: Date },
  objects: readonly ServedObject[],
): Promise<void> {
  await runSql(
    db,
    // The update sees the table as it was before the insert: it meets earlier versions only.
    sql`with added as (
          insert into noroshi.stix_object (collection_id, token, stix_id, version, type, spec_version, date_added,
                                           body, is_first, release_id)
          select ${feed.collectionId}, ${feed.token}, o.stix_id, o.version, o.type, o.spec_version,
                 greatest(${at}::timestamptz,
                          (select max(date_added) from noroshi.stix_object where token = ${feed.token}))
                   + row_number() over (order by o.position) * interval '1 microsecond',
                 o.body,
                 not exists (select 1 from noroshi.stix_object former
                              where former.token = ${feed.token} and former.stix_id = o.stix_id),
                 ${releaseId}
            from jsonb_to_recordset(${json(objects.map(toRow))})
                 as o (position int, stix_id text, version text, type text, spec_version text, body text)
          on conflict (token, stix_id, version) do nothing
          returning stix_id)
        update noroshi.stix_object set is_last = false
         where token = ${feed.token} and is_last and stix_id in (select stix_id from added)`,
  )
}

const toRow = (object: ServedObject, position: number) => ({
  position,
  stix_id: object.stixId,
  version: object.version,
  type: object.type,
  spec_version: object.specVersion,
  body: object.body,
})

const Held = z.object({ stixId: z.string(), body: z.string() })
export type HeldObject = z.infer<typeof Held>

/** Types of objects that belong to one bulletin; all others are shared between bulletins. */
const OWN_TYPES = ['report', 'indicator', 'relationship', 'language-content']

/** The newest version of each object of one bulletin in a feed, all its releases together. */
export function listOwnObjects(db: Db, { token }: StixFeed, number: string): Promise<HeldObject[]> {
  return findRows(
    db,
    Held,
    sql`select distinct on (o.stix_id) o.stix_id, o.body
          from noroshi.stix_object o
          join noroshi.release r on r.id = o.release_id
         where o.token = ${token} and r.number = ${number} and o.type = any (${OWN_TYPES}::text[])
         order by o.stix_id, o.date_added desc`,
  )
}

/** Which of these ids a feed holds. */
export async function listHeldIds(
  db: Db,
  { token }: StixFeed,
  stixIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await findRows(
    db,
    z.object({ stixId: z.string() }),
    sql`select distinct stix_id from noroshi.stix_object
         where token = ${token} and stix_id = any (${[...stixIds]}::text[])`,
  )
  return new Set(rows.map(({ stixId }) => stixId))
}

/** Takes every version of these objects out of a feed, so that their words are served no more. */
export async function removeObjects(
  db: Db,
  { token }: StixFeed,
  stixIds: readonly string[],
): Promise<void> {
  await runSql(
    db,
    sql`delete from noroshi.stix_object
         where token = ${token} and stix_id = any (${[...stixIds]}::text[])`,
  )
}

/** As `findObservableIds` has it. */
const OBSERVABLE =
  '(?:artifact|domain-name|email-addr|email-message|file|ipv4-addr|ipv6-addr|url)--[0-9a-f-]{36}'

/**
 * Takes those of these observables out of a feed that no other object in it refers to. The feed is read once for all of
 * them: looking for each of a thousand in a hundred thousand objects takes longer than a statement may.
 */
export async function removeUnreferenced(
  db: Db,
  { token }: StixFeed,
  stixIds: readonly string[],
): Promise<void> {
  if (stixIds.length === 0) return
  const ids = [...stixIds]
  await runSql(
    db,
    sql`with named as materialized (
          select by_id, stix_id
            from (select stix_id as by_id, (regexp_matches(body, ${OBSERVABLE}, 'g'))[1] as stix_id
                    from noroshi.stix_object where token = ${token}) said
           where stix_id = any (${ids}::text[]))
        delete from noroshi.stix_object o
         where o.token = ${token} and o.stix_id = any (${ids}::text[])
           and not exists (select from named where named.stix_id = o.stix_id and named.by_id <> o.stix_id)`,
  )
}
