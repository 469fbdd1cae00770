import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { releaseWarnings } from './release-warnings.ts'
import { startWalkedHub, type WalkedHub } from './running-hub.ts'

/*
 * A TAXII client written from the standard's text (TAXII Version 2.1, OASIS Standard, 10 June 2021), which knows
 * nothing of the hub but the address of its discovery endpoint and a token. Sections in brackets are the standard's.
 */

const MEDIA_TYPE = 'application/taxii+json;version=2.1'

const Discovery = z.object({
  title: z.string(),
  default: z.url().optional(),
  api_roots: z.array(z.string()).min(1),
})
const ApiRoot = z.object({
  title: z.string(),
  versions: z.array(z.string()).min(1),
  max_content_length: z.number().int().positive(),
})
const Collection = z.object({
  id: z.uuid(),
  title: z.string(),
  can_read: z.boolean(),
  can_write: z.boolean(),
  media_types: z.array(z.string()).optional(),
})
const Collections = z.object({ collections: z.array(Collection).optional() })
const StixObject = z.looseObject({ id: z.string(), type: z.string() })
type StixObject = z.infer<typeof StixObject>
const Envelope = z.strictObject({
  more: z.boolean().optional(),
  next: z.string().optional(),
  objects: z.array(StixObject).optional(),
})
const ManifestRecord = z.object({
  id: z.string(),
  date_added: z.iso.datetime(),
  version: z.string(),
  media_type: z.string().optional(),
})
const Manifest = z.strictObject({
  more: z.boolean().optional(),
  next: z.string().optional(),
  objects: z.array(ManifestRecord).optional(),
})
const Versions = z.strictObject({
  more: z.boolean().optional(),
  next: z.string().optional(),
  versions: z.array(z.string()).optional(),
})

let hub: WalkedHub
let token: string

beforeAll(async () => {
  hub = await startWalkedHub()
  token = hub.people.receiver.token ?? ''
  await releaseWarnings(hub, 2)
})
afterAll(() => hub?.stop())

/** Asks as the client would: with its token and the standard's media type (section 1.6.8). */
async function ask(address: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(new URL(address, hub.baseUrl), {
    headers: { accept: MEDIA_TYPE, authorization: `Bearer ${token}`, ...headers },
  })
}

async function read<T extends z.ZodType>(address: string, schema: T): Promise<z.output<T>> {
  const answer = await ask(address)
  expect(answer.status, address).toBe(200)
  expect(answer.headers.get('content-type')?.replaceAll(' ', '')).toBe(MEDIA_TYPE)
  return schema.parse(await answer.json())
}

/** Finds its way from the discovery endpoint to its collection (sections 4.1, 4.2, 5.1). */
async function findCollection(): Promise<string> {
  const discovery = await read('/taxii2/', Discovery)
  const root = discovery.default ?? discovery.api_roots[0] ?? ''
  await read(root, ApiRoot)
  const { collections = [] } = await read(`${withSlash(root)}collections/`, Collections)
  const readable = collections.filter(({ can_read }) => can_read)
  expect(readable.map(({ can_write }) => can_write)).toEqual([false])
  const address = `${withSlash(root)}collections/${readable[0]?.id}/`
  expect(await read(address, Collection)).toEqual(readable[0])
  return address
}

const withSlash = (address: string) => (address.endsWith('/') ? address : `${address}/`)

/** Every page of a listing, one after the other, as section 3.5 has it. */
async function readPages<T extends { more?: boolean | undefined; next?: string | undefined }>(
  address: string,
  query: Record<string, string>,
  schema: z.ZodType<T>,
): Promise<T[]> {
  const pages: T[] = []
  for (let next: string | undefined; ; ) {
    const asked = new URLSearchParams({ ...query, ...(next === undefined ? {} : { next }) })
    const page = await read(`${address}?${asked}`, schema)
    pages.push(page)
    if (page.more !== true) return pages
    expect(page.next, 'a page with more has a next').toBeDefined()
    next = page.next
    if (pages.length > 500) throw new Error('The pages never end.')
  }
}

const keyOf = (object: StixObject) => `${object.id} ${String(object['modified'] ?? '')}`

test('the way from discovery to a collection', async () => {
  expect(await findCollection()).toContain(hub.groups.machinery)
})

