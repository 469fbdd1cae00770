import { createHash, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { sql } from '../database/db.ts'
import { runSql } from '../database/query.ts'
import { withHub } from '../testing/index.ts'
import { recordAudit } from './record-audit.ts'

const note = (subject: string) => ({
  actor: { audit: 'hub' },
  action: 'tested',
  subject,
  detail: { count: 1 },
})

test('the log is read page by page, or about one thing, by those who answer for the hub', () =>
  withHub(async (hub) => {
    await hub.inStaff(async (db) => {
      for (let index = 0; index < 120; index += 1) await recordAudit(db, note(`case:${index % 2}`))
    })
    const lead = hub.as('lead')
    const first = (await lead.get('/api/audit')).body
    expect(first.rows).toHaveLength(100)
    const second = (await lead.get(`/api/audit?after=${first.next}`)).body
    expect(second.rows[0].sequence).toBe(first.rows.at(-1).sequence - 1)
    expect(second.next).toBeUndefined()
    expect((await lead.get('/api/audit?subject=case:1')).body.rows).toHaveLength(60)
    expect((await lead.get('/api/audit/verify')).body).toMatchObject({ intact: true })
  }))

test('an export is signed lines, each with the text whose hash is the next line’s beginning', () =>
  withHub(async (hub) => {
    await hub.inStaff(async (db) => {
      for (let index = 0; index < 5; index += 1) await recordAudit(db, note(`case:${index}`))
    })
    const lead = hub.as('lead')
    const answer = await lead.get('/api/audit/export?from=1')
    const [head, ...rest] = String(answer.body)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const end = rest.pop()
    expect(head).toEqual({
      ...{ kind: 'noroshi-audit-export', version: 1, from: 1 },
      previous: '0'.repeat(64),
    })
    let previous = head.previous
    for (const { form, hash } of rest) {
      expect(createHash('sha256').update(form).digest('hex')).toBe(hash)
      expect(JSON.parse(form)[0]).toBe(previous)
      previous = hash
    }
    expect(end).toMatchObject({ to: rest.length, last: previous, isWhole: true })
    const { key, fingerprint } = (await lead.get('/api/signing-key')).body
    expect(end.key).toBe(key)
    expect(fingerprint).toMatch(/^(?:[0-9a-f]{4} ){15}[0-9a-f]{4}$/)
    const signed = ['noroshi-audit-export 1', 1, head.previous, end.to, end.last, true]
    const text = [...signed, end.exportedAt].join('\n')
    expect(verify(null, Buffer.from(text), key, Buffer.from(end.signature, 'base64'))).toBe(true)
    // That somebody took a copy stands in the log too.
    expect((await lead.get('/api/audit?subject=audit')).body.rows).toHaveLength(1)
    expect((await lead.get('/api/audit/export?from=1000')).status).toBe(404)
  }))

test.each(['analyst', 'member', undefined] as const)('%s may not read the log', (who) =>
  withHub(async (hub) => {
    const contactOf = await hub.seed.organisation()
    const client = hub.as(who === 'member' ? { contactOf } : who)
    for (const path of ['/api/audit', '/api/audit/verify', '/api/audit/export']) {
      expect((await client.get(path)).status).toBe(who === undefined ? 401 : 403)
    }
  }),
)

test('a line cannot be changed by anybody the hub works as', () =>
  withHub(async (hub) => {
    await hub.inStaff((db) => recordAudit(db, note('case:1')))
    await expect(
      hub.inStaff((db) => runSql(db, sql`update noroshi.audit_entry set action = 'other'`)),
    ).rejects.toThrow()
    expect((await hub.as('admin').get('/api/audit/verify')).body.intact).toBe(true)
  }))
