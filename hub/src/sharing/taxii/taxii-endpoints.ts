import { z } from 'zod'
import type { HubContext } from '../../http/index.ts'
import { parseCursor } from './cursor.ts'
import { type FilterSupport, parseFilter, parseLimit } from './filter.ts'
import { STIX_MEDIA_TYPE, TAXII_MEDIA_TYPE } from './media-type.ts'
import {
  renderEnvelope,
  type TaxiiPage,
  toDateHeaders,
  toManifest,
  toPage,
  toVersions,
} from './taxii-page.ts'
import { TaxiiError } from './taxii-error.ts'
import {
  type Collection,
  findCollection,
  hasObject,
  listCollections,
  listObjects,
} from './taxii.queries.ts'

const TITLE = 'Noroshi'
// Nothing can be written, so this only has to be a positive number (TAXII 2.1 §4.2.1).
const CONTENT_BYTES_MAX = 1_000_000

/** Discovery (TAXII 2.1 §4.1). */
export async function describeServer(c: HubContext): Promise<Response> {
  const root = `${c.get('hub').config.baseUrl}/taxii2/api/`
  return answer({ title: TITLE, default: root, api_roots: [root] })
}

/** The one API root (TAXII 2.1 §4.2). */
export async function describeApiRoot(): Promise<Response> {
  return answer({
    title: TITLE,
    versions: [TAXII_MEDIA_TYPE],
    max_content_length: CONTENT_BYTES_MAX,
  })
}

/** One collection for each group the token's organisation acts in (TAXII 2.1 §5.1). */
export async function describeCollections(c: HubContext): Promise<Response> {
  const collections = await c.get('inTransaction')(listCollections)
  return answer(collections.length === 0 ? {} : { collections: collections.map(toCollection) })
}

export async function describeCollection(c: HubContext): Promise<Response> {
  return answer(toCollection(await loadCollection(c)))
}

/** Objects of a collection, or versions of one object in it (TAXII 2.1 §5.4, §5.6). */
export async function readObjects(c: HubContext): Promise<Response> {
  const page = await readPage(c, { id: true, type: true, version: true })
  return answer(renderEnvelope(page), toDateHeaders(page))
}

export async function readManifest(c: HubContext): Promise<Response> {
  const page = await readPage(c, { id: true, type: true, version: true })
  return answer(toManifest(page), toDateHeaders(page))
}

export async function listVersions(c: HubContext): Promise<Response> {
  const page = await readPage(c, { id: false, type: false, version: false })
  return answer(toVersions(page), toDateHeaders(page))
}

/** Adding and deleting: a collection one may not even see is not found, others are read-only. */
export async function refuseWrite(c: HubContext, isWriteEndpoint: boolean): Promise<Response> {
  if (!isWriteEndpoint) throw new TaxiiError('method-not-allowed')
  await loadCollection(c)
  throw new TaxiiError('read-only')
}

async function readPage(c: HubContext, support: FilterSupport): Promise<TaxiiPage> {
  const query = new URL(c.req.url).searchParams
  const cursor = parseCursor(query.get('next'))
  // The cursor's own filter counts, whatever the client sends along with it.
  const filter = cursor?.filter ?? parseFilter(query, support)
  const limit = parseLimit(query)
  const stixId = c.req.param('objectId')
  return c.get('inTransaction')(async (db) => {
    const { id: collectionId } = await findOrRefuse(findCollection(db, collectionIdOf(c)))
    if (stixId !== undefined && !(await hasObject(db, collectionId, stixId))) {
      throw new TaxiiError('not-found')
    }
    const listing = { collectionId, stixId, filter, after: cursor?.after, rows: limit + 1 }
    return toPage(await listObjects(db, listing), limit, filter)
  })
}

const loadCollection = (c: HubContext): Promise<Collection> =>
  c.get('inTransaction')((db) => findOrRefuse(findCollection(db, collectionIdOf(c))))

/** An address that is no identifier names no collection: the same answer as for an unknown one. */
function collectionIdOf(c: HubContext): string {
  const parsed = z.uuid().safeParse(c.req.param('collectionId'))
  if (!parsed.success) throw new TaxiiError('not-found')
  return parsed.data
}

async function findOrRefuse<T>(found: Promise<T | undefined>): Promise<T> {
  const value = await found
  if (value === undefined) throw new TaxiiError('not-found')
  return value
}

const toCollection = ({ id, name }: Collection) => ({
  id,
  title: name.en,
  description: name.ja,
  can_read: true,
  can_write: false,
  media_types: [STIX_MEDIA_TYPE],
})

const answer = (body: object | string, headers: Record<string, string> = {}): Response =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), {
    headers: { 'content-type': TAXII_MEDIA_TYPE, ...headers },
  })
