import { expect, test } from 'vitest'
import { randomUUID } from 'node:crypto'
import type { Role } from 'contract/people'
import { sql } from '../database/index.ts'
import { type HubClient, withHub } from '../testing/index.ts'
import {
  approvedBulletin,
  approveAll,
  checkedBulletin,
  decideAll,
  DUE,
  expectOk,
  handIn,
  openStoryCase,
  releaseAs,
  type Story,
  STORY_TRACES,
  storyMail,
  tellStory,
} from '../testing/bulletin-story.ts'
import { mailBytes } from '../testing/mails.ts'
import { tellOnce } from '../testing/tell-once.ts'

const withStory = (work: (story: Story) => Promise<void>) =>
  withHub(async (hub) => work(await tellStory(hub)))

/** A checked bulletin whose provider has been asked, with the request as the provider sees it. */
async function askedBulletin(story: Story) {
  const bulletinId = await checkedBulletin(story, await openStoryCase(story))
  expectOk(await story.analyst.post(`/api/bulletins/${bulletinId}/ask-approval`, { dueAt: DUE }))
  const { rows } = expectOk(await story.contact.get('/api/approvals'))
  const approvalId: string = rows[0].approvalId
  const request = expectOk(await story.contact.get(`/api/approvals/${approvalId}`))
  return { bulletinId, approvalId, request }
}

const withAsked = tellOnce(askedBulletin)

/** Once what follows from the answers has been done. */
async function stateOf({ hub, analyst }: Story, bulletinId: string): Promise<string> {
  await hub.runJobs()
  return expectOk(await analyst.get(`/api/bulletins/${bulletinId}`)).state
}

test('a provider is shown its own mail, its own names, the text and the audience', () =>
  withAsked(async (story, { request }) => {
    expect(request.sent).toHaveLength(1)
    expect(request.sent[0].segments.map(({ text }: { text: string }) => text).join('')).toContain(
      '鳴海',
    )
    expect(JSON.stringify(request.replaced)).toContain('汐見台精機')
    expect(request.audience).toEqual({
      groups: [{ name: expect.anything(), organisationCount: 4 }],
      organisationCount: 4,
    })
    const shared = JSON.stringify(request.content)
    for (const trace of STORY_TRACES) expect(shared).not.toContain(trace)
  }))

// biome-ignore format: a table is read by its columns.
test.each([
  // answer        bulletin is then  request is then
  ['approve',      'approved',       'approved'],
  ['ask-changes',  'draft',          'changes-asked'],
  ['refuse',       'draft',          'refused'],
] as const)('a provider that answers %s leaves the bulletin %s', (answer, after, request) =>
  withAsked(async (story, { bulletinId, approvalId, request: asked }) => {
    const answered = await story.contact.post(`/api/approvals/${approvalId}/answer`, { answer, contentHash: asked.contentHash })
    expect(expectOk(answered)).toEqual({ state: request })
    expect(await stateOf(story, bulletinId)).toBe(after)
    const again = await story.contact.post(`/api/approvals/${approvalId}/answer`, { answer: 'approve', contentHash: asked.contentHash })
    expect([again.status, again.body.code]).toEqual([409, 'approval-answered'])
  }),
)

test('an approval can be taken back until the release, and no longer', () =>
  withAsked(async (story, { bulletinId, approvalId, request }) => {
    const answer = (what: string) =>
      story.contact.post(`/api/approvals/${approvalId}/answer`, {
        answer: what,
        contentHash: request.contentHash,
      })
    expectOk(await answer('approve'))
    expectOk(await answer('withdraw'))
    expect(await stateOf(story, bulletinId)).toBe('draft')
    expect((await releaseAs(story.lead, bulletinId)).body.code).toBe('not-in-this-state')

    expectOk(await story.analyst.post(`/api/bulletins/${bulletinId}/check`))
    expectOk(await story.analyst.post(`/api/bulletins/${bulletinId}/ask-approval`, { dueAt: DUE }))
    await approveAll(story)
    expectOk(await releaseAs(story.lead, bulletinId))
    const { rows } = expectOk(await story.contact.get('/api/approvals'))
    const approved = rows.find(({ state }: { state: string }) => state === 'approved')
    const late = await story.contact.post(`/api/approvals/${approved.approvalId}/answer`, {
      answer: 'withdraw',
      contentHash: request.contentHash,
    })
    expect([late.status, late.body.code]).toEqual([409, 'approval-answered'])
    expect(await stateOf(story, bulletinId)).toBe('released')
  }))

