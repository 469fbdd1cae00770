import { z } from 'zod'
import { type Db, findRows, json, loadRow, runSql, sql } from '../database/index.ts'

/** One STIX object as it is served. */
export interface ServedObject {
  readonly stixId: string
  /** `modified`, digit for digit; for an object without one the moment it was first added. */
  readonly version: string
  readonly type: string
  readonly specVersion: string
  readonly body: string
}

/**
 * Adds objects to a collection, each with a later `date_added` than everything in it, a microsecond
 * apart: a client that goes on from the last date it saw must never miss one. The lock on the group
 * keeps two releases apart, so that the order of dates is also the order of commits.
 */
export async function addObjects(
  db: Db,
  to: { collectionId: string; audience: number; releaseId: string; at: Date },
  objects: readonly ServedObject[],
): Promise<void> {
  await loadRow(
    db,
    z.object({ id: z.uuid() }),
    sql`select id from noroshi.sharing_group where id = ${to.collectionId} for update`,
  )
  await runSql(
    db,
    // The update sees the table as it was before the insert: it meets earlier versions only.
    sql`with added as (
          insert into noroshi.stix_object (collection_id, stix_id, version, type, spec_version, date_added,
                                           body, is_first, release_id, audience)
          select ${to.collectionId}, o.stix_id, o.version, o.type, o.spec_version,
                 greatest(${to.at}::timestamptz,
                          (select max(date_added) from noroshi.stix_object where collection_id = ${to.collectionId}))
                   + row_number() over (order by o.position) * interval '1 microsecond',
                 o.body,
                 not exists (select 1 from noroshi.stix_object former
                              where former.collection_id = ${to.collectionId} and former.stix_id = o.stix_id),
                 ${to.releaseId}, array[${to.audience}::int]
            from jsonb_to_recordset(${json(objects.map(toRow))})
                 as o (position int, stix_id text, version text, type text, spec_version text, body text)
          on conflict (collection_id, stix_id, version) do nothing
          returning stix_id)
        update noroshi.stix_object set is_last = false
         where collection_id = ${to.collectionId} and is_last and stix_id in (select stix_id from added)`,
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

/** The newest version of each object of one bulletin, all its releases together. */
export function listOwnObjects(
  db: Db,
  collectionId: string,
  number: string,
): Promise<HeldObject[]> {
  return findRows(
    db,
    Held,
    sql`select distinct on (o.stix_id) o.stix_id, o.body
          from noroshi.stix_object o
          join noroshi.release r on r.id = o.release_id
         where o.collection_id = ${collectionId} and r.number = ${number} and o.type = any (${OWN_TYPES}::text[])
         order by o.stix_id, o.date_added desc`,
  )
}

/** Which of these ids a collection holds for everybody who holds one of these tokens. */
export async function listHeldIds(
  db: Db,
  { collectionId, token }: { collectionId: string; token: number },
  stixIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await findRows(
    db,
    z.object({ stixId: z.string() }),
    sql`select distinct stix_id from noroshi.stix_object
         where collection_id = ${collectionId} and stix_id = any (${[...stixIds]}::text[])
           and (${token} = any (audience)
                or (select g.token from noroshi.sharing_group g where g.id = ${collectionId}) = any (audience))`,
  )
  return new Set(rows.map(({ stixId }) => stixId))
}

/** Takes earlier versions of withdrawn objects out of a collection, so that their words are served no more. */
export async function removeObjects(
  db: Db,
  collectionId: string,
  stixIds: readonly string[],
): Promise<number> {
  return runSql(
    db,
    sql`delete from noroshi.stix_object
         where collection_id = ${collectionId} and stix_id = any (${[...stixIds]}::text[])`,
  )
}

/** Takes those of these observables out of a collection that no other object in it refers to. */
export async function removeUnreferenced(
  db: Db,
  collectionId: string,
  stixIds: readonly string[],
): Promise<number> {
  return runSql(
    db,
    sql`delete from noroshi.stix_object o
         where o.collection_id = ${collectionId} and o.stix_id = any (${[...stixIds]}::text[])
           and not exists (select 1 from noroshi.stix_object other
                            where other.collection_id = o.collection_id and other.stix_id <> o.stix_id
                              and position(o.stix_id in other.body) > 0)`,
  )
}
