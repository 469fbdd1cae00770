import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { sql } from '../database/index.ts'
import {
  checkedBulletin,
  DUE,
  expectOk,
  handIn,
  type Story,
  STORY_TRACES,
  storyMail,
} from '../testing/bulletin-story.ts'
import type { HubAnswer, HubClient } from '../testing/hub-client.ts'
import { type KnownIds, recordAnswer, recordVisit } from '../testing/record-visit.ts'
import { tellOnce } from '../testing/tell-once.ts'
import { withHub } from '../testing/with-hub.ts'

// T71: somebody of the hub without a part in a restricted case tries every route there is. What belongs to the case is
// answered like nothing at all; that it is there, its number and its state alone can be known.

/** A restricted submission on its way to its provider's approval, handled by the story's analyst and lead. */
const told = tellOnce(async (story) => {
  const submissionId = await handIn(
    story,
    story.contact,
    storyMail(),
    '&restricted=true&note=Canary',
  )
  await letIn(story, submissionId, 'analyst')
  const opened = await story.analyst.post('/api/cases', { submissionIds: [submissionId] })
  const { caseId } = expectOk(opened)
  const bulletinId = await checkedBulletin(story, caseId)
  expectOk(await story.analyst.post(`/api/bulletins/${bulletinId}/ask-approval`, { dueAt: DUE }))
  await story.hub.runJobs()
  const ids: Record<string, string> = { caseId, submissionId }
  for (const [name, statement] of Object.entries(ID_OF)) {
    const { rows } = await story.hub.inStaff((db) => statement.execute(db))
    ids[name] = rows[0]?.id ?? expect.fail(`no ${name}`)
  }
  return ids
})

const ID_OF = {
  bulletinId: sql<{ id: string }>`select id from noroshi.bulletin`,
  mailId: sql<{ id: string }>`select id from noroshi.mail`,
  findingId: sql<{ id: string }>`select id from noroshi.finding limit 1`,
  changeId: sql<{ id: string }>`select id from noroshi.case_change limit 1`,
  approvalId: sql<{ id: string }>`select id from noroshi.approval_request`,
  sha256: sql<{ id: string }>`select sha256 as id from noroshi.submission_file`,
}

async function letIn({ hub }: Story, thingId: string, who: 'analyst' | 'lead'): Promise<void> {
  expectOk(await hub.as(who).post(`/api/closed/${thingId}/ask`, { reason: 'On duty.', days: 7 }))
  const { rows } = expectOk(await hub.as('admin').get('/api/admissions'))
  const { admissionId } = rows[0]
  expectOk(
    await hub.as('admin').post(`/api/admissions/${admissionId}/answer`, { outcome: 'allowed' }),
  )
}

/** What an outsider of the case may learn of it, and nowhere else. */
const STUBS = ['/api/closed', '/api/queue']
/** The register of members, which is about no case. */
const REGISTER = ['/api/organisations', '/api/people', '/api/agreements', '/api/community']
const isAmong = (paths: readonly string[], line: string) =>
  paths.some((path) => line.startsWith(`GET ${path}`))
const CONTENT = [...STORY_TRACES, 'Canary', 'mail.eml']
/** The first test tells the story, on a machine that others use as well. */
const VISIT_MS_MAX = 180_000

/** Answers about cases, and which of these words stand in any of them. What has an id is asked for below. */
async function findWords(story: Story, as: HubClient, words: readonly string[]) {
  const visit = await recordVisit(story.hub, as, { nothing: randomUUID() })
  const lines = visit.filter((line) => !isAmong(REGISTER, line))
  const texts = lines.map((line) => Buffer.from(line, 'latin1').toString())
  const found = words.filter((word) => texts.some((text) => text.includes(word)))
  return { found, texts }
}

test.each([['hub-analyst'], ['hub-lead'], ['hub-admin']] as const)(
  'T71: a %s without a part in the case reads of nothing in it by any route',
  (role) =>
    told(async (story, ids) => {
      const person = await story.hub.seed.person([role])
      const outsider = story.hub.as({ personId: person, secondFactor: true })
      const { found, texts } = await findWords(story, outsider, CONTENT)
      expect(texts.length).toBeGreaterThan(100)
      expect(found).toEqual([])
      const naming = texts.filter((text) => text.includes('C-2026-0001'))
      expect(naming.filter((text) => !isAmong(STUBS, text))).toEqual([])
      const { body } = await outsider.get('/api/audit')
      for (const id of Object.values(ids)) expect(JSON.stringify(body)).not.toContain(id)
      await expectAbsent(story, outsider, ids)
      const { rows } = expectOk(await outsider.get('/api/closed'))
      expect(rows.map(({ id }: { id: string }) => id).toSorted()).toEqual(
        [ids['caseId'], ids['submissionId']].toSorted(),
      )
    }),
  VISIT_MS_MAX,
)

