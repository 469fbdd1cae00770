import { type Cursor, toCursor } from './cursor.ts'
import type { TaxiiFilter } from './filter.ts'
import type { StixRow } from './taxii.queries.ts'

export interface TaxiiPage {
  readonly rows: readonly StixRow[]
  /** Cursor of the next page, absent on the last. */
  readonly next: string | undefined
}

/** Cuts the one row too many that was asked for, which only says whether there is more. */
export function toPage(found: readonly StixRow[], limit: number, filter: TaxiiFilter): TaxiiPage {
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  const cursor: Cursor | undefined =
    found.length > limit && last !== undefined ? { after: last.dateAdded, filter } : undefined
  return { rows, next: cursor === undefined ? undefined : toCursor(cursor) }
}

/** `more` and `next`, in every kind of list: clients loop for ever on a manifest that says more without next. */
const paging = ({ next }: TaxiiPage) => (next === undefined ? {} : { more: true, next })

/** TAXII 2.1 §3.7. `objects` is absent when there is none. The objects are passed on byte for byte. */
export function renderEnvelope(page: TaxiiPage): string {
  if (page.rows.length === 0) return '{}'
  const head = JSON.stringify(paging(page)).slice(1, -1)
  const objects = page.rows.map(({ body }) => body).join(',')
  return `{${head === '' ? '' : `${head},`}"objects":[${objects}]}`
}

/** TAXII 2.1 §5.3.1. */
export function toManifest(page: TaxiiPage) {
  if (page.rows.length === 0) return {}
  const objects = page.rows.map(({ stixId, dateAdded, version, specVersion }) => ({
    id: stixId,
    date_added: dateAdded,
    version,
    media_type: `application/stix+json;version=${specVersion}`,
  }))
  return { ...paging(page), objects }
}

/** TAXII 2.1 §5.8.1. */
export function toVersions(page: TaxiiPage) {
  if (page.rows.length === 0) return {}
  return { ...paging(page), versions: page.rows.map(({ version }) => version) }
}

/** First and last `date_added` of the page; absent when it is empty (TAXII 2.1 §3.2). */
export function toDateHeaders({ rows }: TaxiiPage): Record<string, string> {
  const first = rows.at(0)
  const last = rows.at(-1)
  if (first === undefined || last === undefined) return {}
  return { 'X-TAXII-Date-Added-First': first.dateAdded, 'X-TAXII-Date-Added-Last': last.dateAdded }
}
