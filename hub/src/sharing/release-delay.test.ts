import { expect, test } from 'vitest'
import { sql } from '../database/index.ts'
import { startJob } from '../jobs/index.ts'
import {
  approvedBulletin,
  expectOk,
  openStoryCase,
  releaseAs,
  type Story,
} from '../testing/bulletin-story.ts'
import { tellOnce } from '../testing/tell-once.ts'
import { carryOutReleaseJob } from './carry-out-release.job.ts'

// A release is ordered, waits, can be cancelled, and leaves only if everything still holds (T75).

const MINUTE_MS = 60_000

const settings = { NOROSHI_RELEASE_DELAY_MINUTES: '10' }
const approve = async (story: Story) => approvedBulletin(story, await openStoryCase(story))
const withApproved = tellOnce(approve, { settings })
const withOrdered = tellOnce(
  async (story) => {
    const bulletinId = await approve(story)
    expect(expectOk(await releaseAs(story.lead, bulletinId)).state).toBe('releasing')
    return bulletinId
  },
  { settings },
)

const viewOf = async ({ lead }: Story, bulletinId: string) =>
  expectOk(await lead.get(`/api/bulletins/${bulletinId}`))

/** Everything of a release that anybody outside could notice. */
async function tracesOutside({ hub, peer, provider }: Story) {
  const inboxes = [peer, provider].map(async (contactOf) => {
    const { rows } = expectOk(await hub.as({ contactOf }).get('/api/inbox'))
    return rows.length as number
  })
  const { rows } = await hub.inStaff((db) =>
    sql<{ n: number }>`select (select count(*) from noroshi.release)
       + (select count(*) from noroshi.release_origin) + (select count(*) from noroshi.stix_object)
       + (select count(*) from noroshi.notice where kind = 'released') as n`.execute(db),
  )
  return [...(await Promise.all(inboxes)), Number(rows[0]?.n)]
}

test('until it is due nothing of a release can be seen; then it leaves once', () =>
  withOrdered(async (story, bulletinId) => {
    const { hub, contact } = story
    hub.clock.advance(9 * MINUTE_MS)
    await hub.runJobs()
    expect(await tracesOutside(story)).toEqual([0, 0, 0])
    const { rows } = expectOk(await contact.get('/api/approvals'))
    const certificate = `/api/approvals/${rows[0].approvalId}/certificate`
    expect(expectOk(await contact.get(certificate))).toEqual({})
    expect(expectOk(await story.lead.get(`/api/bulletins/${bulletinId}/certificate`))).toEqual({})
    expect((await viewOf(story, bulletinId)).releaseOrder).toMatchObject({
      dueAt: '2026-10-15T01:10:00.000Z',
    })

    hub.clock.advance(MINUTE_MS)
    await hub.runJobs()
    const { state, releaseOrder } = await viewOf(story, bulletinId)
    expect([state, releaseOrder.outcome]).toEqual(['released', 'released'])
    expect((await tracesOutside(story)).slice(0, 2)).toEqual([1, 1])
    expect(expectOk(await contact.get(certificate)).certificate).toBeDefined()
    expect(await hub.auditOf(`bulletin:${bulletinId}`)).toEqual(
      expect.arrayContaining(['bulletin-releasing', 'bulletin-released']),
    )
  }))

test('a job that runs too early or twice releases once and not before', () =>
  withOrdered(async (story, bulletinId) => {
    const { hub } = story
    const again = async (key: string) => {
      await hub.inStaff(async (db) => {
        const { rows } = await sql<{ id: string }>`select id from noroshi.release_order`.execute(db)
        for (const { id } of rows) await startJob(db, 'carry-out-release', { orderId: id }, { key })
      })
      await hub.runJobs()
    }
    await again('early')
    expect(await tracesOutside(story)).toEqual([0, 0, 0])
    hub.clock.advance(10 * MINUTE_MS)
    await again('due')
    const after = await tracesOutside(story)
    await again('late')
    expect(await tracesOutside(story)).toEqual(after)
    expect((await viewOf(story, bulletinId)).state).toBe('released')
  }))

test('a release that fails to the last attempt is stopped and says so, and may be ordered again', () =>
  withOrdered(async (story, bulletinId) => {
    const { hub, lead } = story
    const order = sql<{ orderId: string }>`select id as "orderId" from noroshi.release_order`
    const { rows } = await hub.inStaff((db) => order.execute(db))
    hub.clock.advance(10 * MINUTE_MS)
    await carryOutReleaseJob.giveUp?.(hub, rows[0])
    await hub.runJobs()
    expect(await tracesOutside(story)).toEqual([0, 0, 0])
    const { state, releaseOrder } = await viewOf(story, bulletinId)
    expect([state, releaseOrder.outcome]).toEqual(['approved', 'stopped'])
    expect(releaseOrder.why.en).toContain('failed again and again')
    expect(await hub.auditOf(`bulletin:${bulletinId}`)).toContain('bulletin-release-stopped')
    expect(expectOk(await releaseAs(lead, bulletinId)).state).toBe('releasing')
    hub.clock.advance(10 * MINUTE_MS)
    await hub.runJobs()
    expect((await viewOf(story, bulletinId)).state).toBe('released')
  }))

