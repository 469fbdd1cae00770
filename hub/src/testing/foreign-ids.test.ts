import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { sql } from '../database/index.ts'
import {
  approvedBulletin,
  expectOk,
  openStoryCase,
  releaseAs,
  type Story,
  tellStory,
} from './bulletin-story.ts'
import type { HubAnswer, HubClient } from './hub-client.ts'
import { withHub } from './with-hub.ts'

// Every change a member may ask for, asked for what belongs to somebody else, by its true id. The answer must be
// the one for an id of nothing, word for word, and nothing may have changed.

const HASH = 'f'.repeat(64)
const NO_ID = '00000000-0000-4000-8000-000000000000'
const WISHES = {
  groupIds: [],
  tlp: 'RED',
  keepBack: '',
  mayAppearInReport: false,
  approvesFirst: true,
}
const VAULT = { names: [], domains: [], people: [], watchList: [], urlServices: [] }
const KEY = { 'idempotency-key': 'foreign-foreign-foreign' }

type Change = (as: HubClient, id: string) => Promise<HubAnswer>

// biome-ignore format: a table is read by its columns.
const CHANGES: readonly (readonly [what: string, idOf: string, change: Change])[] = [
  ['a file for a submission',   'submission', (as, id) => as.post(`/api/submissions/${id}/files`, new Uint8Array([1]), KEY)],
  ['wishes of a submission',    'submission', (as, id) => as.put(`/api/submissions/${id}/wishes`, WISHES)],
  ['dates of a submission',     'submission', (as, id) => as.put(`/api/submissions/${id}/dates`, { occurredOn: { known: 'unknown' } })],
  ['an approval',               'approval',   (as, id) => as.post(`/api/approvals/${id}/answer`, { answer: 'approve', contentHash: HASH })],
  ['taking an approval back',   'approval',   (as, id) => as.post(`/api/approvals/${id}/answer`, { answer: 'withdraw', contentHash: HASH })],
  ['asking to take back',       'approval',   (as, id) => as.post(`/api/approvals/${id}/ask-withdrawal`, { reason: 'Ours.' })],
  ['feedback',                  'release',    (as, id) => as.put(`/api/inbox/${id}/feedback`, { answer: 'got-it' })],
  ['taking feedback back',      'release',    (as, id) => as.delete(`/api/inbox/${id}/feedback`)],
  ['ending a machine’s token',  'token',      (as, id) => as.delete(`/api/me/tokens/${id}`)],
  ['ending a session',          'session',    (as, id) => as.delete(`/api/me/sessions/${id}`)],
  ['a passkey',                 'passkey',    (as, id) => as.delete(`/api/me/passkeys/${id}`)],
  ['confirming a contact',      'person',     (as, id) => as.post(`/api/me/new-contacts/${id}/confirm`)],
  ['shutting somebody out',     'colleague',  (as, id) => as.post(`/api/me/people/${id}/disabled`, { disabled: true })],
  ['renewing an invitation',    'colleague',  (as, id) => as.post(`/api/me/people/${id}/link`)],
  ['signing for a group',       'group',      (as, id) => as.post(`/api/my/agreements/${id}/sign`, { textId: NO_ID, textHash: HASH, signer: 'Director' })],
  ['the vault',                 'provider',   (as, id) => as.put(`/api/organisations/${id}/vault`, VAULT)],
  ['a suggestion of the vault', 'provider',   (as, id) => as.post(`/api/organisations/${id}/vault/suggestions`, { list: 'domains', value: 'a.example', answer: 'refuse' })],
]

const PASSKEY = (organisationId: string) =>
  sql`insert into noroshi.passkey (id, person_id, credential_id, public_key, counter, label, added_at)
      select gen_random_uuid(), id, 'foreign', '\\x00', 0, 'Key', now() from noroshi.person
       where organisation_id = ${organisationId} limit 1`

