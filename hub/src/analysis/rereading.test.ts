import { expect, test } from 'vitest'
import { type TestHub, withHub } from '../testing/index.ts'
import { mailBytes } from '../testing/mails.ts'
import { seedSubmissions } from '../testing/quarter-records.ts'
import { saveReadAgain, saveRereadingBegun } from './rereading.queries.ts'

async function listRereadings(hub: TestHub) {
  const { status, body } = await hub.as('analyst').get('/api/knowledge/rereadings')
  expect(status).toBe(200)
  return body.rereadings
}

async function handIn(hub: TestHub, key: string) {
  const contactOf = await hub.seed.organisation()
  const headers = { 'idempotency-key': `rereading-test-${key}` }
  await hub.as({ contactOf }).post('/api/submissions', mailBytes({ subject: key }), headers)
  await hub.runJobs()
}

test('who asks for a reading again sees that it waits, and how it ended', () =>
  withHub(async (hub) => {
    await handIn(hub, 'one')
    await handIn(hub, 'two')
    expect(await listRereadings(hub)).toEqual([])

    const analyst = hub.as('analyst')
    await analyst.post('/api/knowledge/analyse-again', { days: 7 })
    expect(await listRereadings(hub)).toMatchObject([{ days: 7, state: 'waiting', total: 0 }])
    // Asked again before it has begun it is one reading, of the span asked for last.
    await analyst.post('/api/knowledge/analyse-again', { days: 30 })
    expect(await listRereadings(hub)).toMatchObject([{ days: 30, state: 'waiting' }])

    await hub.runJobs()
    const [ended, ...others] = await listRereadings(hub)
    expect(others).toEqual([])
    expect(ended).toMatchObject({ days: 30, state: 'done', total: 2, read: 2, failed: 0 })
    expect(ended.askedBy).toEqual(expect.any(String))
    expect(ended.endedAt).toBe(hub.clock.now().toISOString())
  }))

test('while it runs it tells how many of how many are read, and what could not be read', () =>
  withHub(async (hub) => {
    const at = hub.clock.now()
    const ids = await seedSubmissions(
      hub,
      [1, 2, 3].map(() => ({ at, items: 1, providerKind: 'hub' as const })),
    )
    const later = new Date(at.getTime() + 1000)
    const read = { startedAt: later, endedAt: later, hasFailed: false }
    await hub.inStaff(async (db) => {
      await saveRereadingBegun(db, { days: 14, at }, ids)
      const [first, second, third] = ids
      if (first === undefined || second === undefined || third === undefined)
        throw new Error('not seeded')
      await saveReadAgain(db, first, read)
      await saveReadAgain(db, second, { ...read, hasFailed: true })
      // Its reading had begun before and knew nothing of what has changed.
      await saveReadAgain(db, third, { ...read, startedAt: new Date(at.getTime() - 1000) })
    })
    const [running] = await listRereadings(hub)
    expect(running).toMatchObject({
      ...{ days: 14, state: 'running', total: 3, read: 2, failed: 1 },
      lastAt: later.toISOString(),
    })
    expect(running).not.toHaveProperty('askedBy')
    expect(running).not.toHaveProperty('endedAt')
  }))

test('a span in which nothing was received is over at once', () =>
  withHub(async (hub) => {
    await hub.as('lead').post('/api/knowledge/analyse-again', { days: 1 })
    await hub.runJobs()
    expect(await listRereadings(hub)).toMatchObject([{ state: 'done', total: 0, read: 0 }])
  }))

test('members see nothing of it', () =>
  withHub(async (hub) => {
    const contactOf = await hub.seed.organisation()
    const { status } = await hub.as({ contactOf }).get('/api/knowledge/rereadings')
    expect([403, 404]).toContain(status)
  }))
