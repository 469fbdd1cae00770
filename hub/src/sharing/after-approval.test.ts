import { expect, test } from 'vitest'
import { sql } from '../database/index.ts'
import {
  approvedBulletin,
  approveAll,
  checkedBulletin,
  DUE,
  expectOk,
  handIn,
  openStoryCase,
  releaseAs,
  type Story,
  storyMail,
  tellStory,
} from '../testing/bulletin-story.ts'
import { type HubClient, withHub } from '../testing/index.ts'
import { mailBytes } from '../testing/mails.ts'
import { withRelay } from '../testing/relay.ts'
import { tellOnce } from '../testing/tell-once.ts'
import { waitForLocks } from '../testing/wait-for-locks.ts'

// What changes between an approval and what goes out under it.

const withStory = (work: (story: Story) => Promise<void>): Promise<void> =>
  withHub(async (hub) => work(await tellStory(hub)))
const withApproved = tellOnce(async (story) => approvedBulletin(story, await openStoryCase(story)))

// biome-ignore format: a table is read by its columns.
test.each([
  ['a stricter label',  { tlp: 'RED' },                  409],
  ['its own group',     {},                              200],
  ['more to hold back', { tlp: 'AMBER', keepBack: 'x' }, 200],
])('a provider that has approved and then wishes %s', (_, wish, status) =>
  withApproved(async (story, bulletinId) => {
    const own = expectOk(await story.contact.get('/api/my/submissions')).rows[0]
    const wishes = { ...own.wishes, groupIds: [story.sig], ...wish }
    expectOk(await story.contact.put(`/api/submissions/${own.submissionId}/wishes`, wishes))
    const released = await releaseAs(story.lead, bulletinId)
    expect(released.status).toBe(status)
    if (status === 200) return
    expect(released.body.code).toBe('wishes-narrowed')
    const view = expectOk(await story.lead.get(`/api/bulletins/${bulletinId}`))
    expect([view.state, view.approvals[0].state]).toEqual(['draft', 'outdated'])
    expect(expectOk(await story.hub.as({ contactOf: story.peer }).get('/api/inbox')).rows).toEqual(
      [],
    )
  }),
)

test('a wish narrowed while the text is being released comes after it', () =>
  withApproved(async ({ hub, contact, lead, sig }, bulletinId) => {
    const own = expectOk(await contact.get('/api/my/submissions')).rows[0]
    const acts: Promise<unknown>[] = []
    await hub.inStaff(async (db) => {
      // The release waits at its very end, as behind another one to the same group.
      await sql`select id from noroshi.sharing_group where id = ${sig} for update`.execute(db)
      acts.push(releaseAs(lead, bulletinId).then(expectOk))
      await waitForLocks(hub, 1)
      const wishes = { ...own.wishes, groupIds: [], tlp: 'RED' }
      const narrowed = contact.put(`/api/submissions/${own.submissionId}/wishes`, wishes)
      acts.push(narrowed.then(expectOk))
      await Promise.race([narrowed, waitForLocks(hub, 2)])
    })
    await Promise.all(acts)
    const { rows } = await hub.inStaff((db) =>
      sql<{ action: string }>`select action from noroshi.audit_entry
        where action in ('bulletin-released', 'wishes-changed') order by sequence`.execute(db),
    )
    expect(rows.map(({ action }) => action)).toEqual(['bulletin-released', 'wishes-changed'])
  }))

/** Two providers in one released bulletin, of which the story's own is then split off the case. */
async function releasedThenSplit(story: Story) {
  await story.hub.seed.organisation({ groupIds: [story.sig] })
  const other = story.hub.as({ contactOf: story.peer })
  const own = await handIn(story, story.contact, storyMail())
  const theirs = await handIn(story, other, mailBytes({ subject: 'Invoice', text: 'Please pay.' }))
  const { caseId } = expectOk(
    await story.analyst.post('/api/cases', { submissionIds: [own, theirs] }),
  )
  const bulletinId = await checkedBulletin(story, caseId)
  expectOk(await story.analyst.post(`/api/bulletins/${bulletinId}/ask-approval`, { dueAt: DUE }))
  await approveAll(story)
  await approveAll({ ...story, contact: other })
  expectOk(await releaseAs(story.lead, bulletinId))
  story.hub.clock.advance(60_000)
  expectOk(await story.analyst.post(`/api/cases/${caseId}/split`, { submissionIds: [own] }))
  return { bulletinId, other }
}