test('one changed letter needs a new approval (T35)', () =>
  withAsked(async (story, { bulletinId, approvalId, request }) => {
    await approveAll(story)
    const view = expectOk(await story.analyst.get(`/api/bulletins/${bulletinId}`))
    const content = {
      ...view.content,
      title: { ...view.content.title, en: `${view.content.title.en}.` },
    }
    const groupIds = view.audience.groups.map(({ groupId }: { groupId: string }) => groupId)
    const edit = { content, groupIds, baseHash: view.contentHash }
    expectOk(await story.analyst.put(`/api/bulletins/${bulletinId}`, edit))

    const edited = expectOk(await story.analyst.get(`/api/bulletins/${bulletinId}`))
    expect([edited.state, edited.check, edited.approvals[0].state]).toEqual([
      'draft',
      undefined,
      'outdated',
    ])
    expect((await releaseAs(story.lead, bulletinId)).body.code).toBe('not-in-this-state')
    expect((await story.analyst.put(`/api/bulletins/${bulletinId}`, edit)).body.code).toBe(
      'edited-meanwhile',
    )
    const old = await story.contact.post(`/api/approvals/${approvalId}/answer`, {
      answer: 'approve',
      contentHash: request.contentHash,
    })
    expect(old.body.code).toBe('approval-answered')
  }))

test('silence is not consent: an overdue request takes no answer, and can be asked again', () =>
  withAsked(async (story, { bulletinId, approvalId, request }) => {
    story.hub.clock.set('2026-10-22T09:00:00.000Z')
    // Sessions end within these days too.
    const [contact, analyst] = [
      story.hub.as({ contactOf: story.provider }),
      story.hub.as('analyst'),
    ]
    const later = { ...story, contact, analyst }
    const late = await contact.post(`/api/approvals/${approvalId}/answer`, {
      answer: 'approve',
      contentHash: request.contentHash,
    })
    expect([late.status, late.body.code]).toEqual([409, 'approval-overdue'])
    expect(await stateOf(later, bulletinId)).toBe('waiting')
    expectOk(
      await analyst.post(`/api/bulletins/${bulletinId}/ask-approval`, {
        dueAt: '2026-10-30T00:00:00.000Z',
      }),
    )
    await approveAll(later)
    expect(await stateOf(later, bulletinId)).toBe('approved')
  }))

test('nobody else may see or answer a request: the answer is that of a request that does not exist', () =>
  withAsked(async (story, { approvalId, request, bulletinId }) => {
    const { hub } = story
    const body = { answer: 'approve', contentHash: request.contentHash }
    for (const organisation of [story.peer, story.stranger]) {
      const other = hub.as({ contactOf: organisation })
      const unknown = randomUUID()
      expect((await other.get(`/api/approvals/${approvalId}`)).bytes).toEqual(
        (await other.get(`/api/approvals/${unknown}`)).bytes,
      )
      const answered = await other.post(`/api/approvals/${approvalId}/answer`, body)
      const nothing = await other.post(`/api/approvals/${unknown}/answer`, body)
      expect([answered.status, answered.bytes]).toEqual([404, nothing.bytes])
      expect(expectOk(await other.get('/api/approvals')).rows).toEqual([])
    }
    const reader = await hub
      .as({ readerOf: story.provider })
      .post(`/api/approvals/${approvalId}/answer`, body)
    expect(reader.status).toBe(403)
    expect((await story.lead.post(`/api/approvals/${approvalId}/answer`, body)).status).toBe(403)
    expect(await stateOf(story, bulletinId)).toBe('waiting')
  }))

test('every provider in it has to approve, and none learns of the others', () =>
  withStory(async (story) => {
    const { hub, analyst } = story
    await story.hub.seed.organisation({ groupIds: [story.sig] })
    const caseId = await openStoryCase(story)
    const peer = hub.as({ contactOf: story.peer })
    // The same mail from another provider folds into the case by itself.
    await handIn(story, peer, storyMail())
    expect(expectOk(await analyst.get(`/api/cases/${caseId}`)).submissions).toHaveLength(2)
    const bulletinId = await checkedBulletin(story, caseId)
    expectOk(await analyst.post(`/api/bulletins/${bulletinId}/ask-approval`, { dueAt: DUE }))

    await approveAll(story)
    expect(await stateOf(story, bulletinId)).toBe('waiting')
    const { rows } = expectOk(await peer.get('/api/approvals'))
    const request = expectOk(await peer.get(`/api/approvals/${rows[0].approvalId}`))
    expect(request.sent).toHaveLength(1)
    expect(JSON.stringify(request.replaced)).not.toContain('汐見台')
    await approveAll({ ...story, contact: peer })
    expect(await stateOf(story, bulletinId)).toBe('approved')
  }))

