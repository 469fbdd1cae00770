import { expect, test } from 'vitest'
import { sql } from '../database/index.ts'
import { STEP_UP_MS_MAX } from '../people/limits.ts'
import {
  checkedBulletin,
  DUE,
  expectOk,
  handIn,
  openLane,
  openUnaskedCase,
  releaseAs,
  STORY_TRACES,
  type Story,
  storyMail,
  takeLane,
  technicalBulletin,
  UNASKED_WISHES,
} from '../testing/bulletin-story.ts'
import type { HubAnswer } from '../testing/hub-client.ts'
import { tellOnce } from '../testing/tell-once.ts'

// The second lane of SPEC A-3: technical information alone goes without its providers' approval, where their group
// agreed on that and each of them wished so. Everything else that a release asks is asked as ever.

const MINUTE_MS = 60_000

const LATER = { NOROSHI_RELEASE_DELAY_MINUTES: '10' }

/** The lane is open; then its provider's case is; then what is technical of it is checked. */
const withLane = tellOnce(openLane)
const withCase = tellOnce(async (story) => {
  await openLane(story)
  return openUnaskedCase(story)
})
const withText = tellOnce(async (story) => {
  await openLane(story)
  return technicalBulletin(story, await openUnaskedCase(story))
})

const viewOf = async ({ lead }: Story, bulletinId: string) =>
  expectOk(await lead.get(`/api/bulletins/${bulletinId}`))

const unmetOf = async (story: Story, bulletinId: string): Promise<string[]> =>
  (await viewOf(story, bulletinId)).laneConditions.flatMap(
    ({ isMet, say }: { isMet: boolean; say: { en: string } }) => (isMet ? [] : [say.en]),
  )

const ownSubmission = async ({ contact }: Story) =>
  expectOk(await contact.get('/api/my/submissions')).rows[0]

const wish = async (story: Story, change: object) => {
  const { submissionId } = await ownSubmission(story)
  const wishes = { ...UNASKED_WISHES, ...change }
  return story.contact.put(`/api/submissions/${submissionId}/wishes`, wishes)
}

test('technical information goes out unasked, and its provider sees afterwards what went and may ask for it back', () =>
  withText(async (story, bulletinId) => {
    const { hub, contact, peer } = story
    expect(await unmetOf(story, bulletinId)).toEqual([])
    expect(expectOk(await takeLane(story, bulletinId)).state).toBe('approved')
    expect(expectOk(await contact.get('/api/approvals')).rows).toEqual([])
    expectOk(await releaseAs(story.lead, bulletinId))
    await hub.runJobs()

    const inbox = expectOk(await hub.as({ contactOf: peer }).get('/api/inbox'))
    expect(inbox.rows).toHaveLength(1)
    expect(STORY_TRACES.filter((trace) => JSON.stringify(inbox).includes(trace))).toEqual([])
    const { step, sharedUnasked } = await ownSubmission(story)
    expect([step, sharedUnasked.length]).toEqual(['shared', 1])
    const path = `/api/approvals/${sharedUnasked[0].approvalId}`
    expect(expectOk(await contact.get(path))).toMatchObject({
      ...{ state: 'not-asked', sharing: 'shared', content: { summary: { ja: [], en: [] } } },
      audience: { organisationCount: 4 },
    })
    expect(expectOk(await contact.get(`${path}/preview?format=stix`)).text).toContain('bundle')
    expect(expectOk(await contact.get(`${path}/certificate`)).certificate).toBeDefined()
    expectOk(await contact.post(`${path}/ask-withdrawal`, { reason: 'お願いします。' }))
    const { withdrawals } = await viewOf(story, bulletinId)
    expect(withdrawals).toMatchObject([{ isUnasked: true }])
    // It was never asked, so it need not be persuaded.
    const kept = `/api/withdrawals/${withdrawals[0].withdrawalId}/decline`
    const declined = await story.lead.post(kept, { answer: '残します。' })
    expect([declined.status, declined.body.code]).toEqual([409, 'unasked-goes-back'])
    const reason = { ja: '見直しのため', en: 'For review' }
    expectOk(await story.lead.post(`/api/bulletins/${bulletinId}/withdraw`, { reason }))
    expect(expectOk(await contact.get(path))).toMatchObject({
      ...{ sharing: 'withdrawn', withdrawal: { outcome: 'withdrawn' } },
    })
    expect(await hub.auditOf(`bulletin:${bulletinId}`)).toContain('bulletin-lane-technical')
  }))

