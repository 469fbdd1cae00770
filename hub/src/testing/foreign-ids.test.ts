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
import { CHANGES, findForeignId, NO_ID, PASSKEY } from './foreign-changes.ts'
import type { HubAnswer } from './hub-client.ts'
import { withHub } from './with-hub.ts'

// Every change a member may ask for, asked for what belongs to somebody else, by its true id. The answer must be
// the one for an id of nothing, word for word, and nothing may have changed.

const TABLES = [
  'submission',
  'submission_file',
  'restriction',
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
      await change({ ...recorder, get: record('get'), head: record('head') }, NO_ID)
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
      const foreign = await change(stranger, await findForeignId(story, name))
      const absent = await change(stranger, randomUUID())
      expect([what, foreign.status, foreign.body]).toEqual([what, 404, absent.body])
    }
    expect(await picture(story)).toEqual(before)
  }))
