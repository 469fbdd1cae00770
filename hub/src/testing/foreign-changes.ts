import { expect } from 'vitest'
import { sql } from '../database/index.ts'
import type { Story } from './bulletin-story.ts'
import type { HubAnswer, HubClient } from './hub-client.ts'

const HASH = 'f'.repeat(64)
export const NO_ID = '00000000-0000-4000-8000-000000000000'
const WISHES = {
  groupIds: [],
  tlp: 'RED',
  keepBack: '',
  mayAppearInReport: false,
  approvesFirst: true,
}
const VAULT = { names: [], domains: [], people: [], watchList: [], urlServices: [] }
const KEY = { 'idempotency-key': 'foreign-foreign-foreign' }

/** Something a member may ask to be changed, of the thing with this id. */
export type Change = (as: HubClient, id: string) => Promise<HubAnswer>

/** Every change a member may ask for that names a thing by its id. */
// biome-ignore format: a table is read by its columns.
export const CHANGES: readonly (readonly [what: string, idOf: string, change: Change])[] = [
  ['a file for a submission',   'submission', (as, id) => as.post(`/api/submissions/${id}/files`, new Uint8Array([1]), KEY)],
  ['wishes of a submission',    'submission', (as, id) => as.put(`/api/submissions/${id}/wishes`, WISHES)],
  ['restricting a submission',  'submission', (as, id) => as.put(`/api/my/submissions/${id}/restriction`)],
  ['lifting a restriction',     'submission', (as, id) => as.delete(`/api/my/submissions/${id}/restriction`)],
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

export const PASSKEY = (organisationId: string) =>
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

/** The true id of a thing of this name that belongs to somebody else. */
export async function findForeignId({ hub, provider }: Story, name: string): Promise<string> {
  const statement = ID_OF[name]
  if (statement === undefined) return provider
  const { rows } = await hub.inStaff((db) => statement.execute(db))
  return rows[0]?.id ?? expect.fail(`no ${name}`)
}