test.each(['analyst', 'lead'] as const)('the %s cancels, and nobody outside learns of it', (who) =>
  withOrdered(async (story, bulletinId) => {
    const { hub } = story
    const path = `/api/bulletins/${bulletinId}/cancel-release`
    expect(expectOk(await story[who].post(path)).state).toBe('approved')
    expect((await story[who].post(path)).body.code).toBe('release-not-ordered')
    hub.clock.advance(60 * MINUTE_MS)
    await hub.runJobs()
    expect(await tracesOutside(story)).toEqual([0, 0, 0])
    const { state, releaseOrder, approvals } = await viewOf(story, bulletinId)
    expect([state, releaseOrder.outcome, approvals[0].state]).toEqual([
      'approved',
      'cancelled',
      'approved',
    ])
    // The approvals stand, so the lead may order it again.
    expect(expectOk(await releaseAs(story.lead, bulletinId)).state).toBe('releasing')
    hub.clock.advance(10 * MINUTE_MS)
    await hub.runJobs()
    expect((await viewOf(story, bulletinId)).state).toBe('released')
  }),
)

const edits = async (story: Story, bulletinId: string) => {
  const { content, contentHash } = await viewOf(story, bulletinId)
  const title = { ...content.title, en: `${content.title.en}.` }
  const edit = { content: { ...content, title }, groupIds: [story.sig], baseHash: contentHash }
  expectOk(await story.analyst.put(`/api/bulletins/${bulletinId}`, edit))
}

const takesBack = async ({ contact }: Story) => {
  const { rows } = expectOk(await contact.get('/api/approvals'))
  const path = `/api/approvals/${rows[0].approvalId}`
  const { contentHash } = expectOk(await contact.get(path))
  expectOk(await contact.post(`${path}/answer`, { answer: 'withdraw', contentHash }))
}

const narrows = async ({ contact, sig }: Story) => {
  const own = expectOk(await contact.get('/api/my/submissions')).rows[0]
  const wishes = { ...own.wishes, groupIds: [sig], tlp: 'RED' }
  expectOk(await contact.put(`/api/submissions/${own.submissionId}/wishes`, wishes))
}

const namesItself = async ({ contact, provider }: Story) => {
  const names = [{ text: 'mailbox-relay', kind: 'brand' }]
  const path = `/api/organisations/${provider}`
  const { revision } = expectOk(await contact.get(path))
  const rest = { domains: [], people: [], watchList: [], urlServices: [], revision }
  expectOk(await contact.put(`${path}/vault`, { names, ...rest }))
}

const agreementLapses = ({ hub, bystander }: Story) =>
  hub.inStaff((db) =>
    sql`update noroshi.agreement set ends_on = '2026-10-15' where organisation_id = ${bystander}`.execute(
      db,
    ),
  )

const oneMore = async ({ hub, sig }: Story) => hub.seed.organisation({ groupIds: [sig] })

const oneForAnother = async (story: Story) => {
  await agreementLapses(story)
  await oneMore(story)
}

const leadIsDisabled = ({ hub }: Story) =>
  hub.inStaff(async (db) => {
    const lead = await hub.personOf('lead')
    await sql`update noroshi.person set disabled_at = now() where id = ${lead}`.execute(db)
  })

// biome-ignore format: a table is read by its columns.
test.each([
  // what happens while it waits                     then it is   and the hub is told
  ['the text is edited',               edits,           'draft',    'text was changed'],
  ['the provider takes its approval back', takesBack,   'draft',    'took its approval back'],
  ['the provider narrows its wish',    narrows,         'draft',    'narrowed its wishes'],
  ['the provider enters another name', namesItself,     'draft',    'trace of a provider'],
  ['the group becomes too small',      agreementLapses, 'draft',    'become too small'],
  ['the group grows',                  oneMore,         'approved', 'organisations it would reach'],
  ['a reader leaves and another comes', oneForAnother,  'approved', 'organisations it would reach'],
  ['the lead is disabled',             leadIsDisabled,  'approved', 'no longer a hub lead'],
] as const)('nothing leaves when %s', (_, happens, state, say) =>
  withOrdered(async (story, bulletinId) => {
    const { hub } = story
    hub.clock.advance(MINUTE_MS)
    await happens(story, bulletinId)
    hub.clock.advance(10 * MINUTE_MS)
    await hub.runJobs()
    expect(await tracesOutside(story)).toEqual([0, 0, 0])
    const view = expectOk(await story.analyst.get(`/api/bulletins/${bulletinId}`))
    expect([view.state, view.releaseOrder.outcome]).toEqual([state, 'stopped'])
    expect(view.releaseOrder.why.en).toContain(say)
  }),
)

// biome-ignore format: a table is read by its columns.
test.each([
  ['sooner than the waiting time',  '2026-10-15T01:09:59.999Z', 409],
  ['as the waiting time ends',      '2026-10-15T01:10:00.000Z', 200],
  ['tonight',                       '2026-10-15T13:00:00.000Z', 200],
  ['in more than thirty days',      '2026-11-15T01:00:00.000Z', 409],
] as const)('a moment chosen %s', (_, releaseAt, status) =>
  withApproved(async (story, bulletinId) => {
    const { hub, lead } = story
    const { contentHash, audience } = await viewOf(story, bulletinId)
    const { organisationCount } = audience
    const ordered = await lead.post(`/api/bulletins/${bulletinId}/release`, {
      ...{ contentHash, organisationCount, releaseAt },
    })
    expect(ordered.status).toBe(status)
    if (status === 409) return expect(ordered.body.code).toBe('release-too-soon')
    hub.clock.set(new Date(Date.parse(releaseAt) - 1000).toISOString())
    await hub.runJobs()
    expect(await tracesOutside({ ...story })).toEqual([0, 0, 0])
    hub.clock.advance(1000)
    await hub.runJobs()
    expect((await tracesOutside(story)).slice(0, 2)).toEqual([1, 1])
  }),
)
