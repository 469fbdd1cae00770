import { randomUUID } from 'node:crypto'
import { findTraces } from 'engine'
import { expect, test } from 'vitest'
import type { OrganisationId } from 'contract/common'
import { loadTraces } from '../community/index.ts'
import { sql } from '../database/index.ts'
import { type HubAnswer, withHub } from '../testing/index.ts'
import {
  approveAll,
  approvedBulletin,
  checkedBulletin,
  decideAll,
  DUE,
  expectOk,
  openStoryCase,
  releaseAs,
  type Story,
  STORY_TRACES,
  tellStory,
} from '../testing/bulletin-story.ts'
import { withRelay } from '../testing/relay.ts'
import { tellOnce } from '../testing/tell-once.ts'

const withStory = (
  work: (story: Story) => Promise<void>,
  settings: Record<string, string> = {},
): Promise<void> => withHub(async (hub) => work(await tellStory(hub)), { settings })

const approve = async (story: Story) => approvedBulletin(story, await openStoryCase(story))
const withApproved = tellOnce(approve)

/** A released bulletin, with the release as the peer sees it. */
const withReleased = tellOnce(async (story) => {
  const bulletinId = await approve(story)
  // A caller becomes a person with its first request, and only a person is told of a release.
  await peerOf(story).get('/api/inbox')
  expectOk(await releaseAs(story.lead, bulletinId))
  const { rows } = expectOk(await peerOf(story).get('/api/inbox'))
  return { bulletinId, releaseId: rows[0].releaseId as string, row: rows[0] }
})
const peerOf = ({ hub, peer }: Story) => hub.as({ contactOf: peer })

/** A token for a machine of the story's peer. */
async function feedOf({ hub, peer, sig }: Story) {
  const made = await hub
    .as({ contactOf: peer })
    .post('/api/me/tokens', { name: 'SIEM', scopes: ['read:bulletins'], days: 30 })
  const { token } = expectOk(made)
  const machine = hub.as({ token })
  const objects = async (query = '') =>
    expectOk(await machine.get(`/taxii2/api/collections/${sig}/objects/?limit=1000&${query}`))
      .objects ?? []
  return { machine, objects }
}

const idsOf = (objects: readonly { id: string }[]) => objects.map(({ id }) => id).sort()

test('from a hostile mail to a warning in the inbox of every member of the group', () =>
  withReleased(async (story, { row, releaseId }) => {
    const peer = peerOf(story)
    expect(row).toMatchObject({
      state: 'released',
      version: 1,
      read: false,
      releasedOn: '2026-10-15',
    })
    expect(
      expectOk(await peer.get(`/api/inbox/${releaseId}`)).content.indicators.length,
    ).toBeGreaterThan(0)
    expect(expectOk(await peer.get('/api/inbox')).rows[0].read).toBe(true)
    const own = expectOk(await story.contact.get('/api/inbox')).rows[0]
    expect(own).toEqual({ ...row, read: false })

    const stranger = story.hub.as({ contactOf: story.stranger })
    expect(expectOk(await stranger.get('/api/inbox')).rows).toEqual([])
    const hidden = await stranger.get(`/api/inbox/${releaseId}`)
    expect([hidden.status, hidden.bytes]).toEqual([
      404,
      (await stranger.get(`/api/inbox/${randomUUID()}`)).bytes,
    ])
  }))

test('no outlet holds a trace of the provider', () =>
  withReleased(async (story, { releaseId }) => {
    const { hub } = story
    const peer = peerOf(story)
    const { machine } = await feedOf(story)
    const base = `/taxii2/api/collections/${story.sig}`
    const answers: HubAnswer[] = []
    for (const path of ['', '/text', '/text?language=en', '/csv', '/stix']) {
      answers.push(await peer.get(`/api/inbox/${releaseId}${path}`))
    }
    for (const type of ['domains', 'addresses', 'urls', 'senders']) {
      answers.push(await machine.get(`/api/blocklist?type=${type}`))
    }
    for (const path of ['/', '/objects/', '/manifest/'])
      answers.push(await machine.get(`${base}${path}`))
    answers.push(await peer.get('/api/inbox'))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))

    const traces = await hub.inStaff((db) => loadTraces(db, [story.provider]))
    const formats = answers.map(({ bytes }, index) => ({ format: String(index), bytes }))
    expect(findTraces(formats, traces)).toEqual([])
    const text = formats.map(({ bytes }) => Buffer.from(bytes).toString('utf8')).join('\n')
    for (const trace of STORY_TRACES) expect(text).not.toContain(trace)
    expect(text).toContain('mailbox-relay.test')
    // Nothing leads back: no id of the case, the bulletin or the submission is in what members get.
    const { rows } = await hub.inStaff((db) =>
      sql<{ id: string }>`select id from noroshi.bulletin union select id from noroshi.attack_case
                          union select id from noroshi.submission union select id from noroshi.mail`.execute(
        db,
      ),
    )
    for (const { id } of rows) expect(text).not.toContain(id)
  }))

