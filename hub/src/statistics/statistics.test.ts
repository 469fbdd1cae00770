import { describe, expect, test } from 'vitest'
import type { OrganisationId } from 'contract/common'
import { classifyCase, openCase, setAside } from '../casework/index.ts'
import type { PersonActor } from '../people/index.ts'
import { type TestHub, withHub } from '../testing/index.ts'
import { type SubmissionToSeed, seedReleases, seedSubmissions } from '../testing/quarter-records.ts'

/** 表1 of the five published quarterly reports: information provided, bulletins, and what the last quarter says besides. */
// biome-ignore format: a table is read by its columns.
const REPORTS = [
  { quarter: '2017Q3', provided: [396, 73, 1213, 57],    shared: [22, 9, 26, 17],  hubSourced: 10, targeted: 3 },
  { quarter: '2019Q1', provided: [191, 519, 1072, 238],  shared: [49, 39, 59, 48], hubSourced: 15, targeted: 47 },
  { quarter: '2020Q1', provided: [424, 235, 1042, 602],  shared: [54, 75, 40, 56], hubSourced: 37, targeted: 166 },
  { quarter: '2020Q2', provided: [235, 1042, 602, 325],  shared: [75, 40, 56, 55], hubSourced: 38, targeted: 87 },
  { quarter: '2022Q4', provided: [51, 134, 22, 26],      shared: [29, 35, 38, 25], hubSourced: 20, targeted: 6 },
] as const

const LAST_DAY = { 1: '03-31', 2: '06-30', 3: '09-30', 4: '12-31' } as const
const lastDayOf = (quarter: string) =>
  `${quarter.slice(0, 4)}-${LAST_DAY[Number(quarter.at(-1)) as 1 | 2 | 3 | 4]}`
const back = (quarter: string, by: number) => {
  const index = Number(quarter.slice(0, 4)) * 4 + Number(quarter.at(-1)) - 1 - by
  return `${Math.floor(index / 4)}Q${(index % 4) + 1}`
}
/** Noon in Japan, so many days before the quarter's last. */
const noon = (quarter: string, daysBefore: number) =>
  new Date(Date.parse(`${lastDayOf(quarter)}T12:00:00+09:00`) - daysBefore * 86_400_000)

interface Quarter {
  readonly quarter: string
  readonly provided: number
  readonly shared: number
  readonly hubSourced: number
  readonly targeted: number
}

/** Every quarter the reports speak of, once, oldest first. */
function quartersOfReports(): Quarter[] {
  const quarters = new Map<string, Quarter>()
  for (const report of REPORTS) {
    for (const [index, provided] of report.provided.entries()) {
      const quarter = back(report.quarter, 3 - index)
      const isLast = index === 3
      const known = quarters.get(quarter)
      quarters.set(quarter, {
        quarter,
        provided,
        shared: report.shared[index] ?? 0,
        hubSourced: isLast ? report.hubSourced : (known?.hubSourced ?? 0),
        targeted: isLast ? report.targeted : (known?.targeted ?? 0),
      })
    }
  }
  return [...quarters.values()].toSorted((a, b) => (a.quarter < b.quarter ? -1 : 1))
}

async function analystOf(hub: TestHub): Promise<PersonActor> {
  const personId = await hub.personOf('analyst')
  return {
    ...{ kind: 'person', audit: `person:${personId}`, language: 'ja', roles: ['hub-analyst'] },
    ...{
      personId,
      organisationId: undefined,
      name: 'Analyst',
      sessionId: '',
      secondFactor: true,
      hasFactor: true,
      provedUntil: undefined,
    },
  } as const
}

/** Decides anew that every case is harmless. */
async function reclassifyAll(hub: TestHub) {
  const analyst = await analystOf(hub)
  const at = hub.clock.now()
  const { rows } = (await hub.as('analyst').get('/api/cases')).body
  await hub.inStaff(async (db) => {
    for (const { caseId } of rows) {
      await classifyCase(db, analyst, caseId, { classification: 'harmless' }, at)
    }
  })
}

/** What a quarter's figure must not count, whatever it is near to. */
function noiseOf(quarter: string, organisationId: OrganisationId): SubmissionToSeed[] {
  const at = noon(quarter, 40)
  return [
    { at, items: 3, providerKind: 'outside' },
    { at, items: 5, providerKind: 'hub' },
    { at, items: 4, kind: 'consultation', organisationId },
    { at, items: 2, kind: 'feedback', organisationId },
  ]
}