test('whoever is in charge of it reads it by the same routes', () =>
  told(async ({ analyst }, { submissionId, mailId, bulletinId }) => {
    const paths = [
      `/api/submissions/${submissionId}`,
      `/api/mails/${mailId}`,
      `/api/bulletins/${bulletinId}`,
    ]
    const bodies: string[] = []
    for (const path of paths) bodies.push(JSON.stringify(expectOk(await analyst.get(path))))
    for (const word of ['汐見台精機', 'Canary', 'mail.eml'])
      expect([word, bodies.some((body) => body.includes(word))]).toEqual([word, true])
  }))

/** Every route with an id answers for what is closed as it does for nothing. */
async function expectAbsent({ hub }: Story, outsider: HubClient, ids: KnownIds): Promise<void> {
  const absent = Object.fromEntries(
    Object.keys(ids).map((name) => [name, name === 'sha256' ? 'f'.repeat(64) : randomUUID()]),
  )
  const query = '?start=0&end=10&format=stix&path=1'
  for (const { method, path } of hub.routes) {
    if (method !== 'get' || !path.includes('{') || path.startsWith('/api/closed')) continue
    for (const name of Object.keys(ids)) {
      const of = (known: KnownIds) => path.replaceAll(/\{\w+\}/g, known[name] ?? '') + query
      const [closed, nothing] = [await outsider.get(of(ids)), await outsider.get(of(absent))]
      expect([path, name, recordAnswer(closed)]).toEqual([path, name, recordAnswer(nothing)])
    }
  }
}

type Change = (as: HubClient, ids: KnownIds) => Promise<HubAnswer>
const CONTENT_HASH = 'f'.repeat(64)

// biome-ignore format: a table is read by its columns.
const CHANGES: readonly (readonly [what: string, change: Change])[] = [
  ['a further file',            (as, { submissionId }) => as.post(`/api/submissions/${submissionId}/files`, new Uint8Array([1]), { 'idempotency-key': 'closed-closed-closed' })],
  ['its dates',                 (as, { submissionId }) => as.put(`/api/submissions/${submissionId}/dates`, { occurredOn: { known: 'unknown' } })],
  ['its count',                 (as, { submissionId }) => as.post(`/api/submissions/${submissionId}/count`, { items: 2, reason: 'Two.' })],
  ['setting a finding aside',   (as, { findingId }) => as.post(`/api/findings/${findingId}/dismiss`, { reason: 'No.', dismissed: true })],
  ['reading it again',          (as, { submissionId }) => as.post(`/api/submissions/${submissionId}/retry`)],
  ['adding to the case',        (as, { caseId, submissionId }) => as.post(`/api/cases/${caseId}/submissions`, { submissionIds: [submissionId] })],
  ['splitting the case',        (as, { caseId, submissionId }) => as.post(`/api/cases/${caseId}/split`, { submissionIds: [submissionId] })],
  ['merging the case',          (as, { caseId }) => as.post(`/api/cases/${caseId}/merge`, { otherCaseId: randomUUID() })],
  ['classifying the case',      (as, { caseId }) => as.post(`/api/cases/${caseId}/classification`, { classification: 'targeted' })],
  ['renaming the case',         (as, { caseId }) => as.post(`/api/cases/${caseId}/title`, { title: 'Mine' })],
  ['moving the case',           (as, { caseId }) => as.post(`/api/cases/${caseId}/state`, { to: 'closed' })],
  ['taking the case over',      (as, { caseId }) => as.post(`/api/cases/${caseId}/assign`, { personId: null })],
  ['undoing a change',          (as, { changeId }) => as.post(`/api/case-changes/${changeId}/undo`)],
  ['setting it aside',          (as, { submissionId }) => as.post(`/api/submissions/${submissionId}/set-aside`, { reason: 'No.' })],
  ['answering a question',      (as, { submissionId }) => as.post(`/api/submissions/${submissionId}/consultation`, { category: 'Mail', answer: 'Yes.' })],
  ['taking it up again',        (as, { submissionId }) => as.post(`/api/submissions/${submissionId}/reopen`)],
  ['taking it over',            (as, { submissionId }) => as.post(`/api/submissions/${submissionId}/assign`, { personId: null })],
  ['a draft of it',             (as, { caseId }) => as.post('/api/bulletins', { caseId })],
  ['a case of it',              (as, { submissionId }) => as.post('/api/cases', { submissionIds: [submissionId] })],
  ['a question of the text',    (as, { bulletinId }) => as.post(`/api/bulletins/${bulletinId}/questions`, { questionId: 'q', choice: 'omit' })],
  ['checking the text',         (as, { bulletinId }) => as.post(`/api/bulletins/${bulletinId}/check`)],
  ['a weak trace',              (as, { bulletinId }) => as.post(`/api/bulletins/${bulletinId}/weak-traces`, { weakTraceId: 'w' })],
  ['asking for approval',       (as, { bulletinId }) => as.post(`/api/bulletins/${bulletinId}/ask-approval`, { dueAt: DUE })],
  ['the technical lane',        (as, { bulletinId }) => as.post(`/api/bulletins/${bulletinId}/technical-lane`, { contentHash: CONTENT_HASH })],
  ['releasing the text',        (as, { bulletinId }) => as.post(`/api/bulletins/${bulletinId}/release`, { contentHash: CONTENT_HASH, organisationCount: 3 })],
  ['cancelling the release',    (as, { bulletinId }) => as.post(`/api/bulletins/${bulletinId}/cancel-release`)],
  ['correcting the text',       (as, { bulletinId }) => as.post(`/api/bulletins/${bulletinId}/correct`, { reason: { ja: '訂正', en: 'Corrected' } })],
  ['taking the text back',      (as, { bulletinId }) => as.post(`/api/bulletins/${bulletinId}/withdraw`, { reason: { ja: '取り下げ', en: 'Withdrawn' } })],
  ['lifting the restriction',   (as, { submissionId }) => as.delete(`/api/submissions/${submissionId}/restriction`)],
  ['restricting it',            (as, { submissionId }) => as.put(`/api/submissions/${submissionId}/restriction`)],
  ['restricting the case',      (as, { caseId }) => as.put(`/api/cases/${caseId}/restriction`)],
  ['opening the case',          (as, { caseId }) => as.delete(`/api/cases/${caseId}/restriction`)],
]

