import { expect, test } from 'vitest'
import { sql } from '../database/index.ts'
import {
  approveAll,
  approvedBulletin,
  checkedBulletin,
  expectOk,
  handIn,
  openStoryCase,
  releaseAs,
  type Story,
  storyMail,
} from '../testing/bulletin-story.ts'
import { mailBytes } from '../testing/mails.ts'
import { tellOnce } from '../testing/tell-once.ts'

// T71 against the provider itself: a member hands in a mail of a running wave, which is folded into the case of another,
// and restricts it. What is closed by that is its own alone.

// The first test tells the story, on a machine that others use as well.
const STORY_MS_MAX = 180_000

/** The story's case, and the peer's mail of the same wave folded into it. */
const shared = tellOnce(async (story) => {
  const caseId = await openStoryCase(story)
  const { submissions } = expectOk(await story.analyst.get(`/api/cases/${caseId}`))
  const peer = story.hub.as({ contactOf: story.peer })
  const submissionId = await handIn(story, peer, storyMail(), '&note=Canary')
  return { caseId, submissionId, first: submissions[0].submissionId as string }
})

const restrict = ({ hub, peer }: Story, id: string) =>
  hub.as({ contactOf: peer }).put(`/api/my/submissions/${id}/restriction`)
const own = async ({ hub, peer }: Story, id: string) => {
  const { restriction: _, ...rest } = expectOk(
    await hub.as({ contactOf: peer }).get(`/api/my/submissions/${id}`),
  )
  return rest
}
const idsIn = ({ submissions }: { submissions: { submissionId: string }[] }) =>
  submissions.map(({ submissionId }) => submissionId)

test(
  'T71: a member that restricts its own mail of a shared case closes the mail and not the case',
  () =>
    shared(async (story, { caseId, submissionId, first }) => {
      const { analyst, lead } = story
      expect(idsIn(expectOk(await lead.get(`/api/cases/${caseId}`)))).toContain(submissionId)
      const { receipt } = expectOk(await analyst.get(`/api/submissions/${submissionId}`))
      const before = await own(story, submissionId)
      expectOk(await restrict(story, submissionId))
      await story.hub.runJobs()
      // Nothing tells the provider that there were others.
      expect(await own(story, submissionId)).toEqual(before)
      for (const who of [lead, analyst]) {
        const view = expectOk(await who.get(`/api/cases/${caseId}`))
        expect(idsIn(view)).toEqual([first])
        expect(JSON.stringify(view)).not.toContain(receipt)
        expect(JSON.stringify(view)).not.toContain(submissionId)
        expectOk(await who.get(`/api/submissions/${first}`))
      }
      expect((await lead.get(`/api/submissions/${submissionId}`)).status).toBe(404)
      // A text begun at the very moment counts as one from before.
      story.hub.clock.advance(1_000)
      await checkedBulletin(story, caseId)
      // Lifted and set once more, it moves nothing of the others'.
      expectOk(
        await story.hub
          .as({ contactOf: story.peer })
          .delete(`/api/my/submissions/${submissionId}/restriction`),
      )
      expectOk(await restrict(story, submissionId))
      expectOk(await lead.get(`/api/cases/${caseId}`))
    }),
  STORY_MS_MAX,
)

test('T71: whoever looks after the case keeps what left it, and cannot close the case with it', () =>
  shared(async (story, { caseId, submissionId }) => {
    const { analyst, lead, hub } = story
    const personId = await hub.personOf('analyst')
    expectOk(await analyst.post(`/api/cases/${caseId}/assign`, { personId }))
    expectOk(await restrict(story, submissionId))
    expectOk(await analyst.get(`/api/submissions/${submissionId}`))
    const added = await analyst.post(`/api/cases/${caseId}/submissions`, {
      submissionIds: [submissionId],
    })
    expect(added.body.code).toBe('restricted-stays-apart')
    expectOk(await lead.get(`/api/cases/${caseId}`))
  }))

test('T71: a draft made of it is closed, and the others’ case takes another', () =>
  shared(async (story, { caseId, submissionId }) => {
    const bulletinId = await checkedBulletin(story, caseId)
    expectOk(await restrict(story, submissionId))
    expect((await story.lead.get(`/api/bulletins/${bulletinId}`)).status).toBe(404)
    story.hub.clock.advance(1_000)
    const { bulletinId: next } = expectOk(await story.analyst.post('/api/bulletins', { caseId }))
    expectOk(await story.lead.get(`/api/bulletins/${next}`))
  }))