/** Lays down a quarter: items spread over organisations, some in cases, one mail flood, corrections before the cut-off. */
async function seedQuarter(
  hub: TestHub,
  organisations: readonly OrganisationId[],
  { quarter, provided, shared, hubSourced, targeted }: Quarter,
) {
  const analyst = await analystOf(hub)
  hub.clock.set(noon(quarter, 60))
  const from = (index: number) => ({
    organisationId: organisations[index % organisations.length] as OrganisationId,
    providerKind: index % 7 === 0 ? ('affiliate' as const) : ('member' as const),
  })
  // The first and the last second of the quarter in Japan belong to it.
  const [first = organisations[0]] = organisations
  const edges = [
    { at: new Date(noon(quarter, 0).getTime() + 43_199_000), items: 1, organisationId: first },
    {
      at: new Date(noon(back(quarter, 1), 0).getTime() + 43_200_000),
      items: 1,
      organisationId: first,
    },
  ] as SubmissionToSeed[]
  // 700 mails handed in at once count for the items an analyst says they are.
  const flood = { at: noon(quarter, 50), items: 700, mails: 700, ...from(1) }
  const folded = Array.from({ length: targeted }, (_, index) => ({
    at: noon(quarter, 30),
    items: 1,
    ...from(index),
  }))
  const rest = provided - edges.length - 4 - targeted
  const fives = Math.floor(rest / 10)
  const bundles = Array.from({ length: fives }, (_, index) => ({
    at: noon(quarter, 20),
    items: 5,
    mails: 9,
    ...from(index + 3),
  }))
  const singles = Array.from({ length: rest - 5 * fives }, (_, index) => ({
    at: noon(quarter, 10),
    items: 1,
    ...from(index + 2),
  }))
  const ids = await seedSubmissions(hub, [
    flood,
    ...folded,
    ...edges,
    ...bundles,
    ...singles,
    ...noiseOf(quarter, first as OrganisationId),
  ])
  const [floodId] = ids
  const corrected = await hub
    .as('analyst')
    .post(`/api/submissions/${floodId}/count`, { items: 4, reason: 'One wave in four variants' })
  expect(corrected.status).toBe(200)

  // Targeted mail in one or two cases; indiscriminate mail set aside still counts as provided.
  const cased = ids.slice(1, 1 + targeted)
  const at = hub.clock.now()
  await hub.inStaff(async (db) => {
    for (const [index, part] of [cased.slice(0, 2), cased.slice(2)].entries()) {
      if (part.length === 0) continue
      const { caseId } = await openCase(db, analyst, { submissionIds: part }, at)
      const classification = index === 0 ? 'bec-type-2' : 'targeted'
      await classifyCase(db, analyst, caseId, { classification, reason: 'Few recipients' }, at)
    }
    const massMailed = ids[1 + targeted + edges.length + fives]
    if (massMailed !== undefined) await setAside(db, analyst, massMailed, { reason: 'Sent to all' })
  })

  const numbers = await seedReleases(
    hub,
    Array.from({ length: shared }, (_, index) => ({
      at: noon(quarter, index % 80),
      isHubSourced: index < hubSourced,
      state: index % 9 === 0 ? ('withdrawn' as const) : ('released' as const),
    })),
  )
  return { floodId, numbers }
}

