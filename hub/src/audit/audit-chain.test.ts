import { Client } from 'pg'
import { expect, test } from 'vitest'
import { type TestHub, withHub } from '../testing/index.ts'
import { recordAudit } from './record-audit.ts'
import { verifyAuditChain } from './verify-audit-chain.ts'

const ACTOR = { audit: 'hub' }
const write = (hub: TestHub, subject: string) =>
  hub.inStaff((db) => recordAudit(db, { actor: ACTOR, action: 'tried', subject, detail: { n: 1 } }))
const verify = (hub: TestHub) => hub.inStaff(verifyAuditChain)

/** Somebody with the owner's password and time: switches the guards off, then changes history. */
async function tamper(hub: TestHub, statement: string): Promise<void> {
  const owner = new Client(hub.databaseOf.owner)
  await owner.connect()
  await owner.query('alter table noroshi.audit_entry disable trigger append_only')
  await owner.query(statement)
  await owner.end()
}

test('entries are numbered without gaps, in the order of commits, also when written at once', () =>
  withHub(async (hub) => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => write(hub, `try:${n}`)))
    await hub
      .inStaff(async (db) => {
        await recordAudit(db, { actor: ACTOR, action: 'tried', subject: 'try:never' })
        throw new Error('rolled back')
      })
      .catch(() => {})
    await write(hub, 'try:last')
    expect(await verify(hub)).toMatchObject({ intact: true, entryCount: 21 })
  }))

test.each([
  ['changed', `update noroshi.audit_entry set actor = 'person:x' where sequence = 3`, 3],
  [
    'dated back',
    `update noroshi.audit_entry set at = at - interval '1 hour' where sequence = 2`,
    2,
  ],
  [
    'given another detail',
    `update noroshi.audit_entry set detail = '{"n": 2}' where sequence = 4`,
    4,
  ],
  ['taken out', 'delete from noroshi.audit_entry where sequence = 3', 4],
  ['cut off at the end', 'delete from noroshi.audit_entry where sequence = 5', 5],
])('an entry that was %s is found', (_, statement, brokenAt) =>
  withHub(async (hub) => {
    for (let n = 1; n <= 5; n += 1) await write(hub, `try:${n}`)
    await tamper(hub, statement)
    expect(await verify(hub)).toMatchObject({ intact: false, brokenAt })
  }),
)

test.each([
  ['the hub', "set role noroshi_staff; update noroshi.audit_entry set actor = 'x'"],
  ['the hub', 'set role noroshi_staff; delete from noroshi.audit_entry'],
  ['the hub', "set role noroshi_staff; update noroshi.audit_head set hash = ''"],
  ['a member', 'set role noroshi_member; select * from noroshi.audit_entry'],
  ['the bare application', 'select * from noroshi.audit_entry'],
])('%s may not: %s', (_, statement) =>
  withHub(async (hub) => {
    await write(hub, 'try:1')
    const app = new Client(hub.databaseOf.app)
    await app.connect()
    await expect(app.query(statement)).rejects.toMatchObject({ code: '42501' })
    await app.end()
  }),
)

test('words do not get into the log', () =>
  withHub(async (hub) => {
    const detail = { note: 'Taro Yamada called about the invoice' }
    const work = hub.inStaff((db) =>
      recordAudit(db, { actor: ACTOR, action: 'tried', subject: 'try:1', detail }),
    )
    await expect(work).rejects.toThrow(/ids, codes and hashes/)
  }))
