import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { OrganisationId } from 'contract/common'
import { type HubAnswer, type TestHub, withHub } from '../../testing/index.ts'
import { sql, runSql, json } from '../../database/index.ts'
import { addObjects, type ServedObject } from '../stix.queries.ts'

// The server is asked as the clients in the field ask it, over a collection of objects put there
// directly: what a release puts into a collection is tested with the release.

const TAXII = 'application/taxii+json;version=2.1'

interface Feed {
  readonly hub: TestHub
  readonly collectionId: string
  readonly otherCollectionId: string
  readonly token: string
  readonly ask: (path: string, headers?: Record<string, string>) => Promise<HubAnswer>
}

/** A hub with two groups; the token's organisation is in the first only. */
function withFeed(work: (feed: Feed) => Promise<void>): Promise<void> {
  return withHub(async (hub) => {
    const collectionId = await hub.seed.group()
    const otherCollectionId = await hub.seed.group()
    const organisationId = await hub.seed.organisation({ groupIds: [collectionId] })
    const token = await makeToken(hub, organisationId)
    const client = hub.as({ token })
    await work({
      hub,
      collectionId,
      otherCollectionId,
      token,
      ask: (path, headers) => client.get(`/taxii2/${path}`, headers),
    })
  })
}

/** A token for a machine of this organisation, made as its contact makes one. */
async function makeToken(hub: TestHub, organisationId: OrganisationId): Promise<string> {
  const made = await hub
    .as({ contactOf: organisationId })
    .post('/api/me/tokens', { name: 'SIEM', scopes: ['read:bulletins'], days: 30 })
  return made.body.token
}

const objectNamed = (
  type: string,
  modified = '2026-10-01T00:00:00.000Z',
  id: string = randomUUID(),
): ServedObject => ({
  stixId: `${type}--${id}`,
  version: modified,
  type,
  specVersion: '2.1',
  body: JSON.stringify({
    type,
    spec_version: '2.1',
    id: `${type}--${id}`,
    created: modified,
    modified,
  }),
})

/** Adds objects as a release of its own. */
async function addRelease(hub: TestHub, collectionId: string, objects: readonly ServedObject[]) {
  await hub.inStaff(async (db) => {
    const releaseId = randomUUID()
    await runSql(
      db,
      sql`insert into noroshi.release (id, number, version, state, title, tlp, content_text, released_on, audience)
          values (${releaseId}, ${releaseId}, 1, 'released', ${json({ ja: '', en: '' })}, 'GREEN', '{}', '2026-10-01', '{}')`,
    )
    const { rows } = await sql<{
      token: number
    }>`select strict_token as token from noroshi.sharing_group where id = ${collectionId}`.execute(
      db,
    )
    const feed = { collectionId, token: rows[0]!.token }
    await addObjects(db, { feed, releaseId, at: hub.clock.now() }, objects)
  })
}

const idsOf = (answer: HubAnswer): string[] =>
  (answer.body.objects ?? []).map(({ id }: { id: string }) => id)

test('discovery, the API root and the collections describe themselves as the standard asks', () =>
  withFeed(async ({ ask, collectionId }) => {
    const server = await ask('')
    expect(server.status).toBe(200)
    expect(server.headers.get('content-type')).toBe(TAXII)
    expect(server.body).toMatchObject({
      title: expect.any(String),
      api_roots: [server.body.default],
    })

    const root = await ask('api/')
    expect(root.body).toMatchObject({ versions: [TAXII], max_content_length: expect.any(Number) })

    const { body } = await ask('api/collections/')
    expect(body.collections).toEqual([
      expect.objectContaining({ id: collectionId, can_read: true, can_write: false }),
    ])
    expect((await ask(`api/collections/${collectionId}/`)).body).toEqual(body.collections[0])
  }))

// biome-ignore format: a table is read by its columns.
const ACCEPTED = [
  // Accept                                               answered
  [undefined,                                             200],
  ['*/*',                                                 200],
  ['application/*',                                       200],
  ['application/taxii+json',                              200],
  ['application/taxii+json;version=2.1',                  200],
  ['application/taxii+json; version=2.1',                 200],
  ['application/taxii+json; version="2.1"',               200],
  ['text/html, application/taxii+json;version=2.1;q=0.5', 200],
  ['application/taxii+json;version=2.0',                  406],
  ['application/taxii+json;version=2.1;q=0',              406],
  ['application/vnd.oasis.taxii+json; version=2.0',       406],
  ['application/json',                                    406],
  ['text/html',                                           406],
] as const