const withTwoProviders = tellOnce(async (story) => {
  await story.hub.seed.organisation({ groupIds: [story.sig] })
  const other = mailBytes({ subject: 'Invoice', text: 'Please pay.' })
  const theirs = await handIn(story, story.hub.as({ contactOf: story.peer }), other)
  const own = await handIn(story, story.contact, storyMail())
  const opened = await story.analyst.post('/api/cases', { submissionIds: [own, theirs] })
  return checkedBulletin(story, expectOk(opened).caseId)
})

test('letters of a text have no gap, and a provider is shown none that does not stand in it', () =>
  withStory(async (story) => {
    const { hub, analyst } = story
    const others = [story.peer, story.bystander].map((contactOf) => hub.as({ contactOf }))
    for (const [at, other] of others.entries()) {
      await handIn(story, other, mailBytes({ subject: `Invoice ${at}`, text: 'Please pay.' }))
      hub.clock.advance(60_000)
    }
    await handIn(story, story.contact, storyMail())
    const { rows } = expectOk(await analyst.get('/api/submissions'))
    const submissionIds = rows.map((row: { submissionId: string }) => row.submissionId)
    const { caseId } = expectOk(await analyst.post('/api/cases', { submissionIds }))
    const bulletinId = await checkedBulletin(story, caseId)
    expectOk(await analyst.post(`/api/bulletins/${bulletinId}/ask-approval`, { dueAt: DUE }))
    for (const contact of [story.contact, ...others]) {
      const [{ approvalId }] = expectOk(await contact.get('/api/approvals')).rows
      const view = expectOk(await contact.get(`/api/approvals/${approvalId}`))
      const said = JSON.stringify(view.content).matchAll(/([A-Z])社/g)
      const letters = [...new Set([...said].map(([, letter]) => letter))].filter(
        (letter) => letter !== 'X',
      )
      expect('ABCDEF').toContain(letters.toSorted().join(''))
      expect(letters).toContain('A')
      const shown: string[] = view.replaced.map(({ letter }: { letter: string }) => letter)
      expect(shown.filter((letter) => letter !== 'X' && !letters.includes(letter))).toEqual([])
    }
  }))

test('asked again because another was silent, a provider that approved this very text is left alone', () =>
  withTwoProviders(async (story, bulletinId) => {
    const { hub } = story
    const path = `/api/bulletins/${bulletinId}/ask-approval`
    expectOk(await story.analyst.post(path, { dueAt: '2026-10-15T08:00:00.000Z' }))
    await approveAll(story)
    // Sessions do not live through the day.
    hub.clock.set('2026-10-15T09:00:00Z')
    const contact = hub.as({ contactOf: story.provider })
    const peer = hub.as({ contactOf: story.peer })
    const lead = hub.as('lead')
    expectOk(await hub.as('analyst').post(path, { dueAt: DUE }))
    const statesFor = async (of: typeof contact): Promise<string[]> =>
      expectOk(await of.get('/api/approvals')).rows.map((row: { state: string }) => row.state)
    expect(await statesFor(contact)).toEqual(['approved'])
    expect(await statesFor(peer)).toEqual(['waiting', 'outdated'])
    await approveAll({ ...story, contact: peer })
    expect(expectOk(await releaseAs(lead, bulletinId)).state).toBe('released')
  }))

const statesFor = async (contact: HubClient): Promise<string[]> =>
  expectOk(await contact.get('/api/approvals')).rows.map((row: { state: string }) => row.state)

test('a button pressed four times at once asks each provider once, and pressed later asks again', () =>
  withTwoProviders(async (story, bulletinId) => {
    const { hub, analyst, contact } = story
    const press = () =>
      analyst.post(`/api/bulletins/${bulletinId}/ask-approval`, { dueAt: DUE, message: 'Please.' })
    const answers = await Promise.all([press(), press(), press(), press()])
    expect(answers.map((one) => expectOk(one).state)).toEqual(Array(4).fill('waiting'))
    const peer = hub.as({ contactOf: story.peer })
    expect([await statesFor(contact), await statesFor(peer)]).toEqual([['waiting'], ['waiting']])
    const { rows } = await hub.inStaff((db) =>
      sql`select 1 from noroshi.audit_entry where action = 'approval-asked'`.execute(db),
    )
    expect(rows).toHaveLength(2)
    hub.clock.advance(60_000)
    expectOk(await press())
    expect(await statesFor(contact)).toEqual(['waiting', 'outdated'])
  }))