test('T71: whoever has no part in the case changes nothing of it', () =>
  told(async (story, ids) => {
    const person = await story.hub.seed.person(['hub-analyst', 'hub-lead'])
    const outsider = story.hub.as({ personId: person, secondFactor: true })
    const before = await picture(story)
    for (const [what, change] of CHANGES) {
      const nothing = Object.fromEntries(Object.keys(ids).map((name) => [name, randomUUID()]))
      const [closed, absent] = [await change(outsider, ids), await change(outsider, nothing)]
      expect.soft([what, closed.body]).toEqual([what, absent.body])
      expect.soft([what, closed.status]).toEqual([what, 404])
    }
    expect(await picture(story)).toEqual(before)
  }))

const TABLES = [
  'submission',
  'submission_file',
  'attack_case',
  'case_submission',
  'bulletin',
  'restriction',
  'person_in_charge',
]

async function picture({ hub }: Story): Promise<string[]> {
  const hashes: string[] = []
  for (const table of TABLES) {
    const { rows } = await hub.inStaff((db) =>
      sql<{ hash: string }>`select md5(string_agg(t::text, '|' order by t::text)) as hash
                              from ${sql.table(`noroshi.${table}`)} t`.execute(db),
    )
    hashes.push(`${table} ${rows[0]?.hash}`)
  }
  return hashes
}

test('every change that names something of a case stands in the table', () =>
  withHub(async ({ routes }) => {
    const asked = new Set<string>()
    const record = (method: string) => (path: string) => {
      asked.add(`${method} ${path.replaceAll(/:\w+/g, '{}')}`)
      return Promise.resolve(NO_ANSWER)
    }
    const recorder = {
      head: record('head'),
      get: record('get'),
      post: record('post'),
      put: record('put'),
      delete: record('delete'),
    }
    const names = ['caseId', 'submissionId', 'bulletinId', 'findingId', 'changeId']
    const ids = Object.fromEntries(names.map((name) => [name, `:${name}`]))
    for (const [, change] of CHANGES) await change(recorder, ids)
    const changes = routes
      .filter(
        ({ method, path, access }) =>
          method !== 'get' &&
          names.some((name) => path.includes(`{${name}}`)) &&
          Array.isArray(access) &&
          access.some((role) => role.startsWith('hub-')),
      )
      .map(({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`)
    // Its content is looked at before its id: a body fit for a text of nothing does not exist.
    const open = changes.filter((change) => !asked.has(change))
    expect(open).toEqual(['put /api/bulletins/{}'])
  }))

const NO_ANSWER: HubAnswer = {
  status: 0,
  body: undefined,
  headers: new Headers(),
  bytes: new Uint8Array(),
}

test('T71: the outbox, whose lines name a provider by their reader, shows a bystander of the hub nothing', () =>
  told(async ({ hub }) => {
    const personId = await hub.seed.person(['hub-admin'])
    const count = sql<{ count: number }>`
      select count(*)::int as count from noroshi.notice where occasion like 'approval:%' or occasion like 'organisation:%'`
    const seen = await hub.database.inStaff({ personId }, (db) => count.execute(db))
    const kept = await hub.inStaff((db) => count.execute(db))
    expect(seen.rows).toEqual([{ count: 0 }])
    expect(kept.rows[0]?.count).toBeGreaterThan(1)
  }))