test('a name added to the vault after the approval stops the release and brings the text back', () =>
  withApproved(async (story, bulletinId) => {
    const { hub, lead, contact } = story
    const vault = {
      names: [{ text: 'mailbox-relay', kind: 'brand' }],
      domains: [],
      people: [],
      watchList: [],
      urlServices: [],
    }
    const path = `/api/organisations/${story.provider}`
    const { revision } = expectOk(await contact.get(path))
    expectOk(await contact.put(`${path}/vault`, { ...vault, revision }))
    const stopped = await releaseAs(lead, bulletinId)
    expect([stopped.status, stopped.body.code]).toEqual([409, 'leak-found'])
    const view = expectOk(await lead.get(`/api/bulletins/${bulletinId}`))
    expect([view.state, view.check.clean, view.approvals[0].state]).toEqual([
      'draft',
      false,
      'outdated',
    ])
    expect(view.check.leaks[0]).toMatchObject({
      trace: 'mailbox-relay',
      organisation: expect.any(String),
    })
    const inbox = expectOk(await hub.as({ contactOf: story.peer }).get('/api/inbox'))
    expect(inbox.rows).toEqual([])
    const { rows } = await hub.inStaff((db) =>
      sql`select * from noroshi.notice where kind = 'released'`.execute(db),
    )
    expect(rows).toEqual([])
  }))

test('a trace typed into the text is found in the check, with the place', () =>
  withStory(async (story) => {
    const { analyst } = story
    const { bulletinId } = expectOk(
      await analyst.post('/api/bulletins', { caseId: await openStoryCase(story) }),
    )
    await decideAll(story, bulletinId)
    const view = expectOk(await analyst.get(`/api/bulletins/${bulletinId}`))
    const summary = {
      ...view.content.summary,
      ja: [...view.content.summary.ja, 'ｼｵﾐﾀﾞｲｾｲｷ様から届きました。'],
    }
    const groupIds = view.audience.groups.map(({ groupId }: { groupId: string }) => groupId)
    expectOk(
      await analyst.put(`/api/bulletins/${bulletinId}`, {
        content: { ...view.content, summary },
        groupIds,
        baseHash: view.contentHash,
      }),
    )
    const checked = expectOk(await analyst.post(`/api/bulletins/${bulletinId}/check`))
    expect([checked.state, checked.check.clean]).toEqual(['draft', false])
    expect(checked.check.leaks[0].organisation).toBe('汐見台精機株式会社')
    expect((await analyst.get(`/api/bulletins/${bulletinId}/preview?format=stix`)).body.code).toBe(
      'trace-in-text',
    )
    expect(
      (await analyst.post(`/api/bulletins/${bulletinId}/ask-approval`, { dueAt: DUE })).status,
    ).toBe(409)
  }))