test('a client is answered in TAXII 2.1 or, when it accepts something else only, with 406', () =>
  withFeed(async ({ ask, collectionId }) => {
    for (const [accept, status] of ACCEPTED) {
      for (const path of ['', 'api/', `api/collections/${collectionId}/objects/`]) {
        const answer = await ask(path, accept === undefined ? {} : { accept })
        expect(answer.status, accept).toBe(status)
        expect(answer.headers.get('content-type')).toBe(TAXII)
        if (status === 406) expect(answer.body).toMatchObject({ http_status: '406' })
      }
    }
  }))

test('what the hub refuses before the TAXII server is asked comes as an error message of the standard too', () =>
  withFeed(async ({ hub, ask, token }) => {
    const elsewhere = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }
    const answers = [
      await ask('nowhere/'),
      await ask('api/collections/x/y/z/'),
      await ask('api/?x=%00'),
      await hub.as({ token }).post('/taxii2/api/collections/', {}, elsewhere),
    ]
    for (const { status, headers, body } of answers) {
      expect(status).toBeGreaterThanOrEqual(400)
      expect(headers.get('content-type')).toBe(TAXII)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(body).toMatchObject({ title: expect.any(String), http_status: String(status) })
    }
    expect(answers.map(({ status }) => status).slice(0, 3)).toEqual([404, 404, 400])
  }))

test('an access token works as Bearer and as Basic, in any case; nothing else does', () =>
  withFeed(async ({ hub, token }) => {
    // biome-ignore format: a table is read by its columns.
    for (const [authorization, status] of [
      [undefined,                               401],
      ['Bearer noroshi_wrong',                  401],
      [`Basic ${btoa('any:wrong')}`,            401],
      [`Bearer ${token}`,                       200],
      [`bearer ${token}`,                       200],
      [`Basic ${btoa(`taxii:${token}`)}`,       200],
      [`basic ${btoa(`:${token}`)}`,            200],
    ] as const) {
      const headers: Record<string, string> = authorization === undefined ? {} : { authorization }
      const answer = await hub.as(undefined).get('/taxii2/api/collections/', headers)
      expect(answer.status, authorization).toBe(status)
      if (status === 200) continue
      expect(answer.headers.get('www-authenticate')).toMatch(/Bearer.*Basic/)
      expect(answer.body).toMatchObject({ title: expect.any(String), http_status: '401' })
    }
  }))

test('who is known but may not read the feed is forbidden to, and asked for no other password', () =>
  withFeed(async ({ hub, collectionId }) => {
    const organisation = await hub.seed.organisation()
    const made = await hub
      .as({ contactOf: organisation })
      .post('/api/me/tokens', { name: 'Gateway', scopes: ['write:submissions'], days: 30 })
    for (const client of [hub.as({ token: made.body.token }), hub.as('analyst')]) {
      for (const path of ['', 'api/', 'api/collections/', `api/collections/${collectionId}/`]) {
        const answer = await client.get(`/taxii2/${path}`)
        expect([path, answer.status]).toEqual([path, 403])
        expect(answer.headers.get('www-authenticate')).toBeNull()
        expect(answer.headers.get('content-type')).toBe(TAXII)
        expect(answer.body).toMatchObject({ error_code: 'not-allowed', http_status: '403' })
      }
    }
  }))

test('a collection of another group answers like one that does not exist', () =>
  withFeed(async ({ hub, ask, otherCollectionId, token }) => {
    const hidden = objectNamed('indicator')
    await addRelease(hub, otherCollectionId, [hidden])
    for (const path of [
      '',
      'objects/',
      'manifest/',
      `objects/${hidden.stixId}/`,
      `objects/${hidden.stixId}/versions/`,
    ]) {
      const foreign = await ask(`api/collections/${otherCollectionId}/${path}`)
      const unknown = await ask(`api/collections/${randomUUID()}/${path}`)
      const malformed = await ask(`api/collections/no-uuid/${path}`)
      expect(foreign.status).toBe(404)
      expect(Buffer.from(foreign.bytes)).toEqual(Buffer.from(unknown.bytes))
      expect(Buffer.from(foreign.bytes)).toEqual(Buffer.from(malformed.bytes))
    }
    const write = (id: string) =>
      hub.as({ token }).post(`/taxii2/api/collections/${id}/objects/`, { objects: [] })
    expect((await write(otherCollectionId)).bytes).toEqual((await write(randomUUID())).bytes)
  }))

