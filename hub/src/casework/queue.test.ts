import { expect, test } from 'vitest'
import type { QueueRow } from 'contract/case'
import { sql } from '../database/db.ts'
import { runSql } from '../database/query.ts'
import { type TestHub, withHub } from '../testing/index.ts'
import { seedApprovalOf, seedBulletinOf } from '../testing/case-picture.ts'
import { seedSubmissions } from '../testing/quarter-records.ts'

const DAY_MS = 86_400_000

/** One of everything that can wait, and of what does not. */
async function seedWaiting(hub: TestHub) {
  const organisationId = await hub.seed.organisation()
  const now = hub.clock.now()
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS)
  const one = { items: 1, organisationId }
  const [fresh, question, answer, broken, aside, ...cased] = await seedSubmissions(hub, [
    { ...one, at: daysAgo(1) },
    { ...one, at: daysAgo(2), kind: 'consultation' },
    { ...one, at: daysAgo(3), kind: 'feedback' },
    { ...one, at: daysAgo(4) },
    { ...one, at: daysAgo(5) },
    ...Array.from({ length: 7 }, () => ({ ...one, at: daysAgo(6) })),
  ])
  await hub.inStaff((db) =>
    runSql(
      db,
      sql`update noroshi.submission set state = 'received', analysis = 'failed' where id = ${broken}`,
    ),
  )
  await hub.as('analyst').post(`/api/submissions/${aside}/set-aside`, { reason: 'Sent to all' })
  const states = ['none', 'draft', 'checked', 'waiting', 'waiting', 'approved', 'released']
  const bulletins: string[] = []
  for (const [index, state] of states.entries()) {
    const submissionIds = [cased[index]]
    const { caseId } = (await hub.as('analyst').post('/api/cases', { submissionIds })).body
    if (state === 'none') continue
    const bulletin = await seedBulletinOf(hub, caseId, state)
    bulletins.push(bulletin)
    const dueAt = index === 3 ? daysAgo(1) : new Date(now.getTime() + DAY_MS)
    if (state === 'waiting') await seedApprovalOf(hub, bulletin, organisationId, dueAt)
  }
  return { fresh, question, answer, broken, bulletins }
}

const queueOf = async (hub: TestHub, who: 'analyst' | 'lead', filter = '') =>
  (await hub.as(who).get(`/api/queue${filter}`)).body as {
    rows: QueueRow[]
    counts: Record<string, number>
  }

test('what waits is there with its reason, deadlines first and then the oldest; the rest is not', () =>
  withHub(async (hub) => {
    await seedWaiting(hub)
    const { rows, counts } = await queueOf(hub, 'analyst')
    expect(rows.slice(0, 6).map(({ kind, waitsFor }) => `${kind} ${waitsFor}`)).toEqual([
      'approval unassigned', // Overdue: somebody has to call.
      'approval others', // The provider has until tomorrow.
      'failed-analysis unassigned',
      'feedback unassigned',
      'consultation unassigned',
      'submission unassigned',
    ])
    expect(
      rows
        .slice(6)
        .map(({ kind }) => kind)
        .toSorted(),
    ).toEqual(['bulletin', 'bulletin', 'bulletin', 'case'])
    expect(counts).toEqual({ me: 0, others: 2, unassigned: 8, all: 10 })
    for (const { why } of rows) expect(why.ja.endsWith('。') && why.en.endsWith('.')).toBe(true)
  }))

test('a release waits for every lead, work for whom it was given to, and the tabs divide it all', () =>
  withHub(async (hub) => {
    const { fresh } = await seedWaiting(hub)
    const personId = await hub.personOf('analyst')
    const assigned = await hub.as('lead').post(`/api/submissions/${fresh}/assign`, { personId })
    expect(assigned.status).toBe(200)

    const mine = await queueOf(hub, 'analyst', '?filter=mine')
    expect(mine.rows.map(({ id }) => id)).toEqual([fresh])
    const leads = await queueOf(hub, 'lead', '?filter=mine')
    expect(leads.rows.map(({ kind }) => kind)).toEqual(['bulletin'])
    for (const who of ['analyst', 'lead'] as const) {
      const { counts } = await queueOf(hub, who)
      const tabs = await Promise.all(
        ['mine', 'others', 'unassigned'].map((tab) => queueOf(hub, who, `?filter=${tab}`)),
      )
      expect(tabs.map(({ rows }) => rows.length)).toEqual([
        counts.me,
        counts.others,
        counts.unassigned,
      ])
    }
    await hub.as('lead').post(`/api/submissions/${fresh}/assign`, { personId: null })
    expect((await queueOf(hub, 'analyst', '?filter=mine')).rows).toEqual([])
  }))

test('a question is answered, corrected and taken up again; each is on record', () =>
  withHub(async (hub) => {
    const { question } = await seedWaiting(hub)
    const analyst = hub.as('analyst')
    const answer = { category: 'Phishing', answer: 'Reset the password and look for rules.' }
    const path = `/api/submissions/${question}`
    expect((await analyst.post(`${path}/consultation`, answer)).status).toBe(200)
    expect((await queueOf(hub, 'analyst')).rows.map(({ id }) => id)).not.toContain(question)
    expect((await analyst.post(`${path}/consultation`, { ...answer, answer: 'More' })).status).toBe(
      200,
    )
    expect((await analyst.post(`${path}/reopen`)).status).toBe(200)
    expect((await queueOf(hub, 'analyst')).rows.map(({ id }) => id)).toContain(question)
    expect(
      (await hub.auditOf(`submission:${question}`)).filter((a) => a.startsWith('submission-')),
    ).toEqual(['submission-consultation', 'submission-consultation', 'submission-reopened'])
  }))

test('the list of submissions is filtered and paged without losing or repeating a row', () =>
  withHub(async (hub) => {
    const organisationId = await hub.seed.organisation({ name: '100% 電力_株式会社' })
    const other = await hub.seed.organisation({ name: 'Birch' })
    const at = hub.clock.now()
    // Many within one moment: the order must be total.
    await seedSubmissions(
      hub,
      Array.from({ length: 120 }, (_, index) => ({
        ...{ at, items: 1, organisationId: index < 110 ? organisationId : other },
      })),
    )
    const seen: string[] = []
    const analyst = hub.as('analyst')
    let after: string | undefined = ''
    while (after !== undefined) {
      const { body } = await analyst.get(`/api/submissions?${after === '' ? '' : `after=${after}`}`)
      seen.push(...body.rows.map((row: { submissionId: string }) => row.submissionId))
      after = body.next
    }
    expect([seen.length, new Set(seen).size]).toEqual([120, 120])
    const found = async (query: string) =>
      (await analyst.get(`/api/submissions?${query}`)).body.rows.length
    expect(await found(`organisationId=${other}`)).toBe(10)
    expect(await found(`text=${encodeURIComponent('0% 電力_')}`)).toBe(50)
    expect(await found(`text=${encodeURIComponent('0%x')}`)).toBe(0)
    expect(await found('state=in-case')).toBe(0)
    expect(await found('assignee=me')).toBe(0)
    expect(await found('assignee=none')).toBe(50)
    expect((await analyst.get('/api/submissions?after=nonsense')).status).toBe(400)
  }))