test('a correction goes through check and approval and reaches everybody who got the first version', () =>
  withReleased(async (story, { bulletinId, releaseId }) => {
    const { analyst, lead, hub } = story
    const { objects } = await feedOf(story)
    const peer = peerOf(story)
    const first = await objects()
    expect(first.length).toBeGreaterThan(3)

    const { bulletinId: next } = expectOk(
      await analyst.post(`/api/bulletins/${bulletinId}/correct`),
    )
    expect((await analyst.post(`/api/bulletins/${bulletinId}/correct`)).body.code).toBe(
      'already-changed',
    )
    const view = expectOk(await analyst.get(`/api/bulletins/${next}`))
    const content = {
      ...view.content,
      indicators: view.content.indicators.slice(0, 1),
      title: { ja: '訂正', en: 'Corrected' },
    }
    expectOk(
      await analyst.put(`/api/bulletins/${next}`, {
        content,
        groupIds: [story.sig],
        baseHash: view.contentHash,
      }),
    )
    expectOk(await analyst.post(`/api/bulletins/${next}/check`))
    expectOk(await analyst.post(`/api/bulletins/${next}/ask-approval`, { dueAt: DUE }))
    await approveAll(story)
    expectOk(await releaseAs(lead, next))

    const { rows } = expectOk(await peer.get('/api/inbox'))
    expect(rows).toEqual([
      expect.objectContaining({ version: 2, title: content.title, state: 'released' }),
    ])
    const old = expectOk(await peer.get(`/api/inbox/${releaseId}`))
    expect(old).toMatchObject({ state: 'corrected', newerReleaseId: rows[0].releaseId })
    // The page says that it was corrected; a file would travel on without saying so.
    for (const form of ['text', 'csv', 'stix']) {
      const stale = await peer.get(`/api/inbox/${releaseId}/${form}`)
      expect([stale.status, stale.body.code]).toEqual([409, 'release-corrected'])
      expect((await peer.get(`/api/inbox/${rows[0].releaseId}/${form}`)).status).toBe(200)
    }
    expect(expectOk(await peer.get(`/api/inbox/${rows[0].releaseId}`)).previousVersions).toEqual([
      { releaseId, version: 1, releasedOn: '2026-10-15' },
    ])
    const now = await objects()
    const report = now.find(({ type }: { type: string }) => type === 'report')
    expect(report).toMatchObject({
      name: '訂正',
      id: first.find(({ type }: { type: string }) => type === 'report').id,
    })
    const indicators = now.filter(({ type }: { type: string }) => type === 'indicator')
    expect(
      indicators.filter(({ revoked }: { revoked?: boolean }) => revoked !== true),
    ).toHaveLength(1)
    const { rows: kinds } = await hub.inStaff((db) =>
      sql`select kind, count(distinct person_id)::int as people from noroshi.notice where kind in ('released', 'corrected') group by kind order by kind`.execute(
        db,
      ),
    )
    expect(kinds).toEqual([
      { kind: 'corrected', people: 2 },
      { kind: 'released', people: 2 },
    ])
  }))

test('a withdrawn bulletin leaves a tombstone and revoked objects, and no content anywhere', () =>
  withReleased(async (story, { bulletinId, releaseId, row }) => {
    const { lead } = story
    const { machine, objects } = await feedOf(story)
    const peer = peerOf(story)
    const before = await objects()
    const bad = { ja: '汐見台精機の依頼のため', en: 'On request' }
    expect(
      (await lead.post(`/api/bulletins/${bulletinId}/withdraw`, { reason: bad })).body.code,
    ).toBe('reason-names-provider')
    const naming = { ja: '高梨奈緒子の指摘により', en: 'It was mistaken' }
    expect(
      (await lead.post(`/api/bulletins/${bulletinId}/withdraw`, { reason: naming })).body.code,
    ).toBe('reason-names-unknown')
    const reason = { ja: '内容に誤りがあったため。窓口 03-0206-1821', en: 'It was mistaken' }
    expect((await lead.post(`/api/bulletins/${bulletinId}/withdraw`, { reason })).body.code).toBe(
      'reason-names-unknown',
    )
    expectOk(
      await lead.post(`/api/bulletins/${bulletinId}/withdraw`, { reason, namesConfirmed: true }),
    )

    const view = expectOk(await peer.get(`/api/inbox/${releaseId}`))
    expect(view).toMatchObject({ state: 'withdrawn', withdrawnReason: reason })
    expect(view.content).toBeUndefined()
    expect(view.title).not.toEqual(row.title)
    expect((await peer.get(`/api/inbox/${releaseId}/csv`)).status).toBe(409)
    expect(expectOk(await machine.get('/api/blocklist?type=senders')) ?? '').toBe('')
    const after = await objects('match[version]=all')
    const own = ['report', 'indicator', 'relationship', 'language-content']
    const revoked = after.filter(({ type }: { type: string }) => own.includes(type))
    expect(idsOf(revoked)).toEqual(
      idsOf(before.filter(({ type }: { type: string }) => own.includes(type))),
    )
    expect(revoked.every((object: { revoked?: boolean }) => object.revoked === true)).toBe(true)
    expect(JSON.stringify(after)).not.toContain('mailbox-relay')
  }))