test('mails about a request carry the number of what was sent, never that of the bulletin', () =>
  withTwoProviders(async (story, bulletinId) => {
    const ask = { dueAt: '2026-10-15T08:00:00.000Z' }
    expectOk(await story.analyst.post(`/api/bulletins/${bulletinId}/ask-approval`, ask))
    story.hub.clock.set('2026-10-15T07:00:00Z')
    await story.hub.runJobs()
    const { rows } = await story.hub.inStaff((db) =>
      sql<{ kind: string; subject: string }>`
        select n.kind, n.subject ->> 'en' as subject from noroshi.notice n
          join noroshi.person p on p.id = n.person_id
         where p.organisation_id = ${story.provider} and n.kind like 'approval-%' order by n.queued_at`.execute(
        db,
      ),
    )
    expect(rows[0]).toEqual({
      kind: 'approval-asked',
      subject: expect.stringMatching(/^Your approval is asked for S-2026-[0-9A-Z]{6}$/),
    })
    expect(JSON.stringify(rows)).not.toContain('B-2026')
  }))

/** The text that a provider reads which planted two names in its mail, one of them that of the other provider. */
async function readPlanted(story: Story, other: 'peer' | 'bystander'): Promise<unknown> {
  const planted = mailBytes({
    from: 'desk@mailbox-relay.test',
    subject: '海棠工業 竜胆製作所 値上げ通知',
    text: 'https://mailbox-relay.test/x',
  })
  const invoice = mailBytes({ subject: 'Invoice', text: 'Please pay.' })
  const theirs = await handIn(story, story.hub.as({ contactOf: story[other] }), invoice)
  const own = await handIn(story, story.contact, planted)
  const opened = await story.analyst.post('/api/cases', { submissionIds: [own, theirs] })
  const bulletinId = await checkedBulletin(story, expectOk(opened).caseId)
  expectOk(await story.analyst.post(`/api/bulletins/${bulletinId}/ask-approval`, { dueAt: DUE }))
  const { rows } = expectOk(await story.contact.get('/api/approvals'))
  return expectOk(await story.contact.get(`/api/approvals/${rows[0].approvalId}`)).content
}

test('names planted in one’s own mail are as missing for who else provided as for who did not', async () => {
  const texts: unknown[] = []
  for (const other of ['peer', 'bystander'] as const)
    await withStory(async (story) => void texts.push(await readPlanted(story, other)))
  expect(texts[0]).toEqual(texts[1])
  expect(JSON.stringify(texts)).toContain('値上げ通知')
  expect(JSON.stringify(texts)).not.toMatch(/海棠|竜胆/u)
})

// biome-ignore format: a table is read by its columns.
test.each([
  ['names nobody',           '全体をご確認ください。',                   200],
  ['names one of them',      '汐見台精機様のメールもまとめました。',       409],
  ['names one in half width', 'ｼｵﾐﾀﾞｲｾｲｷ様のメールもまとめました。',         409],
])('a message to two providers that %s', (_, message, status) =>
  withTwoProviders(async (story, bulletinId) => {
    const asked = await story.analyst.post(`/api/bulletins/${bulletinId}/ask-approval`, { dueAt: DUE, message })
    expect([asked.status, asked.body.code]).toEqual([status, status === 200 ? undefined : 'message-names-provider'])
  }),
)

test('a hub lead approves what no provider can be asked about; an analyst does not', () =>
  withStory(async (story) => {
    const submissionId = await handIn(story, story.analyst, storyMail(), '&providerKind=hub')
    const opened = await story.analyst.post('/api/cases', { submissionIds: [submissionId] })
    const bulletinId = await checkedBulletin(story, expectOk(opened).caseId)
    const ask = { dueAt: DUE }
    const path = `/api/bulletins/${bulletinId}/ask-approval`
    expect((await story.analyst.post(path, ask)).body.code).toBe('lead-approves')
    expect(expectOk(await story.lead.post(path, ask)).state).toBe('approved')
    expect(expectOk(await story.lead.get(`/api/bulletins/${bulletinId}`)).isHubSourced).toBe(true)
  }))