const ID_OF: Readonly<Record<string, ReturnType<typeof sql<{ id: string }>>>> = {
  submission: sql`select id from noroshi.submission`,
  approval: sql`select id from noroshi.approval_request`,
  release: sql`select id from noroshi.release`,
  token: sql`select id from noroshi.api_token`,
  person: sql`select id from noroshi.person where roles = '{hub-lead}'`,
  // Of the provider, in which the stranger is nobody.
  colleague: sql`select p.id from noroshi.person p join noroshi.organisation o on o.id = p.organisation_id
                  where o.name like '汐見台%'`,
  passkey: sql`select id from noroshi.passkey`,
  // Of the provider: the stranger is in another one.
  group: sql`select m.group_id as id from noroshi.membership m join noroshi.organisation o on o.id = m.organisation_id
              where o.name like '汐見台%'`,
  session: sql`select s.id from noroshi.session s join noroshi.person p on p.id = s.person_id where p.roles = '{hub-lead}'`,
}

async function findId({ hub, provider }: Story, name: string): Promise<string> {
  const statement = ID_OF[name]
  if (statement === undefined) return provider
  const { rows } = await hub.inStaff((db) => statement.execute(db))
  return rows[0]?.id ?? expect.fail(`no ${name}`)
}

const TABLES = [
  'submission',
  'submission_file',
  'approval_request',
  'withdrawal_request',
  'bulletin',
  'feedback',
  'api_token',
  'organisation_name',
  'organisation_person',
  'audit_entry',
]

/** One hash over everything a change could touch. */
async function picture({ hub }: Story): Promise<string[]> {
  const hashes: string[] = []
  for (const table of TABLES) {
    const { rows } = await hub.inStaff((db) =>
      sql<{
        hash: string
      }>`select md5(string_agg(t::text, '|' order by t::text)) as hash from ${sql.table(`noroshi.${table}`)} t`.execute(
        db,
      ),
    )
    hashes.push(`${table} ${rows[0]?.hash}`)
  }
  return hashes
}

test('every change that names a thing by its id stands in the table', () =>
  withHub(async ({ routes }) => {
    const asked = new Set<string>()
    const record = (method: string) => (path: string) => {
      asked.add(`${method} ${path.replace(/\?.*/, '').replaceAll(ANY_ID, '{}')}`)
      return Promise.resolve(NO_ANSWER)
    }
    const recorder = { post: record('post'), put: record('put'), delete: record('delete') }
    for (const [, , change] of CHANGES) {
      await change({ ...recorder, get: record('get') }, NO_ID)
    }
    const changes = routes
      .filter(({ method, path, access }) => {
        // TAXII knows no changes: every other method is answered 405 before any id is looked at.
        const isChange = method !== 'get' && path.includes('{') && !path.startsWith('/taxii2')
        return isChange && (typeof access === 'string' || access.some(isMemberRole))
      })
      .map(({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`)
    expect(changes.filter((change) => !asked.has(change))).toEqual([])
  }))

const ANY_ID = new RegExp(NO_ID, 'g')
const NO_ANSWER: HubAnswer = {
  status: 0,
  body: undefined,
  headers: new Headers(),
  bytes: new Uint8Array(),
}
const isMemberRole = (role: string): boolean => role.startsWith('member-')

test('what belongs to another organisation is answered and treated like nothing at all', () =>
  withHub(async (hub) => {
    const story = await tellStory(hub)
    const bulletinId = await approvedBulletin(story, await openStoryCase(story))
    expectOk(await releaseAs(story.lead, bulletinId))
    const token = { name: 'SIEM', scopes: ['read:bulletins'], days: 30 }
    expectOk(await story.contact.post('/api/me/tokens', token))
    await hub.inStaff((db) => PASSKEY(story.provider).execute(db))
    const stranger = hub.as({ contactOf: story.stranger })
    await stranger.get('/api/inbox')

    const before = await picture(story)
    for (const [what, name, change] of CHANGES) {
      const foreign = await change(stranger, await findId(story, name))
      const absent = await change(stranger, randomUUID())
      expect([what, foreign.status, foreign.body]).toEqual([what, 404, absent.body])
    }
    expect(await picture(story)).toEqual(before)
  }))