test('what was not asked cannot be answered', () =>
  withText(async (story, bulletinId) => {
    const { contact } = story
    expectOk(await takeLane(story, bulletinId))
    expectOk(await releaseAs(story.lead, bulletinId))
    const { approvalId } = (await ownSubmission(story)).sharedUnasked[0]
    const { contentHash } = await viewOf(story, bulletinId)
    for (const answer of ['approve', 'ask-changes', 'refuse', 'withdraw']) {
      const body = { answer, contentHash }
      const { status } = await contact.post(`/api/approvals/${approvalId}/answer`, body)
      expect([answer, status]).toEqual([answer, 409])
    }
    const changed = await story.hub.inMember(story.provider, (db) =>
      sql`update noroshi.approval_request set state = 'refused' where id = ${approvalId}`.execute(
        db,
      ),
    )
    expect(Number(changed.numAffectedRows)).toBe(0)
  }))

type Step = (story: Story, bulletinId: string) => Promise<unknown>
const setLane =
  (lane: string): Step =>
  ({ lead, sig }) =>
    lead.post(`/api/groups/${sig}/lane`, { lane })

// biome-ignore format: a table is read by its columns.
const CLOSERS: readonly (readonly [what: string, act: Step, unmet: RegExp])[] = [
  ['the group wants approval again',          setLane('approval-required'),                                       /requires the providers/],
  ['the group agreed anew after the wish',    async (story, id) => { await setLane('approval-required')(story, id); story.hub.clock.advance(MINUTE_MS); await setLane('technical-only')(story, id) }, /from before/],
  ['the provider wants to look first',        (story) => wish(story, { approvesFirst: true }),                    /wants to see the text first/],
  ['the provider is always to be asked',      ({ contact }) => contact.put('/api/my/always-asked'),               /wants to see the text first/],
  ['the provider keeps something back',       (story) => wish(story, { keepBack: '金額' }),                        /keep back/],
  ['the provider allows less',                (story) => wish(story, { tlp: 'RED' }),                             /the wish was TLP:RED/],
  ['the group has become too small',          ({ hub, bystander }) => hub.inStaff((db) => sql`delete from noroshi.agreement where organisation_id = ${bystander}`.execute(db)), /so few organisations/],
]

test.each(CLOSERS)('the lane is closed when %s', (_, act, unmet) =>
  withText(async (story, bulletinId) => {
    await act(story, bulletinId)
    expect(await unmetOf(story, bulletinId)).toEqual([expect.stringMatching(unmet)])
    const refused = await takeLane(story, bulletinId)
    expect([refused.status, refused.body.code]).toEqual([409, 'lane-closed'])
    expect((await viewOf(story, bulletinId)).state).toBe('checked')
  }),
)

test.each(CLOSERS)('a release that was ordered is stopped when meanwhile %s', (what, act) =>
  withText(async (story, bulletinId) => {
    const { hub } = story
    expectOk(await takeLane(story, bulletinId))
    expect(expectOk(await releaseAs(story.lead, bulletinId)).state).toBe('releasing')
    await act(story, bulletinId)
    hub.clock.advance(10 * MINUTE_MS)
    await hub.runJobs()
    const { state, approvalLane, releaseOrder } = await viewOf(story, bulletinId)
    expect([what, state, approvalLane, releaseOrder.outcome]).toEqual([
      ...[what, 'draft', 'approval-required', 'stopped'],
    ])
    expect(expectOk(await hub.as({ contactOf: story.peer }).get('/api/inbox')).rows).toEqual([])
    expect((await ownSubmission(story)).sharedUnasked).toEqual([])
  }, LATER),
)