test('more than a provider wished for goes out only when it is asked for explicitly', () =>
  withStory(async (story) => {
    const { analyst } = story
    const bulletinId = await checkedBulletin(story, await openStoryCase(story))
    const view = expectOk(await analyst.get(`/api/bulletins/${bulletinId}`))
    expectOk(
      await analyst.put(`/api/bulletins/${bulletinId}`, {
        content: { ...view.content, tlp: 'GREEN' },
        groupIds: [story.sig, story.otherSig],
        baseHash: view.contentHash,
      }),
    )
    expectOk(await analyst.post(`/api/bulletins/${bulletinId}/check`))
    const path = `/api/bulletins/${bulletinId}/ask-approval`
    const silent = await analyst.post(path, { dueAt: DUE })
    expect([silent.status, silent.body.code]).toEqual([409, 'beyond-wishes'])
    expect(
      expectOk(await analyst.get(`/api/bulletins/${bulletinId}`)).blockers.length,
    ).toBeGreaterThan(0)

    expectOk(await analyst.post(path, { dueAt: DUE, beyondWishes: true }))
    const { rows } = expectOk(await story.contact.get('/api/approvals'))
    const { asks } = expectOk(await story.contact.get(`/api/approvals/${rows[0].approvalId}`))
    expect(asks.map(({ en }: { en: string }) => en)).toEqual([
      expect.stringContaining('TLP:GREEN'),
      expect.stringContaining('not among the groups wished for'),
      expect.stringContaining('so few organisations'),
    ])
  }))

test('who wrote the text last does not release it', () =>
  withStory(async (story) => {
    const bulletinId = await approvedBulletin(
      { ...story, analyst: story.lead },
      await openStoryCase(story),
    )
    const refused = await releaseAs(story.lead, bulletinId)
    expect([refused.status, refused.body.code]).toEqual([403, 'second-person-needed'])
    expect(await stateOf(story, bulletinId)).toBe('approved')
  }))

/** Another title by this person. */
async function rewrite({ sig }: Story, bulletinId: string, by: HubClient, en: string) {
  const { content, contentHash } = expectOk(await by.get(`/api/bulletins/${bulletinId}`))
  const title = { ja: '別の題', en }
  const edit = { content: { ...content, title }, groupIds: [sig], baseHash: contentHash }
  expectOk(await by.put(`/api/bulletins/${bulletinId}`, edit))
}

async function approveAnew(story: Story, bulletinId: string) {
  await decideAll(story, bulletinId)
  expectOk(await story.analyst.post(`/api/bulletins/${bulletinId}/check`))
  expectOk(await story.analyst.post(`/api/bulletins/${bulletinId}/ask-approval`, { dueAt: DUE }))
  await approveAll(story)
}

test('who wrote a part of the text does not release it because somebody changed a word later, nor because it was asked about', () =>
  withStory(async (story) => {
    const bulletinId = await approvedBulletin(story, await openStoryCase(story))
    await rewrite(story, bulletinId, story.lead, 'By the lead')
    await rewrite(story, bulletinId, story.analyst, 'By the analyst')
    await approveAnew(story, bulletinId)
    expect((await releaseAs(story.lead, bulletinId)).body.code).toBe('second-person-needed')
    // A question nobody opened makes nobody a reader.
    await rewrite(story, bulletinId, story.analyst, 'By the analyst again')
    await approveAnew(story, bulletinId)
    expect((await releaseAs(story.lead, bulletinId)).body.code).toBe('second-person-needed')
    const personId = await story.hub.seed.person(['hub-lead'])
    expectOk(await releaseAs(story.hub.as({ personId, secondFactor: true }), bulletinId))
  }))

async function inviteBy(story: Story, by: HubClient, role: Role): Promise<HubClient> {
  const newcomer = { name: 'N', email: `${randomUUID()}@people.example`, roles: [role] }
  const { personId } = expectOk(await by.post('/api/people', newcomer))
  return story.hub.as({ personId, secondFactor: true })
}

