import { expect, test } from 'vitest'
import { sql } from '../database/index.ts'
import {
  approvedBulletin,
  expectOk,
  handIn,
  openStoryCase,
  releaseAs,
} from '../testing/bulletin-story.ts'
import type { HubClient } from '../testing/hub-client.ts'
import { mailBytes } from '../testing/mails.ts'
import { tellOnce } from '../testing/tell-once.ts'

// T71, T75: a lead orders a release and then restricts its case, so that nobody else can stop it or take it back.

// The first test tells the story, on a machine that others use as well.
const STORY_MS_MAX = 180_000
const HOUR_MS = 3_600_000
const reason = { ja: '見直しのため', en: 'For review' }

/** A case that is restricted to whoever ordered its release, and a lead without a part in it. */
const ordered = tellOnce(async (story) => {
  const caseId = await openStoryCase(story)
  const bulletinId = await approvedBulletin(story, caseId)
  const releaseAt = new Date(story.hub.clock.now().getTime() + HOUR_MS).toISOString()
  expectOk(await releaseAs(story.lead, bulletinId, { releaseAt }))
  expectOk(await story.lead.put(`/api/cases/${caseId}/restriction`))
  return { bulletinId, personId: await story.hub.seed.person(['hub-lead']) }
})

const texts = async (who: HubClient) => expectOk(await who.get('/api/closed-texts')).rows
const queue = async (who: HubClient) =>
  expectOk(await who.get('/api/queue?filter=mine')).rows.map(({ id }: { id: string }) => id)

test(
  'T71: another lead stops a release of a restricted case, by number and state',
  () =>
    ordered(async (story, { bulletinId, personId }) => {
      const other = story.hub.as({ personId, secondFactor: true })
      expect((await other.get(`/api/bulletins/${bulletinId}`)).status).toBe(404)
      expect(await texts(other)).toMatchObject([{ bulletinId, state: 'releasing' }])
      expect(await queue(other)).toContain(bulletinId)
      const analyst = story.hub.as({
        personId: await story.hub.seed.person(['hub-analyst']),
        secondFactor: true,
      })
      const path = `/api/bulletins/${bulletinId}/cancel-release`
      expect((await analyst.post(path)).status).toBe(404)
      expectOk(await other.post(path))
      expect((await other.get(`/api/bulletins/${bulletinId}`)).status).toBe(404)
      expect(await texts(other)).toEqual([])
    }),
  STORY_MS_MAX,
)

test('T71: another lead takes back what went out of a restricted case, and sees that its provider wants it', () =>
  ordered(async (story, { bulletinId, personId }) => {
    story.hub.clock.advance(HOUR_MS + 1_000)
    await story.hub.runJobs()
    const contact = story.hub.as({ contactOf: story.provider })
    const { rows } = expectOk(await contact.get('/api/approvals'))
    const asked = `/api/approvals/${rows[0].approvalId}`
    expectOk(await contact.post(`${asked}/ask-withdrawal`, { reason: '取り下げてください。' }))
    const other = story.hub.as({ personId, secondFactor: true })
    expect(await queue(other)).toContain(bulletinId)
    const path = `/api/bulletins/${bulletinId}/withdraw`
    // Of providers and of other members alike: the answer does not tell whose it is.
    for (const name of ['汐見台精機', '芙蓉化成']) {
      const naming = await other.post(path, { reason: { ...reason, ja: `${name}の件` } })
      expect([name, naming.body.code]).toEqual([name, 'reason-names-provider'])
    }
    expectOk(await other.post(path, { reason }))
    expect(expectOk(await contact.get(asked)).withdrawal.outcome).toBe('withdrawn')
  }))