/** The provider is taken into the other group too, on a day that the hub writes down. */
const joinOther = async ({ hub, provider, otherSig }: Story, joinedOn: string) => {
  const agreement = { version: '1', signer: '汐見 台', signedOn: '2026-04-01' }
  const request = { organisationId: provider, joinedOn, agreement }
  const joined = await hub.as('admin').post(`/api/groups/${otherSig}/memberships`, request)
  return expectOk(joined).membershipId as string
}

/** The other group agrees on the lane as well, and is large enough that nobody is found by leaving out the others. */
const openOther = async ({ hub, lead, otherSig }: Story) => {
  await hub.seed.organisation({ groupIds: [otherSig] })
  await hub.seed.organisation({ groupIds: [otherSig] })
  expectOk(await lead.post(`/api/groups/${otherSig}/lane`, { lane: 'technical-only' }))
  hub.clock.advance(MINUTE_MS)
}

test.each([
  ['before the release is ordered', false],
  ['before it is due', true],
] as const)('a group that the provider has left %s gets nothing unasked', (_, isOrdered) =>
  withLane(async (story) => {
    const { hub, lead, sig, otherSig, stranger } = story
    await openOther(story)
    const membershipId = await joinOther(story, '2026-04-01')
    const caseId = await openUnaskedCase(story)
    expectOk(await wish(story, { groupIds: [sig, otherSig] }))
    const bulletinId = await technicalBulletin(story, caseId)
    expect((await viewOf(story, bulletinId)).audience.groups).toHaveLength(2)
    expectOk(await takeLane(story, bulletinId))
    if (isOrdered) expectOk(await releaseAs(lead, bulletinId))
    const left = { leftOn: '2026-10-15' }
    expectOk(await hub.as('admin').post(`/api/memberships/${membershipId}/leave`, left))
    if (!isOrdered) expect((await releaseAs(lead, bulletinId)).body.code).toBe('lane-closed')
    hub.clock.advance(10 * MINUTE_MS)
    await hub.runJobs()
    expect((await viewOf(story, bulletinId)).state).toBe('draft')
    expect(await unmetOf(story, bulletinId)).toContainEqual(
      expect.stringMatching(/does not belong to one of the groups/),
    )
    expect(expectOk(await hub.as({ contactOf: stranger }).get('/api/inbox')).rows).toEqual([])
  }, LATER),
)

test.each([
  ['on this day', '2026-10-15'],
  ['on a day that is written down afterwards', '2026-04-01'],
])('a wish for one’s own groups does not cover one that was joined later, %s', (_, joinedOn) =>
  withLane(async (story) => {
    await openOther(story)
    const caseId = await openUnaskedCase(story)
    await joinOther(story, joinedOn)
    const bulletinId = await technicalBulletin(story, caseId)
    expect((await viewOf(story, bulletinId)).audience.groups).toHaveLength(2)
    expect(await unmetOf(story, bulletinId)).toEqual([
      expect.stringMatching(/from before it joined/),
    ])
    expect((await takeLane(story, bulletinId)).body.code).toBe('lane-closed')
    expectOk(await wish(story, {}))
    expectOk(await takeLane(story, bulletinId))
  }),
)

test('a group that the provider left and came back to is one that it joined later', () =>
  withLane(async (story) => {
    const { hub, sig, otherSig } = story
    await openOther(story)
    const membershipId = await joinOther(story, '2026-04-01')
    const caseId = await openUnaskedCase(story)
    expectOk(await wish(story, { groupIds: [sig, otherSig] }))
    const left = { leftOn: '2026-10-15' }
    expectOk(await hub.as('admin').post(`/api/memberships/${membershipId}/leave`, left))
    await joinOther(story, '2026-10-15')
    const bulletinId = await technicalBulletin(story, caseId)
    expect(await unmetOf(story, bulletinId)).toEqual([
      expect.stringMatching(/from before it joined/),
    ])
  }))