test('an empty collection has an envelope, a manifest and no dates', () =>
  withFeed(async ({ ask, collectionId }) => {
    for (const list of ['objects', 'manifest']) {
      const answer = await ask(`api/collections/${collectionId}/${list}/`)
      expect(answer.status).toBe(200)
      expect(answer.body).toEqual({})
      expect(answer.headers.has('x-taxii-date-added-first')).toBe(false)
    }
  }))

// How three kinds of clients walk: by `next` alone, by `next` with all parameters again, and by date header.
// biome-ignore format: a table is read by its columns.
test.each([
  ['next alone',              (_: HubAnswer, next: string) => `limit=7&next=${next}`],
  ['next and filters again',  (_: HubAnswer, next: string) => `limit=7&next=${next}&added_after=2020-01-01T00:00:00Z`],
  ['next and a newer date',   (page: HubAnswer, next: string) => `limit=7&next=${next}&added_after=${page.headers.get('x-taxii-date-added-last')}`],
  ['the last date',           (page: HubAnswer) => `limit=7&added_after=${page.headers.get('x-taxii-date-added-last')}`],
] as const)('a client that pages by %s sees every object once', (_, goOn) =>
  withFeed(async ({ hub, ask, collectionId }) => {
    const added = Array.from({ length: 40 }, () => objectNamed('indicator'))
    await addRelease(hub, collectionId, added.slice(0, 25))
    await addRelease(hub, collectionId, added.slice(25))

    for (const list of ['objects', 'manifest']) {
      const seen: string[] = []
      let query = 'limit=7&next=&added_after='
      for (let pages = 0; pages < 20; pages++) {
        const page = await ask(`api/collections/${collectionId}/${list}/?${query}`)
        expect(page.status).toBe(200)
        seen.push(...idsOf(page))
        if (page.body.more !== true) break
        expect(page.body.next).toEqual(expect.any(String))
        query = goOn(page, page.body.next)
      }
      expect(seen).toEqual(added.map(({ stixId }) => stixId))
    }
  }),
)

test('date_added is distinct, increasing and in microseconds, whatever the clock does', () =>
  withFeed(async ({ hub, ask, collectionId }) => {
    for (let release = 0; release < 3; release++) {
      await addRelease(hub, collectionId, [objectNamed('indicator'), objectNamed('report')])
    }
    const { body, headers } = await ask(`api/collections/${collectionId}/manifest/`)
    const dates: string[] = body.objects.map(({ date_added }: { date_added: string }) => date_added)
    expect(dates).toEqual([...new Set(dates)].sort())
    expect(dates.every((date) => /\.\d{6}Z$/.test(date))).toBe(true)
    expect([
      headers.get('x-taxii-date-added-first'),
      headers.get('x-taxii-date-added-last'),
    ]).toEqual([dates[0], dates.at(-1)])
  }))

test('filters by id, type, version and specification', () =>
  withFeed(async ({ hub, ask, collectionId }) => {
    const first = objectNamed('indicator', '2026-10-01T00:00:00.000Z')
    const second = {
      ...objectNamed('indicator', '2026-10-02T00:00:00.000Z', first.stixId.slice(11)),
    }
    const third = {
      ...objectNamed('indicator', '2026-10-03T00:00:00.000Z', first.stixId.slice(11)),
    }
    const report = objectNamed('report')
    for (const one of [first, report, second, third]) await addRelease(hub, collectionId, [one])

    const versionsOf = async (query: string, path = 'manifest/') => {
      const answer = await ask(`api/collections/${collectionId}/${path}?${query}`)
      expect(answer.status).toBe(200)
      return (answer.body.objects ?? []).map(
        ({ id, version }: { id: string; version: string }) =>
          `${id.split('--')[0]} ${version.slice(8, 10)}`,
      )
    }
    // biome-ignore format: a table is read by its columns.
    for (const [query, expected] of [
      ['',                                                       ['report 01', 'indicator 03']],
      ['match[version]=last',                                    ['report 01', 'indicator 03']],
      ['match[version]=first',                                   ['indicator 01', 'report 01']],
      ['match[version]=all',                                     ['indicator 01', 'report 01', 'indicator 02', 'indicator 03']],
      ['match[version]=first,last',                              ['indicator 01', 'report 01', 'indicator 03']],
      [`match[version]=${second.version}`,                       ['indicator 02']],
      ['match[version]=2026-10-02T00:00:00Z',                    []],
      ['match[type]=report',                                     ['report 01']],
      ['match[type]=report,indicator',                           ['report 01', 'indicator 03']],
      ['match[type]=malware',                                    []],
      [`match[id]=${report.stixId}`,                             ['report 01']],
      [`match[id]=${report.stixId},${first.stixId}&match[type]=indicator`, ['indicator 03']],
      ['match[spec_version]=2.1',                                ['report 01', 'indicator 03']],
      ['match[spec_version]=2.0',                                []],
      ['added_after=2199-01-01T00:00:00Z',                       []],
      ['unknown=1',                                              ['report 01', 'indicator 03']],
    ] as const) {
      expect(await versionsOf(query), query).toEqual(expected)
    }
    const versions = await ask(
      `api/collections/${collectionId}/objects/${first.stixId}/versions/?limit=2`,
    )
    expect(versions.body).toEqual({
      more: true,
      next: expect.any(String),
      versions: [first.version, second.version],
    })
    const rest = await ask(
      `api/collections/${collectionId}/objects/${first.stixId}/versions/?limit=2&next=${versions.body.next}`,
    )
    expect(rest.body).toEqual({ versions: [third.version] })
    expect(
      (await ask(`api/collections/${collectionId}/objects/${first.stixId}/`)).body.objects,
    ).toEqual([JSON.parse(third.body)])
    expect(
      (await ask(`api/collections/${collectionId}/objects/indicator--${randomUUID()}/`)).status,
    ).toBe(404)
  }))

