import { expect, test } from 'vitest'
import type { PersonId } from 'contract/common'
import { verifyExport } from '../../../cli/src/audit/verify-export.ts'
import { sql } from '../database/index.ts'
import { findNoticeToSend } from '../sharing/notice.queries.ts'
import {
  expectOk,
  handIn,
  openStoryCase,
  type Story,
  storyMail,
  tellStory,
} from '../testing/bulletin-story.ts'
import type { HubClient } from '../testing/hub-client.ts'
import { tellOnce } from '../testing/tell-once.ts'
import { withHub } from '../testing/with-hub.ts'

// T71: two persons to unmask, for a time, written down and told.

const DAY_MS = 86_400_000
const ASK = { purpose: 'handling', reason: 'Same sender as in my case.', days: 3 }

/** A submission that its provider restricts, and nobody of the hub in charge. */
const handedIn = tellOnce((story) => handIn(story, story.contact, storyMail(), '&restricted=true'))
/** A case that everybody of the hub may read. */
const opened = tellOnce(openStoryCase)

async function newcomer({ hub }: Story, role: 'hub-analyst' | 'hub-admin'): Promise<HubClient> {
  return hub.as({ personId: await hub.seed.person([role]), secondFactor: true })
}

async function findRequest(as: HubClient): Promise<string | undefined> {
  const { rows } = expectOk(await as.get('/api/admissions'))
  return rows[0]?.admissionId
}

const answer = (as: HubClient, id: string | undefined, outcome = 'allowed') =>
  as.post(`/api/admissions/${id}/answer`, { outcome })

// The first test tells the story, on a machine that others use as well.
const STORY_MS_MAX = 180_000

test(
  'T71: nobody lets themselves in, an administrator neither, and no bystander anybody',
  () =>
    handedIn(async (story, id) => {
      const [admin, bystander] = [story.hub.as('admin'), await newcomer(story, 'hub-analyst')]
      expect((await story.analyst.get(`/api/submissions/${id}`)).status).toBe(404)
      expectOk(await admin.post(`/api/closed/${id}/ask`, ASK))
      const own = await findRequest(admin)
      expect((await answer(admin, own)).status).toBe(404)
      expect(expectOk(await bystander.get('/api/admissions')).rows).toEqual([])
      expect((await answer(bystander, own)).status).toBe(404)
      expect((await answer(story.lead, own)).status).toBe(404)
      expect((await admin.post(`/api/closed/${id}/ask`, ASK)).body.code).toBe('admission-waits')
      expect((await admin.get(`/api/submissions/${id}`)).status).toBe(404)
      expectOk(await answer(await newcomer(story, 'hub-admin'), own))
      expectOk(await admin.get(`/api/submissions/${id}`))
    }),
  STORY_MS_MAX,
)

test('T71: who asks three times at once has asked once, and is told so', () =>
  handedIn(async (story, id) => {
    const { hub, analyst } = story
    const press = () => analyst.post(`/api/closed/${id}/ask`, ASK)
    const answers = await Promise.all([press(), press(), press()])
    const codes = answers.map(({ status, body }) => body.code ?? status)
    expect(codes.toSorted()).toEqual([200, 'admission-waits', 'admission-waits'])
    const { rows } = await hub.inStaff((db) =>
      sql`select 1 from noroshi.audit_entry where action = 'admission-asked'`.execute(db),
    )
    expect(rows).toHaveLength(1)
  }))

test('T71: an administrator does not invite a second self to answer', () =>
  handedIn(async (story, id) => {
    const { hub } = story
    const invited = await hub.as('admin').post('/api/people', {
      ...{ name: 'Second', email: 'second@people.example', roles: ['hub-analyst'], language: 'en' },
    })
    const second = hub.as({ personId: expectOk(invited).personId, secondFactor: true })
    expectOk(await second.post(`/api/closed/${id}/ask`, ASK))
    const request = await findRequest(hub.as('admin'))
    expect((await answer(hub.as('admin'), request)).body.code).toBe('brought-in-lately')
    expectOk(await answer(await newcomer(story, 'hub-admin'), request))
  }))