test('a wish that is changed in the moment of the release is either seen or comes after it', () =>
  withText(async (story, bulletinId) => {
    const { hub, lead, provider } = story
    expectOk(await takeLane(story, bulletinId))
    let released: Promise<HubAnswer> | undefined
    await hub.inMember(provider, async (db) => {
      await sql`update noroshi.submission set wishes = jsonb_set(wishes, '{approvesFirst}', 'true')`.execute(
        db,
      )
      released = releaseAs(lead, bulletinId)
      await new Promise((resolve) => setTimeout(resolve, 1000))
    })
    expect((await released)?.body.code).toBe('lane-closed')
  }))

test('any edit takes the lane back, and a text with words of its own does not get it', () =>
  withText(async (story, bulletinId) => {
    const { analyst } = story
    expectOk(await takeLane(story, bulletinId))
    const { content, contentHash, audience } = await viewOf(story, bulletinId)
    const edit = {
      content: { ...content, advice: [{ ja: '電話してください。', en: 'Please ring us.' }] },
      groupIds: audience.groups.map(({ groupId }: { groupId: string }) => groupId),
      baseHash: contentHash,
    }
    expectOk(await analyst.put(`/api/bulletins/${bulletinId}`, edit))
    const edited = await viewOf(story, bulletinId)
    expect([edited.state, edited.approvalLane]).toEqual(['draft', 'approval-required'])
    expectOk(await analyst.post(`/api/bulletins/${bulletinId}/check`))
    expect(await unmetOf(story, bulletinId)).toEqual([
      expect.stringMatching(/words that a person wrote/),
    ])
    expect((await takeLane(story, bulletinId)).body.code).toBe('lane-closed')
  }))

test('the draft as it is, with its summary and subjects, waits for its provider', () =>
  withCase(async (story, caseId) => {
    const bulletinId = await checkedBulletin(story, caseId)
    expect((await takeLane(story, bulletinId)).body.code).toBe('lane-closed')
    const asked = await story.analyst.post(`/api/bulletins/${bulletinId}/ask-approval`, {
      dueAt: DUE,
    })
    expect(expectOk(asked).state).toBe('waiting')
  }))

test('a provider that joined the case later holds nothing back, and one that was in it from the start does', () =>
  withCase(async (story, caseId) => {
    const { hub, peer, lead } = story
    const early = await technicalBulletin(story, caseId)
    expectOk(await takeLane(story, early))
    hub.clock.advance(MINUTE_MS)
    // The same mail folds into the case by itself.
    await handIn(story, hub.as({ contactOf: peer }), storyMail())
    expect(expectOk(await lead.get(`/api/cases/${caseId}`)).submissions).toHaveLength(2)
    expectOk(await releaseAs(lead, early))
    // The peer has nothing in that text and is told nothing of its making.
    expect(expectOk(await hub.as({ contactOf: peer }).get('/api/approvals')).rows).toEqual([])
    const late = await technicalBulletin(story, caseId)
    expect(await unmetOf(story, late)).toContainEqual(expect.stringMatching(/see the text first/))
  }))

test('who wrote the text last does not let it go, and only a lead takes the lane', () =>
  withCase(async (story, caseId) => {
    const bulletinId = await technicalBulletin({ ...story, analyst: story.lead }, caseId)
    const { contentHash } = await viewOf(story, bulletinId)
    const body = { contentHash }
    const path = `/api/bulletins/${bulletinId}/technical-lane`
    expect((await story.analyst.post(path, body)).body.code).toBe('role-required')
    expect((await story.lead.post(path, { contentHash: 'f'.repeat(64) })).body.code).toBe(
      'edited-meanwhile',
    )
    expectOk(await story.lead.post(path, body))
    expect((await releaseAs(story.lead, bulletinId)).body.code).toBe('second-person-needed')
  }))

