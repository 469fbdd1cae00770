import { Client } from 'pg'
import { expect, test } from 'vitest'
import type { OrganisationId } from 'contract/common'
import { type TestHub, withHub } from '../testing/index.ts'

const agreement = { version: '1.0', signer: 'Signer', signedOn: '2017-01-10' }

/** A small register: two SIGs, a framework of associations, and who joined when. */
async function seedRegister(hub: TestHub) {
  const lead = hub.as('lead')
  const group = async (kind: 'sig' | 'framework', ja: string, en: string) =>
    (await lead.post('/api/groups', { kind, name: { ja, en } })).body.groupId as string
  const organisation = async (name: string, constituentCount = 0) =>
    (
      await lead.post('/api/organisations', {
        name,
        kind: constituentCount > 0 ? 'association' : 'company',
        industry: 'F',
        constituentCount,
        names: [{ text: name, kind: 'formal' }],
        domains: [`${name.toLowerCase()}.example`],
      })
    ).body.organisationId as OrganisationId
  const join = async (groupId: string, organisationId: string, joinedOn: string) =>
    (await lead.post(`/api/groups/${groupId}/memberships`, { organisationId, joinedOn, agreement }))
      .body.membershipId as string
  const leave = (membershipId: string, leftOn: string) =>
    lead.post(`/api/memberships/${membershipId}/leave`, { leftOn })

  const power = await group('sig', '電力業界SIG', 'Electric power SIG')
  const gas = await group('sig', 'ガス業界SIG', 'Gas SIG')
  const medical = await group('framework', '医療業界情報連携体制', 'Medical framework')
  const [alder, birch, cedar] = [
    await organisation('Alder'),
    await organisation('Birch'),
    await organisation('Cedar', 5500),
  ]
  const alderInPower = await join(power, alder, '2018-04-01')
  await join(gas, alder, '2019-03-31')
  await join(power, birch, '2019-04-01')
  await join(medical, cedar, '2018-10-15')
  return { power, gas, medical, alder, birch, cedar, alderInPower, join, leave }
}

const structureOn = async (hub: TestHub, day: string) =>
  (await hub.as('analyst').get(`/api/community/structure?asOf=${day}`)).body

test('counts are as of a day, each membership counted, and nothing later changes them', () =>
  withHub(
    async (hub) => {
      const { power, alder, alderInPower, join, leave } = await seedRegister(hub)
      const counts = async (day: string) => {
        const view = await structureOn(hub, day)
        return [view.membershipCount, view.sigMembershipCount, view.organisationCount]
      }
      expect(await counts('2018-03-31')).toEqual([0, 0, 0])
      expect(await counts('2019-03-30')).toEqual([2, 1, 2])
      expect(await counts('2019-03-31')).toEqual([3, 2, 2])
      expect(await counts('2019-04-01')).toEqual([4, 3, 3])

      // Leaving and coming back is a gap, not a correction of the past.
      expect((await leave(alderInPower, '2020-01-01')).status).toBe(200)
      await join(power, alder, '2020-06-01')
      expect(await counts('2019-03-31')).toEqual([3, 2, 2])
      expect(await counts('2019-12-31')).toEqual([4, 3, 3])
      expect(await counts('2020-01-01')).toEqual([3, 2, 3])
      expect(await counts('2020-06-01')).toEqual([4, 3, 3])
      const { groups } = await structureOn(hub, '2020-06-01')
      expect(groups.at(-1)).toMatchObject({ kind: 'framework', constituentCount: 5500 })
    },
    { now: '2026-10-15T01:00:00Z' },
  ))

test('the change of a group falls out of its memberships as the reports put it', () =>
  withHub(async (hub) => {
    const lead = hub.as('lead')
    const sig = (
      await lead.post('/api/groups', {
        kind: 'sig',
        name: { ja: '電力業界SIG', en: 'Electric power SIG' },
      })
    ).body.groupId
    for (let index = 0; index < 42; index += 1) {
      const organisationId = await hub.seed.organisation({ name: `Power ${index}` })
      const joinedOn = index < 32 ? '2018-07-01' : `2020-04-${String(index - 31).padStart(2, '0')}`
      await lead.post(`/api/groups/${sig}/memberships`, { organisationId, joinedOn, agreement })
    }
    const { changes } = await structureOn(hub, '2020-06-30')
    expect(changes).toEqual([
      {
        on: '2020-04-10',
        group: { ja: '電力業界SIG', en: 'Electric power SIG' },
        before: 32,
        after: 42,
        say: {
          ja: '2020年4月、電力業界SIG 32→42組織',
          en: 'April 2020, Electric power SIG: 32 → 42 organisations',
        },
      },
    ])
    expect((await structureOn(hub, '2020-03-31')).changes).toEqual([])
    expect((await structureOn(hub, '2018-09-30')).changes[0].say.ja).toBe(
      '2018年7月、電力業界SIG 発足（32組織）',
    )
  }))

