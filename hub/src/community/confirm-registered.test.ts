import { expect, test } from 'vitest'
import type { HubClient } from '../testing/hub-client.ts'
import { withHub } from '../testing/index.ts'
import { STEP_UP_MS_MAX } from '../people/limits.ts'

const register = (as: HubClient, ...domains: string[]) =>
  as.post('/api/organisations', {
    name: 'Alder',
    kind: 'company',
    industry: 'F',
    names: [{ text: 'Alder', kind: 'formal' }],
    domains,
  })

const invite = (as: HubClient, email: string) =>
  as.post('/api/me/people', { name: 'Colleague', email, roles: ['member-reader'] })

test('the contact of an organisation an administrator registered with its domains invites at once', () =>
  withHub(async (hub) => {
    const admin = hub.as('admin')
    const { organisationId } = (await register(admin, 'Alder.example', 'alder.invalid')).body
    const domains = await admin.get(`/api/organisations/${organisationId}/mail-domains`)
    expect(domains.body).toEqual({ domains: ['alder.example', 'alder.invalid'] })
    expect(await hub.auditOf(`organisation:${organisationId}`)).toEqual([
      'organisation-registered',
      'mail-domains-confirmed',
    ])
    const contact = hub.as({ contactOf: organisationId })
    expect((await invite(contact, 'one@alder.example')).status).toBe(200)
    expect((await invite(contact, 'two@elsewhere.example')).body.code).toBe('address-not-own')
  }))

test('an organisation that a lead registered waits for an administrator to confirm its domains', () =>
  withHub(async (hub) => {
    const { organisationId } = (await register(hub.as('lead'), 'alder.example')).body
    const contact = hub.as({ contactOf: organisationId })
    expect((await invite(contact, 'one@alder.example')).body.code).toBe('address-not-own')
  }))

test('a domain that others have addresses at is registered and not confirmed', () =>
  withHub(async (hub) => {
    const admin = hub.as('admin')
    const peer = await hub.seed.organisation()
    const person = { name: 'P', email: 'p@shared.example', roles: ['member-reader'] }
    expect((await admin.post('/api/people', { ...person, organisationId: peer })).status).toBe(200)
    const { organisationId, domains } = (await register(admin, 'alder.example', 'shared.example'))
      .body
    expect(domains).toEqual(['alder.example', 'shared.example'])
    const path = `/api/organisations/${organisationId}/mail-domains`
    expect((await admin.get(path)).body).toEqual({ domains: ['alder.example'] })
    // Asked for expressly it is refused by name, so that the others can be confirmed without it.
    const { status, body } = await admin.put(path, { domains })
    expect([status, body.code, body.places]).toEqual([
      409,
      'domain-of-others',
      [{ path: 'domains', say: 'shared.example' }],
    ])
  }))

test('an administrator whose second factor is old registers no domains, and leaves nothing behind', () =>
  withHub(async (hub) => {
    const personId = await hub.seed.person(['hub-admin'])
    const admin = hub.as({ personId, isProofShort: true })
    await admin.get('/api/me')
    hub.clock.advance(STEP_UP_MS_MAX)
    expect((await register(admin, 'alder.example')).body.code).toBe('step-up-required')
    expect((await admin.get('/api/organisations')).body.rows).toEqual([])
    expect((await register(admin)).status).toBe(200)
  }))

test('a domain at which anybody gets an address is registered, and confirmed only by name', () =>
  withHub(async (hub) => {
    const admin = hub.as('admin')
    const { organisationId, domains } = (
      await register(admin, 'alder.example', 'gmail.com', 'ocn.ne.jp')
    ).body
    expect(domains).toHaveLength(3)
    const path = `/api/organisations/${organisationId}/mail-domains`
    expect((await admin.get(path)).body).toEqual({ domains: ['alder.example'] })
    const peer = await hub.seed.organisation()
    const person = { name: 'P', email: 'p@gmail.com', roles: ['member-reader'] }
    expect((await admin.post('/api/people', { ...person, organisationId: peer })).status).toBe(200)
  }))