test('a contact whom the hub has just made consents to nothing', () =>
  withCase(async (story) => {
    const { hub, provider } = story
    const invited = await hub.as('admin').post('/api/people', {
      ...{ name: '新しい窓口', email: 'new@shiomidai-seiki.example', roles: ['member-contact'] },
      ...{ organisationId: provider, language: 'ja' },
    })
    const contact = hub.as({ personId: expectOk(invited).personId })
    const refused = await wish({ ...story, contact }, {})
    expect([refused.status, refused.body.code]).toEqual([403, 'contact-too-new'])
    expect((await contact.delete('/api/my/always-asked')).body.code).toBe('contact-too-new')
    // To be asked is always possible.
    expectOk(await contact.put('/api/my/always-asked'))
    expectOk(await wish({ ...story, contact }, { approvesFirst: true }))
  }))

test('not to be asked wants a fresh second factor, to be asked does not, and a machine says neither', () =>
  withCase(async (story) => {
    const { hub, contact, provider } = story
    const personId = await hub.personOf({ contactOf: provider })
    const stale = { ...story, contact: hub.as({ personId, isProofShort: true }) }
    await ownSubmission(stale)
    hub.clock.advance(STEP_UP_MS_MAX)
    for (const change of [{}, { tlp: 'GREEN' }]) {
      const refused = await wish(stale, change)
      expect([refused.status, refused.body.code]).toEqual([403, 'step-up-required'])
    }
    expectOk(await wish(stale, { approvesFirst: true }))
    expect((await wish(stale, {})).body.code).toBe('step-up-required')

    const scopes = ['write:submissions', 'read:bulletins']
    const made = await contact.post('/api/me/tokens', { name: 'SIEM', scopes, days: 30 })
    const machine = hub.as({ token: expectOk(made).token })
    const { submissionId } = await ownSubmission(story)
    const path = `/api/submissions/${submissionId}/wishes`
    expect((await machine.put(path, UNASKED_WISHES)).body.code).toBe('scope-required')
    const second = await handIn(story, machine, storyMail())
    const { wishes } = expectOk(await contact.get(`/api/my/submissions/${second}`))
    expect(wishes.approvesFirst).toBe(true)
  }))

test('without the agreement of a group the wish to look first stays, and members read what theirs agreed on', () =>
  withCase(async (story) => {
    const { hub, lead, sig, provider, stranger, otherSig } = story
    const lanesOf = async (readerOf: Story['provider']) => {
      const { groups } = expectOk(await hub.as({ readerOf }).get('/api/community/structure'))
      return groups.map(({ groupId, lane, laneSetOn }: Record<string, string>) => [
        ...[groupId, lane, laneSetOn],
      ])
    }
    expect(await lanesOf(provider)).toEqual([[sig, 'technical-only', '2026-10-15']])
    expect(await lanesOf(stranger)).toEqual([[otherSig, 'approval-required', undefined]])
    expect((await ownSubmission(story)).approvalStaysOn).toBeUndefined()
    await hub.runJobs()
    const { rows } = await hub.inStaff((db) =>
      sql`select p.organisation_id as id from noroshi.notice n join noroshi.person p on p.id = n.person_id
           where n.kind = 'lane-changed'`.execute(db),
    )
    expect(rows).toEqual([{ id: provider }])

    expectOk(await story.contact.put('/api/my/always-asked'))
    expect((await ownSubmission(story)).approvalStaysOn).toBe('organisation')
    expect((await wish(story, {})).body.code).toBe('approval-stays-on')
    expectOk(await story.contact.delete('/api/my/always-asked'))
    expectOk(await wish(story, {}))
    expectOk(await lead.post(`/api/groups/${sig}/lane`, { lane: 'approval-required' }))
    expect((await ownSubmission(story)).approvalStaysOn).toBe('no-group')
    expect((await wish(story, {})).body.code).toBe('approval-stays-on')
  }))
