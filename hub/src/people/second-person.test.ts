import type { PersonId } from 'contract/common'
import type { Role } from 'contract/people'
import { expect, test } from 'vitest'
import { expectOk } from '../testing/bulletin-story.ts'
import { type TestHub, withHub } from '../testing/index.ts'

// One administrator must not be two people by inviting others: neither by one who begins what the administrator
// confirms, nor by two who do it between them.

const DAY_MS = 86_400_000

/** People of the hub whom one administrator let in: two beside each other, and one by way of the first. */
async function inviteLine(hub: TestHub) {
  const clientOf = (personId: PersonId) => hub.as({ personId, secondFactor: true })
  const inviteBy = async (by: PersonId, name: string): Promise<PersonId> => {
    const roles: readonly Role[] = ['hub-admin', 'hub-lead']
    const request = { name, email: `${name}@people.example`, roles }
    return expectOk(await clientOf(by).post('/api/people', request)).personId
  }
  const self = await hub.personOf('admin')
  const first = await inviteBy(self, 'first')
  const sibling = await inviteBy(self, 'sibling')
  const child = await inviteBy(first, 'child')
  return { ids: { self, first, sibling, child }, clientOf }
}

const PAIRS = [
  ['self', 'first'],
  ['first', 'self'],
  ['first', 'sibling'],
  ['child', 'self'],
  ['sibling', 'child'],
  ['child', 'first'],
] as const

test('one administrator recovers nobody alone, whoever of their own begins and confirms', () =>
  withHub(async (hub) => {
    const [lead, other] = [await hub.personOf('lead'), await hub.seed.person(['hub-lead'])]
    await hub.as({ personId: lead }).get('/api/me')
    const { ids, clientOf } = await inviteLine(hub)
    const path = `/api/people/${lead}/recovery`
    for (const [by, and] of PAIRS) {
      expectOk(await clientOf(ids[by]).post(path))
      const refused = await clientOf(ids[and]).post(`${path}/confirm`)
      expect([by, and, refused.status, refused.body.code]).toEqual([
        ...[by, and, 403, 'another-must-confirm'],
      ])
    }
    // Somebody from before is a second person to each of them.
    expectOk(await clientOf(other).post(`${path}/confirm`))
  }))

test('one administrator raises nobody to a contact alone', () =>
  withHub(async (hub) => {
    const organisationId = await hub.seed.organisation()
    await hub.personOf({ contactOf: organisationId })
    const { ids, clientOf } = await inviteLine(hub)
    for (const [by, and] of PAIRS) {
      const reader = await hub.seed.person(['member-reader'], organisationId)
      const order = { roles: ['member-contact'] }
      expectOk(await clientOf(ids[by]).post(`/api/people/${reader}/roles`, order))
      const path = `/api/people/${reader}/contact/confirm`
      expect((await clientOf(ids[and]).post(path)).body.code).toBe('another-must-confirm')
      expectOk(await hub.as('lead').post(path))
    }
  }))

test('a week later they count as people of their own, unless the administrator raises or recovers one of them again', () =>
  withHub(async (hub) => {
    const lead = await hub.personOf('lead')
    await hub.as({ personId: lead }).get('/api/me')
    const { ids, clientOf } = await inviteLine(hub)
    hub.clock.advance(8 * DAY_MS)
    const path = `/api/people/${lead}/recovery`
    expectOk(await clientOf(ids.first).post(path))
    const order = { roles: ['hub-admin', 'hub-lead', 'hub-analyst'] }
    expectOk(await hub.as('admin').post(`/api/people/${ids.first}/roles`, order))
    const refused = await hub.as('admin').post(`${path}/confirm`)
    expect(refused.body.code).toBe('another-must-confirm')
    expectOk(await clientOf(ids.sibling).post(`${path}/confirm`))
  }))

test('to begin a recovery that nobody confirms, or to take a role away, makes nobody one’s own', () =>
  withHub(async (hub) => {
    const [lead, other] = [await hub.personOf('lead'), await hub.seed.person(['hub-lead'])]
    for (const personId of [lead, other]) await hub.as({ personId }).get('/api/me')
    expectOk(await hub.as('admin').post(`/api/people/${other}/recovery`))
    expectOk(await hub.as('admin').post(`/api/people/${lead}/recovery`))
    const asOther = hub.as({ personId: other, secondFactor: true })
    expectOk(await asOther.post(`/api/people/${lead}/recovery/confirm`))
  }))

test('whoever recovered somebody this week, begun or confirmed, is no second person to them', () =>
  withHub(async (hub) => {
    await hub.personOf('lead')
    const [analyst, lead] = [await hub.personOf('analyst'), await hub.seed.person(['hub-admin'])]
    for (const personId of [analyst, lead]) await hub.as({ personId }).get('/api/me')
    expectOk(await hub.as('admin').post(`/api/people/${lead}/recovery`))
    expectOk(await hub.as('lead').post(`/api/people/${lead}/recovery/confirm`))
    const path = `/api/people/${analyst}/recovery`
    const other = hub.as({ personId: await hub.seed.person(['hub-lead']), secondFactor: true })
    expectOk(await hub.as({ personId: lead, secondFactor: true }).post(path))
    for (const who of ['admin', 'lead'] as const) {
      const refused = await hub.as(who).post(`${path}/confirm`)
      expect(refused.body.code).toBe('another-must-confirm')
    }
    expectOk(await other.post(`${path}/confirm`))
  }))
