import { expect, test } from 'vitest'
import { sql } from '../database/index.ts'
import { expectOk } from '../testing/bulletin-story.ts'
import { withHub } from '../testing/index.ts'

const NAMES = [{ text: 'Birch', kind: 'formal' }]
const PERSON = { name: 'Rin', aliases: [], addresses: ['rin@birch.example'], isExecutive: false }
const PARTNER = { name: 'Alder', aliases: [], domains: ['alder.example'] }

test('whoever saves a list that somebody else changed meanwhile overwrites nothing and is told which', () =>
  withHub(async (hub) => {
    const id = await hub.seed.organisation({ name: 'Birch' })
    const path = `/api/organisations/${id}`
    const [first, second] = [hub.as({ contactOf: id }), hub.as('lead')]
    const { revision } = expectOk(await first.get(path))
    expectOk(await first.put(`${path}/vault`, { names: NAMES, revision }))

    const late = await second.put(`${path}/vault`, { names: [], hosts: ['KTHM-WS065'], revision })
    expect([late.status, late.body.code, late.body.places]).toEqual([
      409,
      'vault-changed',
      [{ path: 'names', say: 'changed-meanwhile' }],
    ])
    expect((await first.get(path)).body).toMatchObject({ names: NAMES, hosts: [] })

    // Another list is nobody's loss, and what is the same already is no change.
    const other = await second.put(`${path}/vault`, {
      ...{ names: NAMES, hosts: ['KTHM-WS065'], revision },
    })
    expect(expectOk(other)).toMatchObject({ hosts: ['KTHM-WS065'], revision: revision + 2 })
    const same = await first.put(`${path}/vault`, { names: NAMES, revision })
    expect(expectOk(same).revision).toBe(revision + 2)
  }))

test('what the hub writes into a vault is marked until the member takes it out, and told to its contacts each time', () =>
  withHub(async (hub) => {
    const id = await hub.seed.organisation({ name: 'Birch' })
    const contact = hub.as({ contactOf: id })
    await hub.personOf({ contactOf: id })
    const path = `/api/organisations/${id}`
    expectOk(await contact.put(`${path}/vault`, { names: NAMES }))
    const names = [...NAMES, { text: 'Birch Power', kind: 'brand' }]
    expectOk(await hub.as('analyst').put(`${path}/vault`, { names }))
    expectOk(await hub.as('lead').put(`${path}/vault`, { numbers: ['06-0000-0000'] }))
    expect((await contact.get(path)).body.hubEntries).toEqual([
      { list: 'names', text: 'Birch Power' },
      { list: 'numbers', text: '06-0000-0000' },
    ])
    await hub.runJobs({ mayFail: true })
    const notices = await hub.inStaff((db) =>
      sql<{
        kind: string
        href: string
      }>`select kind, href from noroshi.notice where kind = 'vault-changed'`.execute(db),
    )
    expect(notices.rows).toHaveLength(2)

    const unread = await contact.put(`${path}/vault`, { names: NAMES })
    expect([unread.status, unread.body.code]).toEqual([409, 'vault-unread'])
    const { revision } = expectOk(await contact.get(path))
    expectOk(await contact.put(`${path}/vault`, { names: NAMES, revision }))
    expect((await contact.get(path)).body.hubEntries).toEqual([
      { list: 'numbers', text: '06-0000-0000' },
    ])
  }))

test.each([
  ['a name', { names: [] }],
  ['an address of a person', { people: [{ ...PERSON, addresses: [] }] }],
  ['a domain of a partner', { watchList: [{ ...PARTNER, domains: [] }] }],
  ['a host, by another spelling', { hosts: ['KTHM-WS066'] }],
])(
  'an analyst adds to a vault but does not take out %s; a lead does, on the record',
  (_what, less) =>
    withHub(async (hub) => {
      const id = await hub.seed.organisation({ name: 'Birch' })
      const path = `/api/organisations/${id}`
      const analyst = hub.as('analyst')
      const vault = { names: NAMES, people: [PERSON], watchList: [PARTNER], hosts: ['KTHM-WS065'] }
      expectOk(await analyst.put(`${path}/vault`, vault))
      const { revision } = expectOk(await analyst.get(path))
      const refused = await analyst.put(`${path}/vault`, { ...less, revision })
      expect([refused.status, refused.body.code]).toEqual([403, 'only-adding'])
      expect((await analyst.get(path)).body).toMatchObject(vault)
      expectOk(await hub.as('lead').put(`${path}/vault`, { ...less, revision }))
      const { rows } = expectOk(await hub.as('admin').get('/api/audit'))
      expect(JSON.stringify(rows)).toContain(`"taken":["${Object.keys(less)[0]}"]`)
    }),
)

test('a member cannot mark its own entries as the hub’s, nor see another’s revisions or marks', () =>
  withHub(async (hub) => {
    const [own, other] = [await hub.seed.organisation(), await hub.seed.organisation()]
    for (const id of [own, other]) {
      expectOk(await hub.as('lead').put(`/api/organisations/${id}/vault`, { hosts: ['ABC-01'] }))
    }
    const seen = await hub.inMember(own, (db) =>
      sql<{ count: string }>`select (select count(*) from noroshi.vault_list)
        + (select count(*) from noroshi.vault_hub_entry) as count`.execute(db),
    )
    expect(Number(seen.rows[0]?.count)).toBe(2)
    const forged = hub.inMember(own, (db) =>
      sql`insert into noroshi.vault_hub_entry values (${own}, 'names', 'X', now())`.execute(db),
    )
    await expect(forged).rejects.toThrow(/permission denied/)
  }))

test.each([
  ['hosts', ['x']],
  ['numbers', ['12345']],
  ['networks', ['10.0.0.0/8']],
  ['postalAddresses', ['東京']],
  ['postalAddresses', Array.from({ length: 101 }, (_, index) => `架空県架空市本町1-2-${index}`)],
  ['affiliates', [{ name: 'X', aliases: [], country: '', domains: [], relation: 'parent' }]],
  ['names', [{ text: 'X', kind: 'nickname' }]],
])(
  '%s that would protect nobody, or too many of them, are refused with their place (%#)',
  (list, entries) =>
    withHub(async (hub) => {
      const id = await hub.seed.organisation()
      const answer = await hub
        .as({ contactOf: id })
        .put(`/api/organisations/${id}/vault`, { [list]: entries })
      expect([answer.status, answer.body.code]).toEqual([400, 'request-unfit'])
      expect(answer.body.places[0].path).toMatch(new RegExp(`^${list}`))
    }),
)
