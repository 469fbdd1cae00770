import { z } from 'zod'
import { SHARING_LIMITS } from '../limits.ts'
import { TaxiiError } from './taxii-error.ts'
import { parseTimestamp } from './timestamp.ts'

/** A moment with microseconds that PostgreSQL will read, whoever wrote it. */
export const Timestamp = z.string().refine((text) => parseTimestamp(text) === text)

/** Ids, types and versions are printable ASCII (STIX 2.1 §2.9, §3.1); the cursor is written by anybody, so it says so too. */
const MatchList = z
  .array(
    z
      .string()
      .max(SHARING_LIMITS.taxiiMatchCharsMax)
      .regex(/^[\x20-\x7e]+$/),
  )
  .max(SHARING_LIMITS.taxiiMatchValuesMax)

/** What a client wants to see of a collection (TAXII 2.1 §3.4); absent means no restriction. */
export const TaxiiFilter = z.strictObject({
  /** Kept as text: `Date` would lose the microseconds that keep two objects apart. */
  addedAfter: Timestamp.optional(),
  ids: MatchList.optional(),
  types: MatchList.optional(),
  specVersions: MatchList.optional(),
  /** `first`, `last`, `all` or exact versions; `last` alone when the client says nothing. */
  versions: MatchList.min(1),
})
export type TaxiiFilter = z.infer<typeof TaxiiFilter>

export interface FilterSupport {
  readonly id: boolean
  readonly type: boolean
  readonly version: boolean
}

/**
 * Reads the filter out of a query. An empty parameter counts as absent: everyday clients send
 * `?next=&added_after=` on the first page.
 */
export function parseFilter(query: URLSearchParams, support: FilterSupport): TaxiiFilter {
  const addedAfter = query.get('added_after')
  return {
    ...(addedAfter ? { addedAfter: requireTimestamp('added_after', addedAfter) } : {}),
    ...optionalList('ids', support.id ? parseList(query, 'match[id]') : undefined),
    ...optionalList('types', support.type ? parseList(query, 'match[type]') : undefined),
    ...optionalList('specVersions', parseList(query, 'match[spec_version]')),
    versions: support.version ? parseVersions(query) : ['all'],
  }
}

/** Rows of a page: the client's `limit` up to ours. */
export function parseLimit(query: URLSearchParams): number {
  const limit = query.get('limit')
  if (!limit) return SHARING_LIMITS.taxiiPageDefault
  if (!/^[1-9]\d{0,8}$/.test(limit))
    throw new TaxiiError('bad-filter', 'limit is not a positive integer.')
  return Math.min(Number(limit), SHARING_LIMITS.taxiiPageMax)
}

function parseVersions(query: URLSearchParams): string[] {
  const versions = parseList(query, 'match[version]') ?? ['last']
  return versions.map((version) =>
    ['first', 'last', 'all'].includes(version) ? version : checkVersion(version),
  )
}

/** A version is compared digit for digit, so it is checked and kept as it was written. */
function checkVersion(version: string): string {
  requireTimestamp('match[version]', version)
  return version
}

function parseList(query: URLSearchParams, name: string): string[] | undefined {
  const values = query
    .getAll(name)
    .flatMap((value) => value.split(',', SHARING_LIMITS.taxiiMatchValuesMax + 1))
    .map((value) => value.trim())
    .filter((value) => value !== '')
  if (values.length === 0) return undefined
  const list = MatchList.safeParse([...new Set(values)])
  if (!list.success) throw new TaxiiError('bad-filter', `${name} is too long or no STIX text.`)
  return list.data
}

const optionalList = <K extends string>(name: K, list: string[] | undefined) =>
  (list === undefined ? {} : { [name]: list }) as Partial<Record<K, string[]>>

function requireTimestamp(name: string, text: string): string {
  const timestamp = parseTimestamp(text)
  if (timestamp !== undefined) return timestamp
  throw new TaxiiError('bad-filter', `${name} is not an RFC 3339 timestamp in UTC.`)
}