test('T71: what was released of a shared case stays readable and can be taken back', () =>
  shared(async (story, { caseId, submissionId }) => {
    const { lead, hub, peer } = story
    const bulletinId = await approvedBulletin(story, caseId)
    await approveAll({ ...story, contact: hub.as({ contactOf: peer }) })
    expectOk(await releaseAs(lead, bulletinId))
    const step = (await own(story, submissionId)).step
    expect(step).toBe('shared')
    expectOk(await restrict(story, submissionId))
    expect((await own(story, submissionId)).step).toBe(step)
    const view = expectOk(await lead.get(`/api/bulletins/${bulletinId}`))
    expect(view.state).toBe('released')
    const { audience: _, ...rest } = view
    expect(JSON.stringify(rest)).not.toContain('海棠工業')
    expect(view.audience.groups[0].providersInside).toBe(1)
    expect(view.questions).toEqual([])
    const corrected = await lead.post(`/api/bulletins/${bulletinId}/correct`)
    expect(corrected.body.code).toBe('closed-part')
    const log = expectOk(await lead.get('/api/audit'))
    expect(JSON.stringify(log)).not.toContain(await hub.personOf({ contactOf: peer }))
  }))

test('T71: a text ready to go out stays with whoever wrote it, and a lead has another made without what was restricted', () =>
  shared(async (story, { caseId, submissionId, first }) => {
    const { analyst, lead, hub } = story
    const bulletinId = await approvedBulletin(story, caseId)
    expectOk(await restrict(story, submissionId))
    await hub.runJobs()
    expect(expectOk(await analyst.get(`/api/bulletins/${bulletinId}`)).bulletinId).toBe(bulletinId)
    expect((await lead.get(`/api/bulletins/${bulletinId}`)).status).toBe(404)
    const { rows } = expectOk(await lead.get('/api/closed-texts'))
    expect(rows).toMatchObject([{ bulletinId, caseId }])
    expect(Object.keys(rows[0]).sort()).toEqual([
      'bulletinId',
      'caseId',
      'number',
      'since',
      'state',
    ])
    expect((await lead.post(`/api/bulletins/${bulletinId}/cancel-release`)).status).toBe(404)
    hub.clock.advance(1_000)
    const { bulletinId: next } = expectOk(await lead.post('/api/bulletins', { caseId }))
    expectOk(await lead.get(`/api/bulletins/${next}`))
    expect(idsIn(expectOk(await lead.get(`/api/cases/${caseId}`)))).toEqual([first])
  }))

test('T71: no case holds what its provider restricts beside what the hub restricts, and the wave is folded on', () =>
  shared(async (story, { caseId, submissionId }) => {
    const { analyst, hub } = story
    expectOk(await restrict(story, submissionId))
    const own = mailBytes({ from: 'a@other.example', subject: 'Another' })
    const third = await handIn(story, hub.as({ contactOf: story.bystander }), own)
    const opened = await analyst.post('/api/cases', { submissionIds: [third] })
    const { caseId: other } = expectOk(opened)
    expectOk(await analyst.put(`/api/cases/${other}/restriction`))
    const bystander = hub.as({ contactOf: story.bystander })
    expectOk(await bystander.put(`/api/my/submissions/${third}/restriction`))
    // What comes into this case takes the hub's wish on, and would be closed by the provider's once that is lifted.
    const peer = hub.as({ contactOf: story.peer })
    const mail = mailBytes({ from: 'b@other.example', subject: 'Yet another' })
    const fourth = await handIn(story, peer, mail)
    const added = await analyst.post(`/api/cases/${other}/submissions`, { submissionIds: [fourth] })
    expect(added.body.code).toBe('restricted-stays-apart')
    // As it stood before one was set apart from the other.
    await hub.inStaff((db) =>
      sql`insert into noroshi.case_submission (submission_id, case_id, added_at)
          values (${submissionId}, ${caseId}, noroshi.moment())`.execute(db),
    )
    const again = (what: string) => Buffer.concat([storyMail(), Buffer.from(what)])
    const ids = [
      await handIn(story, story.contact, again('\r\n')),
      await handIn(story, bystander, again('\r\n\r\n')),
    ]
    const { rows } = await hub.inStaff((db) =>
      sql<{ id: string }>`select distinct case_id as id from noroshi.case_submission
                           where submission_id = any (${ids}::uuid[])`.execute(db),
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]?.id).not.toBe(caseId)
  }))
