import { expect, test } from 'vitest'
import { z } from 'zod'
import { type HubClient, type TestHub, withHub } from '../testing/index.ts'
import type { HubRoute } from './define-route.ts'

// Every parameter of every route, taken from the router itself, with what the catalogues of D5, D8 and D10 know.

const NO_SUCH_ID = '00000000-0000-4000-8000-000000000000'
const JSON_TYPE = { 'content-type': 'application/json' }
const SLEEP_S = 5

// biome-ignore format: a table is read by its columns.
const TEXTS = [
  `';select pg_sleep(${SLEEP_S})--`,
  `1;select pg_sleep(${SLEEP_S})`,
  `1) or (select pg_sleep(${SLEEP_S})) is null--`,
  `id desc,(select pg_sleep(${SLEEP_S}))`,
  `{"$gt":""}`,
  '../../../../etc/passwd',
  '__proto__',
  'constructor',
  'a\0b',
  '\ud800',
  '%',
  '-1',
  '1e309',
  'NaN',
  'x'.repeat(8_000),
]

/** Names that libraries of other hubs believed, besides those the route takes. */
const USUAL_NAMES = ['sort', 'order', 'orderBy', 'filter', 'fields', 'limit', 'after', 'page', 'q']

/** Ways in which one library or other makes lists, objects or a prototype of a name. */
const ODD_SHAPES: readonly ((name: string) => string)[] = [
  (name) => `${name}=1&${name}=2`,
  (name) => `${name}[]=1&${name}[0]=1`,
  (name) => `${name}[__proto__]=1&${name}[$ne]=1`,
  (name) => `__proto__[${name}]=1&constructor[prototype][${name}]=1`,
]

const toAddress = ({ path }: HubRoute, value = NO_SUCH_ID) =>
  path.replaceAll(/\{\w+\}/g, encodeURIComponent(value.toWellFormed()))

function namesOf({ query }: HubRoute): string[] {
  const own = query instanceof z.ZodObject ? Object.keys(query.shape) : []
  return [...new Set([...own, ...USUAL_NAMES])]
}

async function callers(hub: TestHub): Promise<readonly HubClient[]> {
  const organisation = await hub.seed.organisation({ groupIds: [await hub.seed.group()] })
  return [hub.as('lead'), hub.as({ contactOf: organisation })]
}

/** Asks and expects an answer that was meant: no bug, no wait, and nothing of the inside in it. */
async function expectMeant(what: unknown, ask: () => ReturnType<HubClient['get']>): Promise<void> {
  const startedAt = performance.now()
  const { status, body } = await ask()
  expect([what, status], JSON.stringify(body)).not.toEqual([what, 500])
  expect([what, performance.now() - startedAt < SLEEP_S * 1000]).toEqual([what, true])
  expect(JSON.stringify(body ?? '')).not.toMatch(/syntax error|pg_sleep\(5\).*select|at .*\.ts:/)
}

test('no query parameter of any route sleeps, breaks or tells', () =>
  withHub(async (hub) => {
    for (const [at, client] of (await callers(hub)).entries()) {
      // The member meets the same parser; every fourth text shows it.
      const texts = TEXTS.filter((_, number) => at === 0 || number % 4 === 0)
      for (const route of hub.routes.filter(({ method }) => method === 'get')) {
        const address = toAddress(route)
        await Promise.all(
          texts.map((text) => {
            const query = new URLSearchParams(
              namesOf(route).map((name): [string, string] => [name, text]),
            )
            return expectMeant([route.path, text], () => client.get(`${address}?${query}`))
          }),
        )
        for (const shape of ODD_SHAPES) {
          const query = namesOf(route).map(shape).join('&')
          await expectMeant([route.path, query], () => client.get(`${address}?${query}`))
        }
      }
    }
    expect(({} as Record<string, unknown>)['limit']).toBe(undefined)
  }))

/** The ends of what a calendar, ISO 8601 and the contract can write. */
const DAYS = ['0000-01-01', '0001-01-01', '1969-12-31', '1970-01-01', '9999-12-31', '2026-02-30']
const QUARTERS = ['0000Q1', '1900Q1', '1969Q4', '1970Q1', '1970Q4', '2099Q4', '9999Q4', '2026Q5']

