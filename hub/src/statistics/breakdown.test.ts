import { expect, test } from 'vitest'
import type { OrganisationId } from 'contract/common'
import { type TestHub, withHub } from '../testing/index.ts'
import { seedSubmissions } from '../testing/quarter-records.ts'

const BREAKDOWN = '/api/statistics/breakdown'
const IN_MARCH = new Date('2026-03-10T00:00:00Z')
const AFTER = '2026-04-02T00:00:00Z'

/** Twelve organisations of each industry; the first ones of each hand in so many items. */
async function seedIndustries(
  hub: TestHub,
  provided: Readonly<Record<string, readonly number[]>>,
): Promise<OrganisationId[]> {
  const groupIds = [await hub.seed.group()]
  const everybody: OrganisationId[] = []
  for (const [industry, items] of Object.entries(provided)) {
    const organisations: OrganisationId[] = []
    for (let at = 0; at < 12; at += 1) {
      organisations.push(await hub.seed.organisation({ groupIds, industry }))
    }
    await seedSubmissions(
      hub,
      items.map((own, at) => ({
        at: IN_MARCH,
        items: own,
        organisationId: organisations[at] as OrganisationId,
      })),
    )
    everybody.push(...organisations)
  }
  return everybody
}

test('a breakdown is published once, small numbers hidden, and stays as it was', () =>
  withHub(
    async (hub) => {
      // E is printed; D is the smallest safe one and hides with C, of which three alone provided.
      const organisations = await seedIndustries(hub, {
        C: [4, 1, 1],
        D: [2, 2, 2, 2, 2],
        E: [9, 8, 7, 6, 5],
      })
      const member = hub.as({ contactOf: organisations[0] as OrganisationId })
      const of = `${BREAKDOWN}?quarter=2026Q1`
      const publish = () => hub.as('lead').post(BREAKDOWN, { quarter: '2026Q1' })

      expect((await publish()).body.code).toBe('quarter-running')
      hub.clock.set(AFTER)
      expect((await member.get(of)).body).toEqual({ quarter: '2026Q1', state: 'none', lines: [] })
      expect((await hub.as('analyst').get(of)).body).toEqual({
        quarter: '2026Q1',
        state: 'ready',
        lines: [
          { industry: 'C', exact: { items: 6, contributors: 3 } },
          { industry: 'D', exact: { items: 10, contributors: 5 } },
          { industry: 'E', items: 35, exact: { items: 35, contributors: 5 } },
        ],
      })
      expect((await hub.as('analyst').post(BREAKDOWN, { quarter: '2026Q1' })).status).toBe(403)
      expect((await publish()).status).toBe(200)
      const published = {
        quarter: '2026Q1',
        state: 'published',
        lines: [{ industry: 'C' }, { industry: 'D' }, { industry: 'E', items: 35 }],
      }
      expect((await member.get(of)).body).toEqual(published)

      // A correction that reaches back into the quarter moves the hub's figures, never the published ones.
      await seedSubmissions(hub, [
        { at: IN_MARCH, items: 3, organisationId: organisations[30] as OrganisationId },
      ])
      expect((await member.get(of)).body).toEqual(published)
      expect((await publish()).body.code).toBe('breakdown-published')
    },
    { now: '2026-03-15T00:00:00Z' },
  ))

test("the lines add up to 表1, and other people's information is in neither", () =>
  withHub(
    async (hub) => {
      await seedIndustries(hub, { D: [3, 3, 3, 3, 3], E: [9, 8, 7, 6, 5] })
      await seedSubmissions(hub, [
        { at: IN_MARCH, items: 50, providerKind: 'outside' },
        { at: IN_MARCH, items: 60, providerKind: 'hub' },
      ])
      hub.clock.set(AFTER)
      const { lines } = (await hub.as('lead').get(`${BREAKDOWN}?quarter=2026Q1`)).body
      const table = (await hub.as('lead').get('/api/statistics/table1?quarter=2026Q1')).body
      expect(lines.map(({ items }: { items?: number }) => items)).toEqual([15, 35])
      expect(table.submissions.at(-1).value).toBe(50)
    },
    { now: '2026-03-15T00:00:00Z' },
  ))
