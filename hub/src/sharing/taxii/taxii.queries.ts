import { z } from 'zod'
import { Bilingual } from 'contract/common'
import { type Db, findRow, findRows, sql } from '../../database/index.ts'
import type { TaxiiFilter } from './filter.ts'

// Everything here runs as a member: row-level security leaves the collections and objects of the
// groups that the token's organisation acts in today, and no statement names an organisation.

const Collection = z.object({ id: z.uuid(), name: Bilingual })
export type Collection = z.infer<typeof Collection>

export function listCollections(db: Db): Promise<Collection[]> {
  return findRows(
    db,
    Collection,
    sql`select id, name from noroshi.sharing_group order by position, id`,
  )
}

export function findCollection(db: Db, collectionId: string): Promise<Collection | undefined> {
  return findRow(
    db,
    Collection,
    sql`select id, name from noroshi.sharing_group where id = ${collectionId}`,
  )
}

const StixRow = z.object({
  stixId: z.string(),
  version: z.string(),
  specVersion: z.string(),
  dateAdded: z.string(),
  body: z.string(),
})
export type StixRow = z.infer<typeof StixRow>

export interface StixListing {
  readonly collectionId: string
  /** One object only. */
  readonly stixId?: string | undefined
  readonly filter: TaxiiFilter
  /** `date_added` of the last object of the page before. */
  readonly after?: string | undefined
  readonly rows: number
}

/** Objects of a collection in the order they were added. */
export function listObjects(db: Db, listing: StixListing): Promise<StixRow[]> {
  const { filter, collectionId } = listing
  const after = latest(filter.addedAfter, listing.after)
  return findRows(
    db,
    StixRow,
    sql`select o.stix_id, o.version, o.spec_version, o.body,
               to_char(o.date_added at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as date_added
          from noroshi.stix_object o
         where o.collection_id = ${collectionId}
           ${after === undefined ? sql`` : sql`and o.date_added > ${after}::timestamptz`}
           ${listing.stixId === undefined ? sql`` : sql`and o.stix_id = ${listing.stixId}`}
           ${within('stix_id', filter.ids)}
           ${within('type', filter.types)}
           ${within('spec_version', filter.specVersions)}
           ${matchesVersion(filter.versions)}
         order by o.collection_id, o.date_added
         limit ${listing.rows}`,
  )
}

export async function hasObject(db: Db, collectionId: string, stixId: string): Promise<boolean> {
  const row = await findRow(
    db,
    z.object({ stixId: z.string() }),
    sql`select stix_id from noroshi.stix_object
         where collection_id = ${collectionId} and stix_id = ${stixId} limit 1`,
  )
  return row !== undefined
}

const within = (
  column: 'stix_id' | 'type' | 'spec_version',
  values: readonly string[] | undefined,
) => (values === undefined ? sql`` : sql`and o.${sql.ref(column)} = any (${[...values]}::text[])`)

/** `first` and `last` are by order of arrival, which is also the order of versions. */
function matchesVersion(versions: readonly string[]) {
  if (versions.includes('all')) return sql``
  const exact = versions.filter((version) => version !== 'first' && version !== 'last')
  return sql`and (${sql.join(
    [
      ...(versions.includes('last') ? [sql`o.is_last`] : []),
      ...(versions.includes('first') ? [sql`o.is_first`] : []),
      ...(exact.length > 0 ? [sql`o.version = any (${exact}::text[])`] : []),
    ],
    sql` or `,
  )})`
}

// Both have six digits of a second, so text order is time order.
const latest = (a: string | undefined, b: string | undefined): string | undefined =>
  a === undefined || (b !== undefined && b > a) ? b : a