test('T71: of accounts that one administrator let in this week none lets another in, nor the administrator', () =>
  handedIn(async (story, id) => {
    const { hub } = story
    const admin = hub.as('admin')
    const invite = async (by: HubClient, email: string) => {
      const order = { name: 'N', email, roles: ['hub-admin', 'hub-analyst'], language: 'en' }
      const { personId } = expectOk(await by.post('/api/people', order))
      return hub.as({ personId, secondFactor: true })
    }
    const first = await invite(admin, 'first@people.example')
    const sibling = await invite(admin, 'sibling@people.example')
    const child = await invite(sibling, 'child@people.example')
    for (const [asker, answerer] of [
      [first, sibling],
      [child, admin],
      [admin, child],
    ] as const) {
      expectOk(await asker.post(`/api/closed/${id}/ask`, ASK))
      const { rows } = expectOk(await answerer.get('/api/admissions'))
      const request = rows.find((one: { isOwn: boolean }) => !one.isOwn)
      expect((await answer(answerer, request.admissionId)).body.code).toBe('brought-in-lately')
      expect((await asker.get(`/api/submissions/${id}`)).status).toBe(404)
      expectOk(await answer(await newcomer(story, 'hub-admin'), request.admissionId, 'declined'))
    }
  }))

test('T71: the database itself puts nobody in charge and lets nobody answer for themselves', () =>
  handedIn(async ({ hub }, id) => {
    const personId = await hub.personOf('analyst')
    const asDesk = (statement: ReturnType<typeof sql>) =>
      hub.database.inStaff({ personId }, (db) => statement.execute(db))
    await expect(
      asDesk(sql`insert into noroshi.person_in_charge (submission_id, person_id, since)
                 values (${id}, ${personId}, now())`),
    ).rejects.toMatchObject({ code: '42501' })
    await expect(
      asDesk(sql`update noroshi.admission set outcome = 'allowed'`),
    ).rejects.toMatchObject({ code: '42501' })
    const { rows } = await asDesk(sql`delete from noroshi.restriction returning 1`)
    expect(rows).toEqual([])
  }))

test('T71: who is let in reads until the day, and the provider is told that, what for, and not who', () =>
  handedIn(async (story, id) => {
    const { hub, contact, analyst } = story
    const before = expectOk(await contact.get(`/api/my/submissions/${id}`)).restriction
    expect(before).toEqual({ admissions: [] })
    expectOk(await analyst.post(`/api/closed/${id}/ask`, ASK))
    expectOk(await answer(hub.as('admin'), await findRequest(hub.as('admin'))))
    await hub.runJobs()
    // Words typed for one provider of a case would reach them all.
    const own = await contact.get(`/api/my/submissions/${id}`)
    expect(JSON.stringify(own.body)).not.toContain(ASK.reason)
    expectOk(await analyst.get(`/api/submissions/${id}`))
    expect(expectOk(await contact.get(`/api/my/submissions/${id}`)).restriction).toEqual({
      admissions: [{ purpose: ASK.purpose, allowedOn: '2026-10-15', endsOn: '2026-10-18' }],
    })
    const { rows } = await hub.inStaff((db) =>
      sql<{ id: string; person: PersonId; subject: unknown }>`
        select id, person_id as person, subject from noroshi.notice where kind = 'somebody-let-in'`.execute(
        db,
      ),
    )
    expect(rows.map(({ person }) => person)).toEqual([
      await hub.personOf({ contactOf: story.provider }),
    ])
    // The mail that says so can leave.
    const toSend = (noticeId: string) =>
      hub.inStaff((db) => findNoticeToSend(db, noticeId, '2026-10-15'))
    expect(await toSend(rows[0]?.id ?? '')).toMatchObject({ kind: 'somebody-let-in' })
    hub.clock.advance(DAY_MS)
    // A session does not last the night.
    const log = expectOk(await hub.as({ contactOf: story.provider }).get('/api/me/audit'))
    const line = log.rows.find(({ action }: { action: string }) => action === 'admission-allowed')
    expect(line).toMatchObject({ by: 'hub', subject: `submission:${id}` })
    expect(JSON.stringify(log)).not.toContain(await hub.personOf('analyst'))
    hub.clock.advance(2 * DAY_MS)
    expect((await hub.as('analyst').get(`/api/submissions/${id}`)).status).toBe(404)
  }))

test('T71: what counts for telling a provider is whether its wish stood when somebody was let in', () =>
  withHub(async (hub) => {
    const story = await tellStory(hub)
    const id = await handIn(story, story.contact, storyMail())
    expectOk(await story.analyst.put(`/api/submissions/${id}/restriction`))
    expectOk(await (await newcomer(story, 'hub-analyst')).post(`/api/closed/${id}/ask`, ASK))
    hub.clock.advance(60_000)
    expectOk(await story.contact.put(`/api/my/submissions/${id}/restriction`))
    hub.clock.advance(60_000)
    expectOk(await answer(hub.as('admin'), await findRequest(hub.as('admin'))))
    await hub.runJobs()
    const { restriction } = expectOk(await story.contact.get(`/api/my/submissions/${id}`))
    expect(restriction.admissions).toHaveLength(1)
    const { rows } = await hub.inStaff((db) =>
      sql`select 1 from noroshi.notice where kind = 'somebody-let-in'`.execute(db),
    )
    expect(rows).toHaveLength(1)
  }))

