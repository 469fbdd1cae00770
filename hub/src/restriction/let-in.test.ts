import { expect, test } from 'vitest'
import type { PersonId } from 'contract/common'
import { sql } from '../database/index.ts'
import {
  expectOk,
  handIn,
  openStoryCase,
  type Story,
  storyMail,
} from '../testing/bulletin-story.ts'
import type { HubClient } from '../testing/hub-client.ts'
import { mailBytes } from '../testing/mails.ts'
import { tellOnce } from '../testing/tell-once.ts'

// T71: who is let in until a day reads until that day, and decides nothing about who else reads.

const DAY_MS = 86_400_000
// The first test tells the story, on a machine that others use as well.
const STORY_MS_MAX = 180_000

/** A submission that the hub restricts to the story's analyst, and another analyst who is let in for a day. */
const letIn = tellOnce(async (story) => {
  const submissionId = await handIn(story, story.contact, storyMail())
  await story.hub.runJobs()
  expectOk(await story.analyst.put(`/api/submissions/${submissionId}/restriction`))
  const personId = await story.hub.seed.person(['hub-analyst'])
  await ask(story, submissionId, personId, 1)
  await answerAs(story.analyst)
  return { submissionId, personId }
})

const as = ({ hub }: Story, personId: PersonId) => hub.as({ personId, secondFactor: true })
const read = (who: HubClient, id: string) => who.get(`/api/submissions/${id}`)

async function ask(story: Story, thingId: string, personId: PersonId, days: number) {
  const asked = { purpose: 'handling', reason: 'On duty.', days }
  expectOk(await as(story, personId).post(`/api/closed/${thingId}/ask`, asked))
}

async function answerAs(who: HubClient) {
  const { rows } = expectOk(await who.get('/api/admissions'))
  const [first] = rows.filter(({ isOwn }: { isOwn: boolean }) => !isOwn)
  expectOk(await who.post(`/api/admissions/${first?.admissionId}/answer`, { outcome: 'allowed' }))
}

test(
  'T71: who is let in lifts nothing, restricts nothing and lets nobody in',
  () =>
    letIn(async (story, { submissionId, personId }) => {
      const guest = as(story, personId)
      const path = `/api/submissions/${submissionId}/restriction`
      expectOk(await read(guest, submissionId))
      expect((await guest.delete(path)).body.code).toBe('let-in-reads-only')
      expect((await guest.put(path)).body.code).toBe('let-in-reads-only')
      await ask(story, submissionId, await story.hub.personOf('lead'), 30)
      expect(expectOk(await guest.get('/api/admissions')).rows).toEqual([])
      expectOk(await read(story.analyst, submissionId))
      expect((await read(story.lead, submissionId)).status).toBe(404)
    }),
  STORY_MS_MAX,
)

test('T71: the database refuses the same to whoever was let in', () =>
  letIn(async ({ hub }, { submissionId, personId }) => {
    const asGuest = (statement: ReturnType<typeof sql>) =>
      hub.database.inStaff({ personId }, (db) => statement.execute(db))
    const { rows } = await asGuest(sql`delete from noroshi.restriction returning 1`)
    expect(rows).toEqual([])
    await expect(
      asGuest(sql`insert into noroshi.restriction (submission_id, set_by, set_at)
                  values (${submissionId}, 'hub', now())`),
    ).rejects.toMatchObject({ code: 'already-changed', cause: { code: '42501' } })
  }))

test('T71: a restriction lifted and set again throws out nobody who was let in, and makes no day later', () =>
  letIn(async (story, { submissionId, personId }) => {
    const path = `/api/submissions/${submissionId}/restriction`
    expectOk(await story.analyst.delete(path))
    expectOk(await story.analyst.put(path))
    expectOk(await read(as(story, personId), submissionId))
    expect((await read(story.lead, submissionId)).status).toBe(404)
    story.hub.clock.advance(DAY_MS)
    expect((await read(as(story, personId), submissionId)).status).toBe(404)
    // Its assignee once more: what was given until a day does not come back by that.
    await story.hub.inStaff((db) =>
      sql`update noroshi.submission set assignee_id = ${personId} where id = ${submissionId}`.execute(
        db,
      ),
    )
    expectOk(await story.hub.as('analyst').delete(path))
    expectOk(await story.hub.as({ contactOf: story.provider }).put(`/api/my${path.slice(4)}`))
    expect((await read(as(story, personId), submissionId)).status).toBe(404)
  }))

test(
  'T71: what somebody let in puts into a restricted case is no longer theirs than the case',
  () =>
    tellOnce(openStoryCase)(async (story, caseId) => {
      const { analyst, hub, peer } = story
      expectOk(await analyst.put(`/api/cases/${caseId}/restriction`))
      const personId = await hub.seed.person(['hub-analyst'])
      await ask(story, caseId, personId, 1)
      await answerAs(analyst)
      const other = await handIn(
        story,
        hub.as({ contactOf: peer }),
        mailBytes({ from: 'a@other.example', to: 'b@peer.example', subject: 'Another', text: 'x' }),
      )
      await hub.runJobs()
      expectOk(
        await as(story, personId).post(`/api/cases/${caseId}/submissions`, {
          submissionIds: [other],
        }),
      )
      expectOk(await read(as(story, personId), other))
      hub.clock.advance(DAY_MS)
      expect((await read(as(story, personId), other)).status).toBe(404)
      expectOk(await read(hub.as('analyst'), other))
    }),
  STORY_MS_MAX,
)

test('T71: whoever fetched a restricted file stands in the log of nobody without a part in it', () =>
  letIn(async (story, { submissionId }) => {
    const { files } = expectOk(await read(story.analyst, submissionId))
    const sha256: string = files[0].sha256
    expect((await story.analyst.get(`/api/evidence/${sha256}/download`)).status).toBe(200)
    const outsider = await story.hub.seed.person(['hub-admin', 'hub-lead'])
    for (const path of ['/api/audit', '/api/audit/export']) {
      const seen = async (who: HubClient) => Buffer.from((await who.get(path)).bytes).toString()
      expect([path, (await seen(as(story, outsider))).includes(sha256)]).toEqual([path, false])
    }
    const own = expectOk(await as(story, outsider).get('/api/audit'))
    expect(JSON.stringify(own)).not.toContain(sha256)
  }))