test('T71: a lead opens again with a second person what one analyst of the hub restricted', () =>
  ordered(async (story, { personId, bulletinId }) => {
    const other = story.hub.as({ personId, secondFactor: true })
    const { rows } = expectOk(await other.get('/api/closed'))
    const { id } = rows.find(({ kind }: { kind: string }) => kind === 'case')
    const asked = { purpose: 'lifting', reason: 'Nobody else can work on it.', days: 1 }
    const analyst = await story.hub.seed.person(['hub-analyst'])
    const refused = await story.hub
      .as({ personId: analyst, secondFactor: true })
      .post(`/api/closed/${id}/ask`, asked)
    expect(refused.body.code).toBe('role-required')
    expectOk(await other.post(`/api/closed/${id}/ask`, asked))
    const admin = story.hub.as('admin')
    const requests = expectOk(await admin.get('/api/admissions')).rows
    const path = `/api/admissions/${requests[0].admissionId}/answer`
    expect((await other.post(path, { outcome: 'allowed' })).status).toBe(404)
    expectOk(await admin.post(path, { outcome: 'allowed' }))
    const bystander = story.hub.as({ personId: analyst, secondFactor: true })
    expectOk(await bystander.get(`/api/bulletins/${bulletinId}`))
  }))

test('T71: nothing is said to be lifted that was not restricted by the hub, and nobody let in whom all may read with', () =>
  ordered(async (story, { personId }) => {
    const { hub, lead } = story
    const other = hub.as({ personId, secondFactor: true })
    const contact = hub.as({ contactOf: story.provider })
    const asked = { purpose: 'lifting', reason: 'Nobody else can work on it.', days: 1 }
    const mail = mailBytes({ from: 'a@other.example', subject: 'Another' })
    const withheld = await handIn(story, contact, mail, '&restricted=true')
    expect(expectOk(await other.get(`/api/closed/${withheld}`)).isLiftable).toBe(false)
    const refused = await other.post(`/api/closed/${withheld}/ask`, asked)
    expect(refused.body.code).toBe('restricted-by-other')
    const { rows } = expectOk(await other.get('/api/closed'))
    const { id, isLiftable } = rows.find(({ kind }: { kind: string }) => kind === 'case')
    expect(isLiftable).toBe(true)
    expectOk(await other.post(`/api/closed/${id}/ask`, asked))
    // Whoever restricted it opens it before the answer.
    expectOk(await lead.delete(`/api/cases/${id}/restriction`))
    const admin = hub.as('admin')
    const { admissionId } = expectOk(await admin.get('/api/admissions')).rows[0]
    expectOk(await admin.post(`/api/admissions/${admissionId}/answer`, { outcome: 'allowed' }))
    await hub.runJobs()
    const lifted = await hub.inStaff((db) =>
      sql`select from noroshi.audit_entry where action = 'restriction-lifted'`.execute(db),
    )
    expect(lifted.rows).toHaveLength(1)
    const told = await hub.inStaff((db) =>
      sql`select from noroshi.notice where kind = 'somebody-let-in'`.execute(db),
    )
    expect(told.rows).toEqual([])
  }))

test('T71: whoever has just come to the hub restricts nothing that others work on', () =>
  ordered(async (story) => {
    const { hub, lead } = story
    const invited = await hub.as('admin').post('/api/people', {
      ...{ name: 'New', email: 'new@people.example', roles: ['hub-analyst'], language: 'en' },
    })
    const fresh = hub.as({ personId: expectOk(invited).personId, secondFactor: true })
    const mail = mailBytes({ from: 'a@other.example', subject: 'Another' })
    const submissionId = await handIn(story, hub.as({ contactOf: story.peer }), mail)
    const refused = await fresh.put(`/api/submissions/${submissionId}/restriction`)
    expect(refused.body.code).toBe('came-lately')
    expectOk(await lead.get(`/api/submissions/${submissionId}`))
    // What they hand in themselves they take from nobody.
    const taken = { from: 'b@other.example', subject: 'By telephone' }
    const handed = await handIn(story, fresh, mailBytes(taken), '&restricted=true')
    expect((await lead.get(`/api/submissions/${handed}`)).status).toBe(404)
  }))

test('T71: whoever lost a role has not come lately', () =>
  ordered(async (story) => {
    const { hub } = story
    const personId = await hub.seed.person(['hub-analyst', 'hub-lead'])
    const mail = mailBytes({ from: 'a@other.example', subject: 'Another' })
    const submissionId = await handIn(story, hub.as({ contactOf: story.peer }), mail)
    const path = `/api/people/${personId}/roles`
    expectOk(await hub.as('admin').post(path, { roles: ['hub-analyst'] }))
    const lessened = hub.as({ personId, secondFactor: true })
    expectOk(await lessened.put(`/api/submissions/${submissionId}/restriction`))
  }))
