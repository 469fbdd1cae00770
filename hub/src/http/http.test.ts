import { expect, test } from 'vitest'
import { z } from 'zod'
import { Refusal } from '../refusals.ts'
import { keepLog } from '../testing/keep-log.ts'
import { withHub } from '../testing/index.ts'
import { defineRoute } from './define-route.ts'

const Note = z.strictObject({ text: z.string() })
const routes = [
  defineRoute(
    {
      method: 'post',
      path: '/api/try/note',
      access: 'public',
      summary: 'Notes',
      body: Note,
      answer: z.object({ text: z.string() }),
      bodyBytesMax: 1000,
    },
    async (_, { body }) => ({ ...body, secret: 'inner field' }),
  ),
  defineRoute(
    { method: 'get', path: '/api/try/{id}/bug', access: 'public', summary: 'Fails', answer: Note },
    () => {
      throw new Error('the word canary-3f1 stands in the evidence')
    },
  ),
  defineRoute(
    { method: 'get', path: '/api/try/refused', access: 'public', summary: 'Refuses', answer: Note },
    () => {
      throw new Refusal('slow-down', { retryAfterSeconds: 7 })
    },
  ),
]

test('only what the contract names leaves the house', () =>
  withHub(
    async (hub) => {
      const answer = await hub.as(undefined).post('/api/try/note', { text: 'hello' })
      expect(answer.body).toEqual({ text: 'hello' })
    },
    { routes },
  ))

test.each([
  ['another type', { 'content-type': 'text/plain' }, '{"text":"a"}', 400, 'request-unfit'],
  ['no JSON', {}, '{"text":', 400, 'request-unfit'],
  ['a field too many', {}, '{"text":"a","admin":true}', 400, 'request-unfit'],
  ['bytes that are no UTF-8', {}, new Uint8Array([0x22, 0xff, 0x22]), 400, 'request-unfit'],
  ['too much', {}, JSON.stringify({ text: 'x'.repeat(2000) }), 413, 'too-large'],
  ['another site', { 'sec-fetch-site': 'cross-site' }, '{"text":"a"}', 403, 'not-same-origin'],
  ['a sibling host', { 'sec-fetch-site': 'same-site' }, '{"text":"a"}', 403, 'not-same-origin'],
  [
    'a foreign origin',
    { origin: 'https://attacker.example' },
    '{"text":"a"}',
    403,
    'not-same-origin',
  ],
  ['a page without origin', { origin: 'null' }, '{"text":"a"}', 403, 'not-same-origin'],
] as const)('a request with %s is refused', (_, headers, body, status, code) =>
  withHub(
    async (hub) => {
      const answer = await hub.as(undefined).post('/api/try/note', Buffer.from(body), {
        'content-type': 'application/json',
        ...headers,
      })
      expect([answer.status, answer.body.code]).toEqual([status, code])
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
    },
    { routes },
  ),
)

test('a bug tells its number and nothing of the inside', () =>
  withHub(
    async (hub) => {
      const lines = keepLog()
      const answer = await hub.as(undefined).get('/api/try/7/bug')
      expect(answer.status).toBe(500)
      expect(answer.body.traceId).toBe(answer.headers.get('x-trace-id'))
      expect(JSON.stringify(answer.body)).not.toMatch(/canary|Error|\.ts/)
      // The operator finds the place by that number.
      expect(lines.map((line) => JSON.parse(line))).toMatchObject([
        { event: 'request-failed', traceId: answer.body.traceId },
      ])
    },
    { routes },
  ))

// biome-ignore format: a table is read by its columns.
test.each([
  ['NUL',                   'a\\u0000b', 400],
  ['half a surrogate pair', 'a\\ud800b', 400],
  ['a whole one',           '\\ud842\\udfb7', 200],
])('%s in a text that would fit is answered with %s', (_, text, status) =>
  withHub(async (hub) => {
    const typed = { 'content-type': 'application/json' }
    const body = Buffer.from(`{"text":"${text}"}`)
    expect((await hub.as(undefined).post('/api/try/note', body, typed)).status).toBe(status)
  }, { routes }),
)

test('NUL in an address is refused before the database refuses it', () =>
  withHub(async (hub) => {
    const group = await hub.seed.group()
    const reader = hub.as({ readerOf: await hub.seed.organisation({ groupIds: [group] }) })
    const objects = `/taxii2/api/collections/${group}/objects/`
    expect((await reader.get(`${objects}?match[id]=a%00b`)).status).toBe(400)
    expect((await reader.get(`${objects}report--%00/`)).status).toBe(404)
  }))

test('a refusal says when to come back', () =>
  withHub(
    async (hub) => {
      const answer = await hub.as(undefined).get('/api/try/refused')
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '7'])
    },
    { routes },
  ))

test('the description of the API names every route', () =>
  withHub(async (hub) => {
    const { paths } = (await hub.as('analyst').get('/api/openapi.json')).body
    for (const { method, path } of hub.routes) expect(paths[path]?.[method]).toBeDefined()
  }))