test.each([
  ['the same account let in this week, beside people from before', true],
  ['the founder of a hub let in, where nobody is from before', false],
])('a lead and a writer whom %s', (_, isOldHub) =>
  withStory(async (story) => {
    const { hub } = story
    const admin = hub.as('admin')
    // Nobody but the founder was there before: the story's own analyst is invited as well.
    const analyst = isOldHub ? story.analyst : await inviteBy(story, admin, 'hub-analyst')
    const told = { ...story, analyst }
    const bulletinId = await approvedBulletin(told, await openStoryCase(told))
    const writer = await inviteBy(story, admin, 'hub-analyst')
    await rewrite(story, bulletinId, writer, 'By a newcomer')
    await approveAnew(told, bulletinId)
    const lead = await inviteBy(story, await inviteBy(story, admin, 'hub-admin'), 'hub-lead')
    const released = await releaseAs(lead, bulletinId)
    expect(released.body.code).toBe(isOldHub ? 'second-person-needed' : undefined)
    if (!isOldHub) return
    // Giving those from before another role does not make the hub look young.
    for (const who of ['analyst', 'lead'] as const) {
      const roles = ['hub-lead', 'hub-analyst']
      expectOk(await admin.post(`/api/people/${await hub.personOf(who)}/roles`, { roles }))
    }
    expect((await releaseAs(lead, bulletinId)).body.code).toBe('second-person-needed')
  }),
)

test.each(['directly', 'by way of an account between'])(
  'a lead does not release what an account wrote that they let in this week, %s',
  (how) =>
    withStory(async (story) => {
      const { hub } = story
      const bulletinId = await approvedBulletin(story, await openStoryCase(story))
      const roles = ['hub-admin', 'hub-lead'] as const
      const inviter = hub.as({ personId: await hub.seed.person(roles), secondFactor: true })
      const invite = async (by: HubClient, role: string) => {
        const newcomer = { name: 'N', email: `${role}@people.example`, roles: [role] }
        const { personId } = expectOk(await by.post('/api/people', newcomer))
        return hub.as({ personId, secondFactor: true })
      }
      const between = how === 'directly' ? inviter : await invite(inviter, 'hub-admin')
      const writer = await invite(between, 'hub-analyst')
      await rewrite(story, bulletinId, writer, 'By the second self')
      await approveAnew(story, bulletinId)
      const refused = await releaseAs(inviter, bulletinId)
      expect([refused.status, refused.body.code]).toEqual([403, 'second-person-needed'])
      expectOk(await releaseAs(story.lead, bulletinId))
    }),
)

test('a provider reads each form in the bytes that would leave', () =>
  withAsked(async (story, { bulletinId, approvalId, request }) => {
    expect(request.formats).toEqual(['web', 'mail', 'text', 'stix', 'csv'])
    for (const format of ['web', 'mail', 'text', 'csv']) {
      const own = await story.contact.get(`/api/approvals/${approvalId}/preview?format=${format}`)
      const out = await story.lead.get(`/api/bulletins/${bulletinId}/preview?format=${format}`)
      expect(expectOk(own)).toEqual(expectOk(out))
    }
    const peer = story.hub.as({ contactOf: story.peer })
    const foreign = await peer.get(`/api/approvals/${approvalId}/preview?format=web`)
    expect(foreign.status).toBe(404)
  }))

test('what a provider wants changed stands at its place, and the next text beside the one before', () =>
  withAsked(async (story, { bulletinId, approvalId, request }) => {
    expect(request.before).toBeUndefined()
    const remarks = [{ place: 'summary-0', text: '「経理」を外してください。' }]
    const answer = { answer: 'ask-changes', contentHash: request.contentHash, remarks }
    const misplaced = { ...answer, remarks: [{ place: 'constructor', text: 'x' }] }
    const path = `/api/approvals/${approvalId}/answer`
    expect((await story.contact.post(path, misplaced)).status).toBe(400)
    expectOk(await story.contact.post(path, answer))
    await story.hub.runJobs()
    const view = expectOk(await story.analyst.get(`/api/bulletins/${bulletinId}`))
    expect([view.state, view.approvals[0].remarks]).toEqual(['draft', remarks])

    const content = { ...view.content, title: { ja: '直した題', en: 'Another title' } }
    const groupIds = view.audience.groups.map(({ groupId }: { groupId: string }) => groupId)
    const edit = { content, groupIds, baseHash: view.contentHash }
    expectOk(await story.analyst.put(`/api/bulletins/${bulletinId}`, edit))
    expectOk(await story.analyst.post(`/api/bulletins/${bulletinId}/check`))
    story.hub.clock.advance(60_000)
    expectOk(await story.analyst.post(`/api/bulletins/${bulletinId}/ask-approval`, { dueAt: DUE }))
    const { rows } = expectOk(await story.contact.get('/api/approvals'))
    const again = expectOk(await story.contact.get(`/api/approvals/${rows[0].approvalId}`))
    expect([again.before.title, again.content.title]).toEqual([view.content.title, content.title])
  }))