test('no day and no quarter at the end of the calendar breaks a route', () =>
  withHub(async (hub) => {
    for (const client of await callers(hub)) {
      for (const route of hub.routes.filter(({ method }) => method === 'get')) {
        const names = namesOf(route).filter((name) => name === 'asOf' || name === 'quarter')
        if (names.length === 0) continue
        for (const text of [...DAYS, ...QUARTERS]) {
          const name = text.includes('Q') ? 'quarter' : 'asOf'
          const query = name === 'asOf' ? `asOf=${text}&quarter=2026Q2` : `quarter=${text}`
          const address = `${toAddress(route)}?${query}&figure=submissions`
          await expectMeant([route.path, query], () => client.get(address))
        }
      }
    }
    for (const path of ['table1', 'table1.csv']) {
      const ask = (quarter: string) =>
        hub.as('lead').get(`/api/statistics/${path}?quarter=${quarter}`)
      for (const quarter of ['1900Q1', '1969Q4', '1970Q3']) {
        expect([quarter, (await ask(quarter)).body.code]).toEqual([quarter, 'request-unfit'])
      }
      expect((await ask('1970Q4')).status).toBe(200)
    }
  }))

test('a parameter given twice where one is meant is refused, not chosen from', () =>
  withHub(async (hub) => {
    const answer = await hub.as('analyst').get('/api/submissions?state=analysed&state=received')
    expect([answer.status, answer.body.code]).toEqual([400, 'request-unfit'])
  }))

test('no part of an address of any route sleeps, breaks or tells', () =>
  withHub(async (hub) => {
    const [lead] = await callers(hub)
    for (const client of lead === undefined ? [] : [lead]) {
      for (const route of hub.routes.filter(({ path }) => path.includes('{'))) {
        await Promise.all(
          TEXTS.map((text) =>
            expectMeant([route.path, text], () => client[route.method](toAddress(route, text))),
          ),
        )
      }
    }
  }))

/** Values of every kind but the one that is meant. */
const BODIES = [
  'null',
  '[]',
  '"text"',
  '0',
  '{"__proto__":{"roles":["hub-admin"]},"constructor":{"prototype":{"roles":["hub-admin"]}}}',
  `{"a":1,"a":${'9'.repeat(1000)}}`,
]

/** One function reads the bodies of all routes; that it does so is seen on a few. */
const everyEighth = (hub: TestHub): HubRoute[] =>
  hub.routes.filter(({ body }) => body !== undefined).filter((_, at) => at % 8 === 0)

test('a body nested a hundred thousand deep breaks no route', () =>
  withHub(async (hub) => {
    const bodies = [
      `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
      `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
    ].map((text) => Buffer.from(text))
    const [lead] = await callers(hub)
    for (const route of everyEighth(hub)) {
      for (const body of bodies) {
        const answer = await lead?.[route.method as 'post' | 'put'](
          toAddress(route),
          body,
          JSON_TYPE,
        )
        const isRefused = [400, 401, 403, 404, 429].includes(answer?.status ?? 0)
        expect([route.path, answer?.status, isRefused]).toEqual([route.path, answer?.status, true])
      }
    }
  }))

test('no body of another kind breaks a route, changes a prototype or gets past the schema', () =>
  withHub(async (hub) => {
    for (const client of await callers(hub)) {
      for (const route of hub.routes.filter(({ body }) => body !== undefined)) {
        for (const text of [...BODIES, wrongKinds(route)]) {
          const call = client[route.method as 'post' | 'put']
          const ask = () => call(toAddress(route), Buffer.from(text), JSON_TYPE)
          await expectMeant([route.method, route.path, text.slice(0, 40)], ask)
        }
      }
    }
    expect(({} as Record<string, unknown>)['roles']).toBe(undefined)
  }))

/** Every field the route takes, with a list where a text is meant and an object where a list is. */
function wrongKinds({ body }: HubRoute): string {
  const names = body instanceof z.ZodObject ? Object.keys(body.shape) : []
  const values = [[['a']], { a: 1 }, [{ $ne: null }], null, true]
  return JSON.stringify(
    Object.fromEntries(names.map((name, at) => [name, values[at % values.length]])),
  )
}

test('10 MB of JSON are refused by their size before they are read', () =>
  withHub(async (hub) => {
    const text = Buffer.from(`{"text":"${'x'.repeat(10 * 1024 * 1024)}"}`)
    const [lead] = await callers(hub)
    for (const route of everyEighth(hub)) {
      const call = lead?.[route.method as 'post' | 'put']
      const answer = await call?.(toAddress(route), text, JSON_TYPE)
      expect([route.path, [401, 403, 413, 429].includes(answer?.status ?? 0)]).toEqual([
        route.path,
        true,
      ])
    }
  }))