test('a member sees the groups it acts in and its own vault, and nothing says that there is more', () =>
  withHub(async (hub) => {
    const { alder, birch, gas } = await seedRegister(hub)
    const birchContact = hub.as({ contactOf: birch })

    const own = (await birchContact.get('/api/community/structure')).body
    expect(own.groups.map((row: { name: { en: string } }) => row.name.en)).toEqual([
      'Electric power SIG',
    ])
    expect(own.membershipCount).toBe(2)

    const unknown = await birchContact.get(`/api/organisations/${gas}`)
    const hidden = await birchContact.get(`/api/organisations/${alder}`)
    expect([hidden.status, { ...hidden.body, traceId: '' }]).toEqual([
      404,
      { ...unknown.body, traceId: '' },
    ])
    expect((await birchContact.get(`/api/organisations/${birch}`)).body.domains).toEqual([
      'birch.example',
    ])
    expect((await birchContact.get('/api/organisations')).status).toBe(403)
  }))

test('however often names are revised, evidence is read again once, behind what arrives now', () =>
  withHub(async (hub) => {
    const { birch } = await seedRegister(hub)
    const facts = { domains: [], people: [], watchList: [], urlServices: [] }
    const contact = hub.as({ contactOf: birch })
    for (const text of ['Birch 電力', 'Birch Power', 'Birch']) {
      const { revision } = (await contact.get(`/api/organisations/${birch}`)).body
      const vault = { ...facts, names: [{ text, kind: 'formal' }], revision }
      const saved = await contact.put(`/api/organisations/${birch}/vault`, vault)
      expect(saved.status).toBe(200)
    }
    const client = new Client({ ...hub.databaseOf.app, options: '-c role=noroshi_jobs' })
    await client.connect()
    const { rows } = await client.query(
      "select key from graphile_worker._private_jobs where key like 'analyse-again%'",
    )
    await client.end()
    expect(rows).toEqual([{ key: 'analyse-again:2026-10-15T02:00:00.000Z' }])
  }))

test('a contact keeps its own vault; nobody else’s can be touched and each revision is on record', () =>
  withHub(async (hub) => {
    const { alder, birch } = await seedRegister(hub)
    const vault = {
      names: [{ text: 'Birch 電力', kind: 'formal' }],
      domains: ['Birch-Power.Example', '例え.テスト'],
      people: [
        {
          name: '架空 一郎',
          aliases: ['Kaku'],
          addresses: ['kaku@birch.example'],
          isExecutive: true,
        },
      ],
      watchList: [{ name: 'Partner', aliases: [], domains: ['partner.example'] }],
      urlServices: ['proofpoint'],
    }
    const contact = hub.as({ contactOf: birch })
    const { revision } = (await contact.get(`/api/organisations/${birch}`)).body
    const saved = await contact.put(`/api/organisations/${birch}/vault`, { ...vault, revision })
    expect(saved.status).toBe(200)
    expect(saved.body).toMatchObject({
      domains: ['birch-power.example', 'xn--r8jz45g.xn--zckzah'],
      people: vault.people,
      watchList: vault.watchList,
      urlServices: ['proofpoint'],
    })
    expect(saved.body.contacts).toHaveLength(1)

    const before = (await hub.as('analyst').get(`/api/organisations/${alder}`)).body
    expect((await contact.put(`/api/organisations/${alder}/vault`, vault)).status).toBe(404)
    expect((await hub.as('analyst').get(`/api/organisations/${alder}`)).body).toEqual(before)
    expect(await hub.auditOf(`organisation:${birch}`)).toContain('vault-revised')
    expect(await hub.auditOf(`organisation:${alder}`)).not.toContain('vault-revised')
  }))

test.each([
  // who, what is asked, answer
  [
    'analyst',
    (r: Ids) => [
      `/api/groups/${r.power}/memberships`,
      { organisationId: r.birch, joinedOn: '2020-01-01', agreement },
    ],
    403,
  ],
  [
    'lead',
    (r: Ids) => [
      `/api/groups/${r.power}/memberships`,
      { organisationId: r.birch, joinedOn: '2020-01-01', agreement },
    ],
    409,
  ],
  [
    'lead',
    (r: Ids) => [
      `/api/groups/${r.alder}/memberships`,
      { organisationId: r.birch, joinedOn: '2020-01-01', agreement },
    ],
    404,
  ],
  ['lead', (r: Ids) => [`/api/memberships/${r.alderInPower}/leave`, { leftOn: '2018-04-01' }], 422],
  ['lead', (r: Ids) => [`/api/memberships/${r.power}/leave`, { leftOn: '2020-04-01' }], 404],
  [
    'lead',
    () => [
      '/api/organisations',
      { name: 'X', kind: 'company', industry: 'F', names: [], domains: ['no domain'] },
    ],
    422,
  ],
] as const)('%s is answered as the register wants (%#)', (caller, ask, status) =>
  withHub(async (hub) => {
    const ids = await seedRegister(hub)
    const before = await structureOn(hub, '2026-10-15')
    const [path, body] = ask(ids) as [string, unknown]
    expect((await hub.as(caller).post(path, body)).status).toBe(status)
    expect(await structureOn(hub, '2026-10-15')).toEqual(before)
  }),
)
type Ids = Awaited<ReturnType<typeof seedRegister>>

test('the drawing comes for any day in both languages', () =>
  withHub(async (hub) => {
    await seedRegister(hub)
    const svg = await hub.as('analyst').get('/api/community/structure.svg?asOf=2019-03-31&lang=en')
    expect(svg.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
    expect(svg.body).toContain('2 SIGs, 2 memberships + 1 coordination framework')
    expect((await hub.as(undefined).get('/api/community/structure.svg')).status).toBe(401)
  }))
