import { expect, test } from 'vitest'
import type { TraceOrganisation } from '../traces.ts'
import { buildOwners } from './owners.ts'

const toOrganisation = (id: string, domains: readonly string[]): TraceOrganisation => ({
  ...{ id, role: 'provider', names: [], domains, hosts: [`${id}-vpn.example`], ipAddresses: [] },
  ...{ numbers: [], people: [{ names: [], addresses: [`Info@${id}.example`], isExecutive: true }] },
})

const owners = buildOwners({
  organisations: [
    toOrganisation('group', ['group.example']),
    toOrganisation('works', ['works.group.example', 'group.example']),
  ],
})

test.each([
  ['group.example', 'group'],
  ['mail.group.example', 'group'],
  ['works.group.example', 'works'],
  ['a.b.works.group.example', 'works'],
  ['works-vpn.example', 'works'],
  ['othergroup.example', undefined],
  ['example', undefined],
])('%s belongs to %s: the nearest domain above it counts', (domain, owner) => {
  expect(owners.ofDomain(domain)).toBe(owner)
})

test('people are found by their address, whatever its case was when it was entered', () => {
  expect(owners.ofAddress('info@works.example')).toEqual({
    organisationId: 'works',
    isExecutive: true,
  })
})