async function correctedTitle(
  { analyst, sig }: Story,
  bulletinId: string,
  title: { ja: string; en: string },
): Promise<void> {
  const view = expectOk(await analyst.get(`/api/bulletins/${bulletinId}`))
  const content = { ...view.content, title }
  const edit = { content, groupIds: [sig], baseHash: view.contentHash }
  expectOk(await analyst.put(`/api/bulletins/${bulletinId}`, edit))
}

test('a provider split off the case after the release is still searched for and asked in a correction', () =>
  withStory(async (story) => {
    const { analyst } = story
    const { bulletinId, other } = await releasedThenSplit(story)
    const corrected = await analyst.post(`/api/bulletins/${bulletinId}/correct`)
    const { bulletinId: next } = expectOk(corrected)
    await correctedTitle(story, next, { ja: '汐見台精機を狙う詐欺', en: 'Fraud' })
    const found = expectOk(await analyst.post(`/api/bulletins/${next}/check`))
    expect([found.state, found.check.leaks.length > 0]).toEqual(['draft', true])

    await correctedTitle(story, next, { ja: '詐欺', en: 'Fraud' })
    expect(expectOk(await analyst.post(`/api/bulletins/${next}/check`)).state).toBe('checked')
    expectOk(await analyst.post(`/api/bulletins/${next}/ask-approval`, { dueAt: DUE }))
    await approveAll({ ...story, contact: other })
    expect((await releaseAs(story.lead, next)).body.code).toBe('not-in-this-state')
    await approveAll(story)
    expectOk(await releaseAs(story.lead, next))
  }))

test('another mail of the wave after the question was put does not hold the warning back', () =>
  withStory(async (story) => {
    const caseId = await openStoryCase(story)
    const bulletinId = await approvedBulletin(story, caseId)
    story.hub.clock.advance(60_000)
    const late = story.hub.as({ contactOf: story.bystander })
    await handIn(story, late, storyMail())
    const { submissions } = expectOk(await story.analyst.get(`/api/cases/${caseId}`))
    expect(submissions).toHaveLength(2)

    expectOk(await releaseAs(story.lead, bulletinId))
    expect(expectOk(await late.get('/api/approvals')).rows).toEqual([])
    // A correction is written with that mail at hand, so its provider is asked as well.
    const { bulletinId: next } = expectOk(
      await story.analyst.post(`/api/bulletins/${bulletinId}/correct`),
    )
    expectOk(await story.analyst.post(`/api/bulletins/${next}/check`))
    expectOk(await story.analyst.post(`/api/bulletins/${next}/ask-approval`, { dueAt: DUE }))
    await approveAll(story)
    expect((await releaseAs(story.lead, next)).body.code).toBe('not-in-this-state')
  }))

const leaveGroup = ({ hub, peer }: Story) =>
  hub.inStaff((db) =>
    sql`update noroshi.membership set left_on = '2026-10-15' where organisation_id = ${peer}`.execute(
      db,
    ),
  )
const withdraw = async ({ lead }: Story, bulletinId: string) =>
  expectOk(
    await lead.post(`/api/bulletins/${bulletinId}/withdraw`, {
      reason: { ja: '誤りのため', en: 'Mistaken' },
    }),
  )

// biome-ignore format: a table is read by its columns.
test.each([
  ['nothing',                        async () => {},            2],
  ['the organisation has left',      leaveGroup,                1],
  ['the bulletin has been withdrawn', withdraw,                 0],
] as const)('a title waits for the relay and meanwhile %s', (_, happen, told) =>
  withRelay(0, (url, mails) =>
    withApproved(
      async (story, bulletinId) => {
        await personIn(story.hub.as({ contactOf: story.peer }))
        await story.hub.runJobs()
        mails.length = 0
        expectOk(await releaseAs(story.lead, bulletinId))
        await happen(story, bulletinId)
        await story.hub.runJobs()
        expect(mails.filter((mail) => /^Subject:.*\bBulletin B-/m.test(mail))).toHaveLength(told)
      },
      { NOROSHI_MAIL_RELAY_URL: url },
    ),
  ),
)

/** A caller becomes a person with its first request. */
const personIn = (client: HubClient) => client.get('/api/inbox')