test('two leads who release at once share it once', () =>
  withApproved(async (story, bulletinId) => {
    const { hub } = story
    const second = hub.as({ personId: await hub.seed.person(['hub-lead']), secondFactor: true })
    const answers = await Promise.all([
      releaseAs(story.lead, bulletinId),
      releaseAs(second, bulletinId),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(expectOk(await hub.as({ contactOf: story.peer }).get('/api/inbox')).rows).toHaveLength(1)
  }))

// biome-ignore format: a table is read by its columns.
test.each([
  ['the number of organisations has changed',  { organisationCount: 5 },               'audience-changed'],
  ['the text is not the one on screen',        { contentHash: 'a'.repeat(64) },        'edited-meanwhile'],
] as const)('nothing is released when %s', (_, change, code) =>
  withApproved(async (story, bulletinId) => {
    const { contentHash, audience } = expectOk(await story.lead.get(`/api/bulletins/${bulletinId}`))
    const order = { contentHash, organisationCount: audience.organisationCount, ...change }
    const refused = await story.lead.post(`/api/bulletins/${bulletinId}/release`, order)
    expect([refused.status, refused.body.code]).toEqual([409, code])
    expect((await story.analyst.post(`/api/bulletins/${bulletinId}/release`, order)).status).toBe(403)
    expect(expectOk(await story.lead.get(`/api/bulletins/${bulletinId}`)).state).toBe('approved')
  }),
)

test('TLP:RED goes to nobody: providers are not even asked, and the hub is told why', () =>
  withStory(async (story) => {
    const { analyst } = story
    const bulletinId = await checkedBulletin(story, await openStoryCase(story))
    const path = `/api/bulletins/${bulletinId}`
    const view = expectOk(await analyst.get(path))
    const content = { ...view.content, tlp: 'RED' }
    const edit = { content, groupIds: [story.sig], baseHash: view.contentHash }
    expectOk(await analyst.put(path, edit))
    expectOk(await analyst.post(`${path}/check`))
    const asked = await analyst.post(`${path}/ask-approval`, { dueAt: DUE, beyondWishes: true })
    expect([asked.status, asked.body.code]).toEqual([409, 'red-not-shared'])
    const { blockers } = expectOk(await analyst.get(path))
    expect(blockers.map(({ en }: { en: string }) => en)).toEqual([
      expect.stringContaining('named persons only'),
    ])
    // Not even the hub's own preview makes a mail or a file of it.
    for (const format of ['mail', 'text', 'stix', 'csv']) {
      const preview = await analyst.get(`${path}/preview?format=${format}`)
      expect([preview.status, preview.body.code]).toEqual([409, 'not-in-this-form'])
    }
  }))

const headerOf = (mail: string, name: string) =>
  new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(mail)?.[1]

test('each person gets one notice, the provider the same as everybody, and a refused one is sent again', () =>
  withRelay(2, (url, mails) =>
    withApproved(
      async (story, bulletinId) => {
        const { hub } = story
        await hub.as({ contactOf: story.peer }).get('/api/inbox')
        await hub.runJobs()
        mails.length = 0
        expectOk(await releaseAs(story.lead, bulletinId))
        await hub.runJobs()
        for (let round = 0; round < 3; round++) {
          hub.clock.advance(3_600_000)
          await hub.runJobs()
        }
        const { rows } = await hub.inStaff((db) =>
          sql<{
            id: string
            attempts: number
          }>`select id, attempts from noroshi.notice where kind = 'released' and sent_at is not null`.execute(
            db,
          ),
        )
        // What the provider was asked before the relay was there comes late.
        const released = mails.filter((mail) => headerOf(mail, 'Subject')?.startsWith('TLP:'))
        expect(released).toHaveLength(2)
        expect(released.map((mail) => headerOf(mail, 'Message-ID')).sort()).toEqual(
          rows.map(({ id }) => `<${id}@hub.invalid>`).sort(),
        )
        for (const mail of released) {
          expect(headerOf(mail, 'To')).not.toContain(',')
          for (const name of ['Cc', 'Bcc', 'Reply-To', 'List-Id', 'References', 'X-Mailer']) {
            expect(headerOf(mail, name)).toBeUndefined()
          }
        }
        // The same text for the provider and its peer, but for the link's owner: byte-equal bodies.
        const bodies = released.map((mail) => mail.slice(mail.indexOf('\r\n\r\n')))
        expect(new Set(bodies).size).toBe(1)
      },
      { NOROSHI_MAIL_RELAY_URL: url },
    ),
  ))

test('a title that holds lines of mail headers adds none to the notice, nor a recipient or a text', () =>
  withRelay(0, (url, mails) =>
    withStory(
      async (story) => {
        const { hub, analyst } = story
        const bulletinId = await checkedBulletin(story, await openStoryCase(story))
        await hub.as({ contactOf: story.peer }).get('/api/inbox')
        const path = `/api/bulletins/${bulletinId}`
        const view = expectOk(await analyst.get(path))
        const smuggled = 'Fraud\r\nBcc: spy@attacker.example\r\nX-Smuggled: 1\r\n\r\nOther text'
        const content = { ...view.content, title: { ja: smuggled, en: smuggled } }
        const edit = { content, groupIds: [story.sig], baseHash: view.contentHash }
        expectOk(await analyst.put(path, edit))
        await decideAll(story, bulletinId)
        expectOk(await analyst.post(`${path}/check`))
        expectOk(await analyst.post(`${path}/ask-approval`, { dueAt: DUE }))
        await approveAll(story)
        await hub.runJobs()
        mails.length = 0
        expectOk(await releaseAs(story.lead, bulletinId))
        await hub.runJobs()
        expect(mails).toHaveLength(2)
        for (const mail of mails) {
          expect(headerOf(mail, 'Subject')).toContain('Fraud')
          const head = mail.slice(0, mail.indexOf('\r\n\r\n'))
          for (const name of ['Bcc', 'X-Smuggled']) expect(headerOf(head, name)).toBeUndefined()
        }
      },
      { NOROSHI_MAIL_RELAY_URL: url },
    ),
  ))

// biome-ignore format: a table is read by its columns.
test.each([
  ['0000-01-01', undefined,    400],
  ['0001-01-01', undefined,    400],
  ['1969-12-31', undefined,    400],
  [undefined,    '0000-12-31', 400],
  ['2026-02-30', undefined,    400],
  ['2026-10-14', '2026-10-13', 400],
  ['2026-10-14', '2026-10-14', 200],
  // The clock of the test stands on 2026-10-15.
  ['1990-01-01', '2026-10-16', 200],
  ['1989-12-31', undefined,    422],
  [undefined,    '2026-10-17', 422],
  ['1970-01-01', '9999-12-31', 422],
])('feedback that saw it first on %s and last on %s is answered %s', (firstSeenOn, lastSeenOn, status) =>
  withReleased(async (story, { releaseId }) => {
    const seen = { answer: 'got-it', firstSeenOn, lastSeenOn }
    const answer = await peerOf(story).put(`/api/inbox/${releaseId}/feedback`, seen)
    expect([answer.status, answer.body.code]).toEqual([
      status,
      { 200: undefined, 400: 'request-unfit', 422: 'day-out-of-range' }[status],
    ])
  }),
)

test('one click of feedback, changed and taken back; others learn fives only, a day later, in an audience of ten', () =>
  withReleased(async (story, { releaseId, bulletinId }) => {
    const { hub, sig } = story
    const peer = peerOf(story)
    const path = `/api/inbox/${releaseId}/feedback`
    expectOk(await peer.put(path, { answer: 'not-found' }))
    expectOk(await peer.put(path, { answer: 'got-it', count: 3, firstSeenOn: '2026-10-14' }))
    const own = expectOk(await peer.get(`/api/inbox/${releaseId}`)).feedback
    expect(own).toMatchObject({
      answer: 'got-it',
      count: 3,
      firstSeenOn: '2026-10-14',
      answeredOn: '2026-10-15',
    })
    const counts = expectOk(await story.lead.get(`/api/bulletins/${bulletinId}`)).feedback
    expect(counts).toMatchObject({ 'got-it': 1, 'not-found': 0, unanswered: 3 })
    expect(expectOk(await story.contact.get(`/api/inbox/${releaseId}`)).gotItCount).toBeUndefined()

    const stranger = hub.as({ contactOf: story.stranger })
    const hidden = await stranger.put(path, { answer: 'got-it' })
    expect([hidden.status, hidden.bytes]).toEqual([
      404,
      (await stranger.put(`/api/inbox/${randomUUID()}/feedback`, { answer: 'got-it' })).bytes,
    ])

    for (let more = 0; more < 4; more++) {
      const member = await hub.seed.organisation({ groupIds: [sig] })
      expectOk(await hub.as({ contactOf: member }).put(path, { answer: 'blocked' }))
    }
    expect(expectOk(await peer.get(`/api/inbox/${releaseId}`)).gotItCount).toBeUndefined()
    hub.clock.advance(24 * 3_600_000)
    // A session does not live through the night.
    const countFor = async (contactOf: OrganisationId) =>
      expectOk(await hub.as({ contactOf }).get(`/api/inbox/${releaseId}`)).gotItCount
    // Of eight who can read it, five would be nearly everybody.
    expect(await countFor(story.bystander)).toBeUndefined()
    for (let more = 0; more < 3; more++) await hub.seed.organisation({ groupIds: [sig] })
    expect(await countFor(story.bystander)).toBe(5)
    // One's own is not counted: to answer and to take it back would tell four from fewer.
    expect(await countFor(story.peer)).toBeUndefined()
    expectOk(await hub.as({ contactOf: story.peer }).delete(path))
    expect(await countFor(story.peer)).toBeUndefined()
    // What is taken back goes out of the count when it is made anew, as what is added comes in.
    expect(await countFor(story.bystander)).toBe(5)
    hub.clock.advance(24 * 3_600_000)
    expect(await countFor(story.bystander)).toBeUndefined()
  }))