test('T71: what its provider restricts, nobody of the hub opens, nor a contact whom the hub has just added', () =>
  handedIn(async (story, id) => {
    const { hub, analyst, contact } = story
    expectOk(await analyst.post(`/api/closed/${id}/ask`, ASK))
    expectOk(await answer(hub.as('admin'), await findRequest(hub.as('admin'))))
    const refused = await analyst.delete(`/api/submissions/${id}/restriction`)
    expect(refused.body.code).toBe('restricted-by-other')
    const invited = await hub.as('admin').post('/api/people', {
      ...{ name: 'New', email: 'new@people.example', roles: ['member-contact'], language: 'en' },
      organisationId: story.provider,
    })
    const fresh = hub.as({ personId: expectOk(invited).personId, secondFactor: true })
    const early = await fresh.delete(`/api/my/submissions/${id}/restriction`)
    expect(early.body.code).toBe('contact-too-new')
    expectOk(await contact.delete(`/api/my/submissions/${id}/restriction`))
    expectOk(await (await newcomer(story, 'hub-analyst')).get(`/api/submissions/${id}`))
  }))

test(
  'T71: the hub restricts a case, keeps those who work on it, and opens it again',
  () =>
    opened(async (story, caseId) => {
      const { analyst, hub } = story
      const other = await newcomer(story, 'hub-analyst')
      expectOk(await other.get(`/api/cases/${caseId}`))
      expectOk(
        await analyst.post(`/api/cases/${caseId}/assign`, { personId: await hub.personOf('lead') }),
      )
      expectOk(await analyst.put(`/api/cases/${caseId}/restriction`))
      expect((await other.get(`/api/cases/${caseId}`)).status).toBe(404)
      const { restriction } = expectOk(await story.lead.get(`/api/cases/${caseId}`))
      expect(restriction.setBy).toEqual(['hub'])
      expect(restriction.people).toHaveLength(2)
      // Whoever is given the case does not read it by that.
      const personId = await hub.seed.person(['hub-analyst'])
      expectOk(await analyst.post(`/api/cases/${caseId}/assign`, { personId }))
      expect(
        (await hub.as({ personId, secondFactor: true }).get(`/api/cases/${caseId}`)).status,
      ).toBe(404)
      expectOk(await analyst.delete(`/api/cases/${caseId}/restriction`))
      expectOk(await other.get(`/api/cases/${caseId}`))
    }),
  STORY_MS_MAX,
)

test('T71: a mail of the same wave comes into a restricted case restricted, and one its provider restricts into none', () =>
  opened(async (story, caseId) => {
    const { analyst, hub, peer, bystander } = story
    const other = await newcomer(story, 'hub-analyst')
    expectOk(await analyst.put(`/api/cases/${caseId}/restriction`))
    const second = await handIn(story, hub.as({ contactOf: peer }), storyMail())
    const third = await handIn(
      story,
      hub.as({ contactOf: bystander }),
      storyMail(),
      '&restricted=true',
    )
    const { submissions } = expectOk(await analyst.get(`/api/cases/${caseId}`))
    expect(submissions.map((row: { submissionId: string }) => row.submissionId)).toContain(second)
    expect(submissions).toHaveLength(2)
    expect((await other.get(`/api/submissions/${second}`)).status).toBe(404)
    expect((await analyst.get(`/api/submissions/${third}`)).status).toBe(404)
  }))

test('figures count what is restricted, and the log can be checked without what it says', () =>
  handedIn(async (story, id) => {
    const outsider = await newcomer(story, 'hub-admin')
    const table = expectOk(
      await outsider.get('/api/statistics/table1?quarter=2026Q4&asOf=2026-10-15'),
    )
    expect(table.submissions.at(-1).value).toBe(1)
    const path = '/api/statistics/items?quarter=2026Q4&figure=submissions&asOf=2026-10-15'
    const items = expectOk(await outsider.get(path))
    expect([items.total, items.rows[0].title]).toEqual([1, ''])
    const file = Buffer.from((await outsider.get('/api/audit/export')).bytes).toString()
    expect(file).not.toContain(id)
    async function* lines() {
      yield* file.trimEnd().split('\n')
    }
    const verdict = await verifyExport(lines(), {})
    expect(verdict).toMatchObject({ isIntact: true, found: { isWhole: true } })
    expect(verdict.isIntact && verdict.found.withheld).toBeGreaterThan(0)
  }))