describe('表1', () => {
  test(
    'all five published tables come out exactly from the records, whatever is decided years later',
    () =>
      withHub(
        async (hub) => {
          const groupId = await hub.seed.group()
          const organisations = await Promise.all(
            Array.from({ length: 8 }, () => hub.seed.organisation({ groupIds: [groupId] })),
          )
          const floods: string[] = []
          for (const quarter of quartersOfReports()) {
            const { floodId, numbers } = await seedQuarter(hub, organisations, quarter)
            floods.push(floodId as string)
            // A corrected bulletin is released again in the next quarter: still one bulletin, of the first.
            const [number] = numbers
            if (number !== undefined) {
              await seedReleases(hub, [{ at: noon(quarter.quarter, -3), number, version: 2 }])
            }
          }
          // Long after every report an analyst counts each flood again and changes what its case was.
          hub.clock.set('2023-02-01T00:00:00Z')
          const late = hub.as('analyst')
          for (const flood of floods) {
            await late.post(`/api/submissions/${flood}/count`, { items: 9, reason: 'Recounted' })
          }
          await reclassifyAll(hub)
          hub.clock.set('2026-10-15T01:00:00Z')

          const analyst = hub.as('analyst')
          const values = (cells: { value: number }[]) => cells.map(({ value }) => value)
          for (const { quarter, provided, shared, hubSourced, targeted } of REPORTS) {
            const address = `/api/statistics/table1?quarter=${quarter}`
            const { body } = await analyst.get(`${address}&asOf=${lastDayOf(quarter)}`)
            expect(values(body.submissions)).toEqual(provided)
            expect(values(body.bulletins)).toEqual(shared)
            expect([body.hubSourced, body.targeted]).toEqual([hubSourced, targeted])

            const today = (await analyst.get(`${address}&asOf=2026-10-15`)).body
            expect(values(today.submissions)).toEqual(provided.map((value) => value + 5))
            expect(values(today.bulletins)).toEqual(shared)
            expect(today.targeted).toBe(0)
          }
        },
        { now: '2016-10-01T00:00:00Z' },
      ),
    180_000,
  )

  test('the items behind a figure add up to it', () =>
    withHub(async (hub) => {
      const organisation = await hub.seed.organisation()
      await seedQuarter(hub, [organisation], {
        ...{ quarter: '2020Q2', provided: 325, shared: 55, hubSourced: 38, targeted: 87 },
      })
      hub.clock.set('2020-07-10T00:00:00Z')
      const analyst = hub.as('analyst')
      const table = (await analyst.get('/api/statistics/table1?quarter=2020Q2')).body
      expect(table.asOf).toBe('2020-06-30')
      const items = (await analyst.get(table.submissions.at(-1).itemsHref)).body
      expect(items.total).toBe(325)
      expect(
        items.rows.filter((row: { correction?: string }) => row.correction !== undefined),
      ).toMatchObject([{ items: 4, correction: 'One wave in four variants' }])
      expect((await analyst.get(table.bulletins.at(-1).itemsHref)).body.rows).toHaveLength(55)
      expect(table.byProviderKind).toMatchObject({ outside: 3, hub: 5 })
    }))
})

test('figures from before the software stand as published and say so', () =>
  withHub(async (hub) => {
    const rows = [
      {
        quarter: '2019Q4',
        submissions: 1042,
        bulletins: 40,
        hubSourced: 0,
        source: 'Report 2020Q1',
      },
      {
        quarter: '2020Q1',
        submissions: 602,
        bulletins: 56,
        hubSourced: 37,
        source: 'Report 2020Q1',
      },
    ]
    expect((await hub.as('lead').post('/api/statistics/import', { rows })).status).toBe(403)
    const twice = { rows: [rows[0], rows[0]] }
    expect((await hub.as('admin').post('/api/statistics/import', twice)).status).toBe(422)
    expect((await hub.as('admin').post('/api/statistics/import', { rows })).status).toBe(200)

    const { body } = await hub.as('analyst').get('/api/statistics/table1?quarter=2020Q1')
    expect(
      body.submissions.map((c: { value: number; source: string }) => [c.value, c.source]),
    ).toEqual([
      [0, 'counted'],
      [0, 'counted'],
      [1042, 'imported'],
      [602, 'imported'],
    ])
    expect(body.hubSourced).toBe(37)
    const csv = await hub.as('analyst').get('/api/statistics/table1.csv?quarter=2020Q1&lang=en')
    expect(csv.body).toContain('2020Q1,Jan–Mar 2020,602,56,published earlier')
  }))

test('a member reads the totals of quarters that are over, and of none that runs', () =>
  withHub(
    async (hub) => {
      const organisation = await hub.seed.organisation({ groupIds: [await hub.seed.group()] })
      const contact = hub.as({ contactOf: organisation })
      const seed = { quarter: '2020Q1', provided: 30, shared: 9, hubSourced: 2, targeted: 3 }
      await seedQuarter(hub, [organisation], seed)
      hub.clock.set('2020-04-10T00:00:00Z')
      const { body } = await contact.get('/api/statistics/table1')
      expect(body).toMatchObject({
        quarter: '2020Q1',
        asOf: '2020-03-31',
        targeted: 3,
        hubSourced: 2,
      })
      expect(body.submissions.at(-1)).toEqual({ quarter: '2020Q1', value: 30, source: 'counted' })
      expect(body.byProviderKind).toBeUndefined()

      const before = (await contact.get('/api/statistics/table1')).body
      await seedSubmissions(hub, [
        { at: new Date('2020-04-09T00:00:00Z'), items: 1, organisationId: organisation },
      ])
      expect((await contact.get('/api/statistics/table1')).body).toEqual(before)
      for (const asked of ['?quarter=2020Q2', '?quarter=2020Q1&asOf=2020-03-30']) {
        expect((await contact.get(`/api/statistics/table1${asked}`)).status).toBe(404)
      }
      const items = '/api/statistics/items?quarter=2020Q1&figure=submissions'
      expect((await contact.get(items)).status).toBe(403)
    },
    { now: '2020-01-05T00:00:00Z' },
  ))