// biome-ignore format: a table is read by its columns.
const UNFIT = [
  'next=%00', 'match[id]=%00', 'limit=0', 'limit=-1', 'limit=1.5', 'limit=many', 'added_after=yesterday', 'added_after=2026-02-31T00:00:00Z',
  'added_after=2026-10-01T00:00:00%2B09:00', 'added_after=0000-01-01T00:00:00Z', 'match[version]=newest', 'next=broken',
  `next=${btoa('{"after":"2026-99-99T00:00:00.000000Z","filter":{"versions":["all"]}}')}`,
  `next=${btoa('{"after":"2026-10-01T00:00:00.000000Z","filter":{"versions":["all"],"audience":[1]}}')}`,
  `next=${btoa('{"after":"2026-10-01T00:00:00.000000Z","filter":{"versions":[]}}')}`,
  `match[id]=${'a'.repeat(201)}`, `match[id]=${Array.from({ length: 101 }, (_, i) => i).join(',')}`,
]

test('a parameter that cannot be understood is answered with 400 and an error object', () =>
  withFeed(async ({ ask, collectionId }) => {
    for (const query of UNFIT) {
      for (const list of ['objects', 'manifest']) {
        const answer = await ask(`api/collections/${collectionId}/${list}/?${query}`)
        expect(answer.status, query).toBe(400)
        expect(answer.body).toMatchObject({ title: expect.any(String), http_status: '400' })
      }
    }
  }))

test('a page holds a thousand objects at most', () =>
  withFeed(async ({ hub, ask, collectionId }) => {
    await addRelease(
      hub,
      collectionId,
      Array.from({ length: 1100 }, () => objectNamed('indicator')),
    )
    const sizeOf = async (query: string) =>
      idsOf(await ask(`api/collections/${collectionId}/objects/?${query}`)).length
    expect([await sizeOf(''), await sizeOf('limit=5'), await sizeOf('limit=99999')]).toEqual([
      100, 5, 1000,
    ])
  }))

test('nothing can be written', () =>
  withFeed(async ({ hub, token, collectionId }) => {
    const client = hub.as({ token })
    const collection = `/taxii2/api/collections/${collectionId}`
    expect((await client.post(`${collection}/objects/`, { objects: [] })).status).toBe(403)
    expect((await client.delete(`${collection}/objects/indicator--${randomUUID()}/`)).status).toBe(
      403,
    )
    for (const path of [
      '/taxii2/',
      '/taxii2/api/',
      '/taxii2/api/collections/',
      `${collection}/`,
      `${collection}/manifest/`,
    ]) {
      const answer = await client.post(path, {})
      expect(answer.status).toBe(405)
      expect(answer.headers.get('allow')).toBe('GET, HEAD')
    }
  }))

test('a member that leaves its group loses the collection at once', () =>
  withFeed(async ({ hub, ask, collectionId }) => {
    expect((await ask(`api/collections/${collectionId}/`)).status).toBe(200)
    await hub.inStaff((db) =>
      runSql(
        db,
        sql`update noroshi.membership set left_on = '2026-10-15' where group_id = ${collectionId}`,
      ),
    )
    expect((await ask(`api/collections/${collectionId}/`)).status).toBe(404)
    expect((await ask('api/collections/')).body).toEqual({})
  }))
