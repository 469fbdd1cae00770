import { expect, test } from 'vitest'
import { sql } from '../database/index.ts'
import { type TestHub, withHub } from '../testing/index.ts'
import { withRelay } from '../testing/relay.ts'

const TEXT = { kind: 'nda', version: '2026-1', ja: '秘密を守る。', en: 'Keep the secret.' }
const ENDS_ON = '2027-04-01'

/** An organisation with two contacts and a reader whose accepted agreement ends on 1 April 2027. */
async function agree(hub: TestHub, endsOn: string | undefined = ENDS_ON) {
  const groupId = await hub.seed.group()
  const organisationId = await hub.seed.organisation()
  const joined = { organisationId, joinedOn: '2026-10-01' }
  await hub.as('admin').post(`/api/groups/${groupId}/memberships`, joined)
  const { textId, hash: textHash } = (await hub.as('admin').post('/api/agreement-texts', TEXT)).body
  await hub.seed.person(['member-reader'], organisationId)
  const sign = async () => {
    const order = { textId, textHash, signer: '部長 鳴海' }
    const contact = hub.as({ contactOf: organisationId })
    expect((await contact.post(`/api/my/agreements/${groupId}/sign`, order)).status).toBe(200)
  }
  const accept = async (body: { endsOn?: string }) => {
    const { rows } = (await hub.as('admin').get('/api/agreements')).body
    const path = `/api/agreement-signatures/${rows[0].waiting.signatureId}/accept`
    expect((await hub.as('admin').post(path, body)).status).toBe(200)
  }
  await sign()
  await accept(endsOn === undefined ? {} : { endsOn })
  await hub.seed.person(['member-contact'], organisationId)
  return { groupId, organisationId, sign, accept }
}

/** Lets the hub live until a moment, and counts what its contacts were told by then. */
async function toldBy(hub: TestHub, moment: string) {
  hub.clock.set(moment)
  await hub.runJobs()
  const { rows } = await hub.inStaff((db) =>
    sql<{ subject: { ja: string }; href: string; roles: string[] }>`
      select n.subject, n.href, p.roles from noroshi.notice n join noroshi.person p on p.id = n.person_id
       where n.kind = 'agreement-ending' order by n.queued_at`.execute(db),
  )
  return rows
}
const countBy = async (hub: TestHub, moment: string) => (await toldBy(hub, moment)).length

// 1 April less 30 days is 2 March, less 7 is 25 March; nine in the morning in Japan is midnight UTC.
test('each contact is told 30 and 7 days before an agreement ends, once each, and the reader is not', () =>
  withHub(async (hub) => {
    const { organisationId } = await agree(hub)
    expect(await countBy(hub, '2027-03-01T23:59:00Z')).toBe(0)
    expect(await countBy(hub, '2027-03-02T00:00:00Z')).toBe(2)
    expect(await countBy(hub, '2027-03-24T23:59:00Z')).toBe(2)
    const told = await toldBy(hub, '2027-03-25T00:00:00Z')
    expect(told.map(({ roles }) => roles)).toEqual(Array(4).fill(['member-contact']))
    expect(new Set(told.map(({ href }) => href))).toEqual(new Set(['/organisation']))
    expect(await countBy(hub, '2027-05-01T00:00:00Z')).toBe(4)
    const log = await hub.auditOf(`organisation:${organisationId}`)
    expect(log.filter((action) => action === 'agreement-reminded')).toHaveLength(2)
  }))

test('the notice names neither group nor organisation', () =>
  withHub(async (hub) => {
    await agree(hub)
    const [notice] = await toldBy(hub, '2027-03-02T00:00:00Z')
    expect(notice?.subject.ja).toBe('合意がまもなく終了します')
  }))

test.each([
  ['is mailed to each contact with the page to sign on', 0, 2],
  ['that the relay refused is not sent any more once a follow-up is signed', 2, 0],
])('the notice %s', (_, refused, sent) =>
  withRelay(refused, (url, mails) =>
    withHub(
      async (hub) => {
        const { sign } = await agree(hub)
        hub.clock.set('2027-03-02T00:00:00Z')
        await hub.runJobs()
        if (refused > 0) await sign()
        hub.clock.advance(3_600_000)
        await hub.runJobs()
        const ending = mails.filter((mail) => mail.includes('/organisation'))
        expect(ending).toHaveLength(sent)
        for (const mail of ending) expect(mail).not.toMatch(/Sector|Organisation \d/)
      },
      { settings: { NOROSHI_MAIL_RELAY_URL: url } },
    ),
  ),
)

test('a job that runs twice, or after an outage, does not say the same thing twice', () =>
  withHub(async (hub) => {
    await agree(hub)
    // The hub was away from before the first day until after the second.
    expect(await countBy(hub, '2027-03-26T00:00:00Z')).toBe(2)
    expect(await countBy(hub, '2027-03-27T00:00:00Z')).toBe(2)
  }))

test('nothing is told of an agreement that has a follow-up, signed or in force', () =>
  withHub(async (hub) => {
    const { sign, accept } = await agree(hub)
    hub.clock.set('2027-02-01T00:00:00Z')
    await sign()
    expect(await countBy(hub, '2027-03-02T00:00:00Z')).toBe(0)
    await accept({ endsOn: '2028-04-01' })
    expect(await countBy(hub, '2027-03-25T00:00:00Z')).toBe(0)
    // 1 April 2028 less 30 days is 2 March, in a leap year too.
    expect(await countBy(hub, '2028-03-02T00:00:00Z')).toBe(2)
  }))

test('nothing is told to an organisation that has left or will have by then', () =>
  withHub(async (hub) => {
    const { organisationId } = await agree(hub)
    const view = await hub.as('admin').get(`/api/organisations/${organisationId}`)
    const { membershipId } = view.body.memberships[0]
    const path = `/api/memberships/${membershipId}/leave`
    expect((await hub.as('admin').post(path, { leftOn: '2027-03-20' })).status).toBe(200)
    expect(await countBy(hub, '2027-03-25T00:00:00Z')).toBe(0)
  }))

test('an end the hub sets later is told as well, and counted from the new day', () =>
  withHub(async (hub) => {
    const { organisationId, groupId } = await agree(hub, undefined)
    const path = `/api/organisations/${organisationId}/end-agreement`
    await hub.as('admin').post(path, { groupId, endsOn: '2027-04-01' })
    await hub.as('admin').post(path, { groupId, endsOn: '2027-02-01' })
    expect(await countBy(hub, '2027-01-01T23:00:00Z')).toBe(0)
    expect(await countBy(hub, '2027-01-02T00:00:00Z')).toBe(2)
    expect(await countBy(hub, '2027-05-02T00:00:00Z')).toBe(2)
  }))

test('an agreement that ends within a month waits in the queue of the lead until it is renewed', () =>
  withHub(async (hub) => {
    const { sign, accept } = await agree(hub)
    const queue = async () => (await hub.as('lead').get('/api/queue?filter=mine')).body.rows
    hub.clock.set('2027-03-01T14:59:00Z')
    expect(await queue()).toEqual([])
    hub.clock.set('2027-03-01T15:00:00Z')
    const [row] = await queue()
    expect([row.kind, row.dueAt]).toEqual(['agreement', '2027-03-31T15:00:00.000Z'])
    expect(row.why.en).toContain('nobody has signed again')
    await sign()
    expect((await queue())[0].why.en).toContain('accept the signature')
    await accept({})
    expect(await queue()).toEqual([])
  }))