describe('objects', () => {
  let address: string
  let all: StixObject[]
  beforeAll(async () => {
    address = `${await findCollection()}objects/`
    all = (await readPages(address, {}, Envelope)).flatMap(({ objects = [] }) => objects)
  })

  test('hold two reports, each object once', () => {
    expect(all.filter(({ type }) => type === 'report')).toHaveLength(2)
    expect(new Set(all.map(keyOf)).size).toBe(all.length)
  })

  test.each([1, 2, 3, 5, 8, 100])(
    'come whole and in the same order %i to a page',
    async (limit) => {
      const pages = await readPages(address, { limit: String(limit) }, Envelope)
      const objects = pages.flatMap(({ objects: few = [] }) => few)
      expect(objects.map(keyOf)).toEqual(all.map(keyOf))
      for (const page of pages.slice(0, -1)) expect(page.objects).toHaveLength(limit)
    },
  )

  test('that refer to others are closed under reference', () => {
    const ids = new Set(all.map(({ id }) => id))
    // The markings of TLP are published by OASIS; who made them is theirs to serve.
    const ours = all.filter(({ type }) => !type.endsWith('-definition'))
    const referred = ours.flatMap((object) =>
      Object.entries(object).flatMap(([name, value]) =>
        name.endsWith('_ref') ? [value] : name.endsWith('_refs') ? (value as unknown[]) : [],
      ),
    )
    expect(referred.filter((id) => !ids.has(String(id)))).toEqual([])
  })

  test('added after the last one seen are none, and after the first all the others', async () => {
    const first = await ask(`${address}?limit=1`)
    const after = first.headers.get('x-taxii-date-added-last') ?? ''
    const rest = await readPages(address, { added_after: after }, Envelope)
    expect(rest.flatMap(({ objects = [] }) => objects).map(keyOf)).toEqual(all.slice(1).map(keyOf))
    const whole = await ask(`${address}?limit=1000`)
    const last = whole.headers.get('x-taxii-date-added-last') ?? ''
    expect(await read(`${address}?added_after=${encodeURIComponent(last)}`, Envelope)).toEqual({})
  })

  test('are found by type and by id, in the manifest as in the objects', async () => {
    const byType = await readPages(address, { 'match[type]': 'indicator' }, Envelope)
    const indicators = byType.flatMap(({ objects = [] }) => objects)
    expect(indicators.map(keyOf)).toEqual(all.filter(({ type }) => type === 'indicator').map(keyOf))
    const manifest = address.replace(/objects\/$/, 'manifest/')
    const records = (await readPages(manifest, { limit: '3' }, Manifest)).flatMap(
      ({ objects = [] }) => objects,
    )
    expect(records.map(({ id }) => id)).toEqual(all.map(({ id }) => id))
    expect(records.map(({ date_added }) => date_added)).toEqual(
      records.map(({ date_added }) => date_added).toSorted(),
    )
    const { id = '' } = all.find(({ type }) => type === 'report') ?? {}
    const one = await read(`${address}${id}/`, Envelope)
    expect(one.objects?.map(keyOf)).toEqual(all.filter((object) => object.id === id).map(keyOf))
    const { versions } = await read(`${address}${id}/versions/`, Versions)
    expect(versions).toEqual(one.objects?.map(({ modified }) => modified))
  })
})

const errors = [
  // why                       path                 headers                                        status
  ['no token', '/taxii2/', { authorization: '' }, 401],
  ['a false token', '/taxii2/', { authorization: 'Bearer of-nothing' }, 401],
  ['another media type', '/taxii2/', { accept: 'text/html' }, 406],
  ['another version', '/taxii2/', { accept: 'application/taxii+json;version=9.9' }, 406],
  [
    'an unknown collection',
    '/taxii2/api/collections/6c1d2f7e-0d2b-4a7c-9d53-7a6b0a5d1f11/objects/',
    {},
    404,
  ],
] as const
test.each(errors)(
  '%s is answered with an error of the standard',
  async (_, path, headers, status) => {
    const answer = await ask(path, headers)
    expect(answer.status).toBe(status)
    if (status === 401) expect(answer.headers.get('www-authenticate')).toBeTruthy()
    const error = z.object({ title: z.string(), http_status: z.string().optional() })
    expect(error.parse(await answer.json()).http_status ?? String(status)).toBe(String(status))
  },
)

test('the token as the password of Basic does as well', async () => {
  const authorization = `basic ${Buffer.from(`machine:${token}`).toString('base64')}`
  expect((await ask('/taxii2/', { authorization })).status).toBe(200)
})
