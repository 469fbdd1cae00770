import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { withHub } from '../testing/index.ts'
import { keepLog } from '../testing/keep-log.ts'
import { REFUSAL_LINES_MAX, REFUSAL_LINES_PER_SECOND } from './limits.ts'

/** What the hub wrote to its log about refusals. */
function listenToLog() {
  const lines = keepLog()
  return () => lines.map((line) => JSON.parse(line)).filter(({ event }) => event === 'refused')
}

test('refusals by rule are written with who, which rule and which ids, and no word of the request', () =>
  withHub(async (hub) => {
    const reader = { readerOf: await hub.seed.organisation() }
    const as = hub.as(reader)
    const actor = `person:${await hub.personOf(reader)}`
    const id = randomUUID()
    const listRefusals = listenToLog()
    await as.get(`/api/my/submissions/${id}?secret=canary-7c2`)
    await as.get('/api/cases?find=canary-7c2')
    await as.post('/api/sign-out', { canary: 'canary-7c2' }, { 'sec-fetch-site': 'cross-site' })
    await as.get(`/taxii2/api/collections/${id}/`)
    await as.get('/api/canary-7c2')
    const fresh = hub.as({ personId: await hub.personOf(reader), secondFactor: false })
    await fresh.get('/api/inbox')

    const lines = listRefusals()
    expect(lines.map(({ code, actor: who, route, ids }) => [code, who, route, ids])).toEqual([
      ['not-found', actor, '/api/my/submissions/{submissionId}', id],
      ['role-required', actor, '/api/cases', undefined],
      ['not-same-origin', 'nobody', 'none', undefined],
      ['not-found', actor, '/taxii2/api/collections/{collectionId}/', id],
      ['not-found', actor, 'none', undefined],
      ['second-factor-required', actor, '/api/inbox', undefined],
    ])
    expect(JSON.stringify(lines)).not.toContain('canary')
  }))

test('a flood of refusals is counted instead of written', () =>
  withHub(async (hub) => {
    const as = hub.as({ readerOf: await hub.seed.organisation() })
    const listRefusals = listenToLog()
    for (let i = 0; i < REFUSAL_LINES_MAX + 25; i += 1) await as.get('/api/cases')
    expect(listRefusals()).toHaveLength(REFUSAL_LINES_MAX)
    hub.clock.advance(1000 / REFUSAL_LINES_PER_SECOND)
    await as.get('/api/cases')
    expect(listRefusals().at(-1)).toMatchObject({ code: 'role-required', leftOut: 25 })
  }))

test('a mistake, and a stranger without a name, are no lines', () =>
  withHub(async (hub) => {
    const listRefusals = listenToLog()
    await hub.as(undefined).get('/api/cases')
    await hub.as('analyst').get('/api/submissions?limit=nonsense')
    expect(listRefusals()).toEqual([])
  }))
