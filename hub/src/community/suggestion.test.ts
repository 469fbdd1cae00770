import { expect, test } from 'vitest'
import { sql } from '../database/index.ts'
import { expectOk } from '../testing/bulletin-story.ts'
import { type TestHub, withHub } from '../testing/index.ts'
import { mailBytes, type MailParts } from '../testing/mails.ts'

/** An organisation with one registered domain, whose contact hands in these mails, each by itself. */
async function handIn(hub: TestHub, domain: string, mails: readonly MailParts[]) {
  const id = await hub.seed.organisation({ name: domain })
  const contact = hub.as({ contactOf: id })
  expectOk(await contact.put(`/api/organisations/${id}/vault`, { domains: [domain] }))
  for (const [at, mail] of mails.entries()) {
    const key = { 'idempotency-key': `${domain}-suggestion-${at}` }
    expectOk(await contact.post('/api/submissions', mailBytes(mail), key))
  }
  await hub.runJobs()
  return { id, contact, path: `/api/organisations/${id}/vault/suggestions` }
}

const valuesOf = (rows: readonly { list: string; value: string }[]) =>
  rows.map(({ list, value }) => `${list} ${value}`)

const PLANT = 'Plant <desk@b-plant.example>'
const TWO: MailParts[] = [
  { from: 'a@sender.example', to: PLANT },
  { from: 'b@other-sender.example', to: PLANT },
]

test('what unlike senders wrote to is suggested to its own organisation alone, with the reason', () =>
  withHub(async (hub) => {
    const { path, id } = await handIn(hub, 'b-company.example', TWO)
    const own = hub.as({ contactOf: id })
    expect(expectOk(await own.get(path)).rows).toEqual([
      { list: 'domains', value: 'b-plant.example', submissionCount: 2, isReceived: false },
      { list: 'hosts', value: 'mx.b-company.example', submissionCount: 2, isReceived: true },
    ])
    expect(valuesOf(expectOk(await hub.as('analyst').get(path)).rows)).toHaveLength(2)

    const stranger = await hub.seed.organisation()
    expect((await hub.as({ contactOf: stranger }).get(path)).status).toBe(404)
    const seen = await hub.inMember(stranger, (db) =>
      sql`select 1 from noroshi.vault_sighting`.execute(db),
    )
    expect(seen.rows).toEqual([])
    const answer = { list: 'domains', value: 'b-plant.example', answer: 'accept' }
    expect((await hub.as({ contactOf: stranger }).post(path, answer)).status).toBe(404)
    expect((await hub.as('analyst').post(path, answer)).status).toBe(403)
    expect((await hub.as({ readerOf: id }).post(path, answer)).status).toBe(403)
  }))

test('a suggestion is taken in, rewritten or refused once, and each answer is on record', () =>
  withHub(async (hub) => {
    const { path, id, contact } = await handIn(hub, 'b-company.example', TWO)
    const domain = { list: 'domains', value: 'b-plant.example' }
    const taken = expectOk(await contact.post(path, { ...domain, answer: 'accept' }))
    expect(taken.domains).toEqual(['b-company.example', 'b-plant.example'])
    expect((await contact.post(path, { ...domain, answer: 'refuse' })).status).toBe(404)

    const host = { list: 'hosts', value: 'mx.b-company.example' }
    expectOk(await contact.post(path, { ...host, answer: 'refuse' }))
    await hub.runJobs()
    expect(expectOk(await contact.get(path)).rows).toEqual([])
    const actions = await hub.auditOf(`organisation:${id}`)
    expect(actions.filter((action) => action === 'vault-suggestion-answered')).toHaveLength(2)
    const unasked = { list: 'domains', value: 'unasked.example', answer: 'accept' }
    expect((await contact.post(path, unasked)).status).toBe(404)
  }))

// biome-ignore format: a table is read by its columns.
test.each<[what: string, mails: MailParts[]]>([
  ['its own domain among the recipients', [1, 2].map((at) => ({ from: `x@planted${at}.example`, to: 'a@planted1.example, b@planted2.example' }))],
  ['a domain, in many mails of one sender', [1, 2, 3].map(() => ({ from: 'x@sender.example', to: 'a@planted.example' }))],
  ['a domain that another of its mails links to', [...TWO.map((mail) => ({ ...mail, to: 'a@planted.example' })), { from: 'c@third.example', text: 'https://login.planted.example/' }]],
  ['a free mailbox', TWO.map((mail) => ({ ...mail, to: 'a@gmail.com' }))],
  ['a hop below the true one', TWO.map((mail) => ({ ...mail, to: 'taro@b-company.example', headers: ['Received: from x by mx.b-company.example for <a@planted.example>; Wed, 14 Oct 2026 08:00:00 +0900'] }))],
])('a hostile sender that plants %s is not suggested', (_what, mails) =>
  withHub(async (hub) => {
    const { path, contact } = await handIn(hub, 'b-company.example', mails)
    const rows = expectOk(await contact.get(path)).rows
    expect(valuesOf(rows)).toEqual(['hosts mx.b-company.example'])
  }),
)

test('one organisation’s mails never suggest anything to another', () =>
  withHub(async (hub) => {
    const one = await handIn(hub, 'b-company.example', TWO.slice(0, 1))
    const two = await handIn(hub, 'c-company.example', TWO.slice(1))
    for (const { contact, path } of [one, two]) {
      const values = valuesOf(expectOk(await contact.get(path)).rows)
      expect(values).not.toContain('domains b-plant.example')
    }
  }))
