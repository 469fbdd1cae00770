import { expect, test } from 'vitest'
import type { OrganisationId, PersonId } from 'contract/common'
import { INVITATION_MS_MAX } from '../people/limits.ts'
import { expectOk, type Story, tellStory } from '../testing/bulletin-story.ts'
import { withHub } from '../testing/index.ts'

const HOUR_MS = 3_600_000
const PEOPLE = '/api/me/people'

const withStory = (work: (story: Story) => Promise<void>): Promise<void> =>
  withHub(async (hub) => work(await tellStory(hub)))

const DOMAIN = 'shiomidai-seiki.example'

const confirmDomains = ({ hub }: Story, organisationId: OrganisationId, domains = [DOMAIN]) =>
  hub.as('admin').put(`/api/organisations/${organisationId}/mail-domains`, { domains })

/** An address at the mail domain that the hub has confirmed for the provider. */
async function addressOf(story: Story, name: string): Promise<string> {
  expectOk(await confirmDomains(story, story.provider))
  return `${name}@${DOMAIN}`
}

async function invite(story: Story, roles = ['member-reader'], name = 'new') {
  const email = await addressOf(story, name)
  return story.contact.post(PEOPLE, { name: '新しい人', email, roles, language: 'ja' })
}

const findRow = async ({ contact }: Story, personId: string) => {
  const { rows } = expectOk(await contact.get(PEOPLE))
  return rows.find((row: { personId: string }) => row.personId === personId)
}

test('a contact invites a colleague by a one-time link that ends; hub and organisation read of it in their logs', () =>
  withStory(async (story) => {
    const { hub, contact, provider } = story
    const { personId, url, expiresAt } = expectOk(await invite(story))
    expect(Date.parse(expiresAt) - hub.clock.now().getTime()).toBe(INVITATION_MS_MAX)
    expect(await findRow(story, personId)).toMatchObject({ invited: true, disabled: false })
    expect(expectOk(await hub.as({ personId }).get('/api/me')).organisation.organisationId).toBe(
      provider,
    )
    const follow = () => hub.as(undefined).post('/api/sign-in/link', { token: url.split('#')[1] })
    expect((await follow()).body).toEqual({ next: 'enrol' })
    expect((await follow()).body.code).toBe('link-spent')

    expect(await hub.auditOf(`person:${personId}`)).toEqual(
      expect.arrayContaining(['person-invited', 'link-issued']),
    )
    const { rows } = expectOk(await contact.get('/api/me/audit'))
    expect(rows.map(({ action }: { action: string }) => action)).toContain('person-invited')
  }))

test('an invitation that ended is renewed; for somebody who came in there is none', () =>
  withStory(async (story) => {
    const { hub, contact } = story
    const first = expectOk(await invite(story))
    const second = expectOk(await contact.post(`${PEOPLE}/${first.personId}/link`))
    const follow = (url: string) =>
      hub.as(undefined).post('/api/sign-in/link', { token: url.split('#')[1] })
    expect((await follow(first.url)).body.code).toBe('link-spent')
    expectOk(await follow(second.url))
    const again = await contact.post(`${PEOPLE}/${first.personId}/link`)
    expect([again.status, again.body.code]).toEqual([409, 'invitation-used'])
  }))

test.each([
  ['a role of the hub', { roles: ['hub-admin'] }, 400],
  ['no role', { roles: [] }, 400],
  ['another organisation named', { organisationId: '00000000-0000-4000-8000-000000000000' }, 400],
])('an invitation with %s is refused', (_, part, status) =>
  withStory(async (story) => {
    const email = await addressOf(story, 'new')
    const request = { name: 'N', email, roles: ['member-reader'], ...part }
    expect((await story.contact.post(PEOPLE, request)).status).toBe(status)
  }),
)

test('an address of another domain is refused alike, whether it has an account or not', () =>
  withStory(async (story) => {
    const { hub, contact, peer } = story
    const { email } = expectOk(await hub.as({ contactOf: peer }).get('/api/me'))
    const ask = (address: string) =>
      contact.post(PEOPLE, { name: 'N', email: address, roles: ['member-reader'] })
    const answers = [await ask('somebody@unknown.example'), await ask(`nobody-${email}`)]
    const taken = await hub.as('admin').post('/api/people', {
      ...{ name: 'P', email: 'p@peer-only.example', roles: ['member-reader'] },
      organisationId: peer,
    })
    expectOk(taken)
    answers.push(await ask('p@peer-only.example'), await ask('q@peer-only.example'))
    for (const { status, body } of answers)
      expect([status, body.code]).toEqual([409, 'address-not-own'])
  }))

test.each([
  ['nobody else has an address there', false],
  ['another member has one there', true],
])(
  'at a shared mail domain that the hub has not confirmed the answer is the same: %s',
  (_, isHeld) =>
    withStory(async (story) => {
      const { hub, contact, peer, provider } = story
      const atShared = (name: string, organisationId: OrganisationId) =>
        hub.as('admin').post('/api/people', {
          ...{ name, email: `${name}@shared.example`, roles: ['member-reader'], organisationId },
        })
      expectOk(await atShared('own', provider))
      if (isHeld) expectOk(await atShared('other', peer))
      for (const name of ['own', 'other', 'new']) {
        const request = { name, email: `${name}@shared.example`, roles: ['member-reader'] }
        const { status, body } = await contact.post(PEOPLE, request)
        expect([status, body.code]).toEqual([409, 'address-not-own'])
      }
    }),
)

test('a confirmed domain stays one organisation’s: for others neither domain nor address is registered', () =>
  withStory(async (story) => {
    const { hub, peer, provider, contact } = story
    expectOk(await confirmDomains(story, provider))
    const refused = [
      await confirmDomains(story, peer),
      await hub.as('admin').post('/api/people', {
        ...{ name: 'P', email: `p@${DOMAIN}`, roles: ['member-reader'], organisationId: peer },
      }),
    ]
    const used = { name: 'P', email: 'p@peer.example', roles: ['member-reader'] }
    expectOk(await hub.as('admin').post('/api/people', { ...used, organisationId: peer }))
    refused.push(await confirmDomains(story, provider, ['peer.example']))
    for (const { status, body } of refused)
      expect([status, body.code]).toEqual([409, 'domain-of-others'])
    expect(expectOk(await contact.get(PEOPLE)).mailDomains).toEqual([DOMAIN])
    expect((await confirmDomains({ ...story }, provider, ['no domain'])).status).toBe(422)
    expect(
      (await hub.as('lead').put(`/api/organisations/${provider}/mail-domains`, { domains: [] }))
        .status,
    ).toBe(403)
  }))

test('a contact shuts a colleague out at once and lets them in again', () =>
  withStory(async (story) => {
    const { hub, contact } = story
    const { personId } = expectOk(await invite(story, ['member-contact']))
    const colleague = hub.as({ personId })
    expectOk(await colleague.get('/api/me'))
    const shut = (disabled: boolean) => contact.post(`${PEOPLE}/${personId}/disabled`, { disabled })
    expectOk(await shut(true))
    expect((await colleague.get('/api/me')).status).toBe(401)
    expectOk(await shut(true))
    expectOk(await shut(false))
    expect(await findRow(story, personId)).toMatchObject({ disabled: false })
    const acts = await hub.auditOf(`person:${personId}`)
    expect(acts.filter((act) => act.endsWith('abled'))).toEqual([
      'person-disabled',
      'person-enabled',
    ])
  }))

test('nobody shuts themselves out, nor lets somebody in whom the hub has shut out', () =>
  withStory(async (story) => {
    const { hub, contact, provider } = story
    const self = await hub.personOf({ contactOf: provider })
    const own = await contact.post(`${PEOPLE}/${self}/disabled`, { disabled: true })
    expect([own.status, own.body.code]).toEqual([409, 'own-account'])
    const { personId } = expectOk(await invite(story))
    expectOk(await hub.as('admin').post(`/api/people/${personId}/disabled`, { disabled: true }))
    expect(await findRow(story, personId)).toMatchObject({ disabled: true, shutByHub: true })
    const back = await contact.post(`${PEOPLE}/${personId}/disabled`, { disabled: false })
    expect([back.status, back.body.code]).toEqual([409, 'shut-by-hub'])
  }))

test('two contacts who shut each other out at once leave one contact', () =>
  withStory(async (story) => {
    const { hub, contact, provider } = story
    const first = await hub.personOf({ contactOf: provider })
    const { personId: second } = expectOk(await invite(story, ['member-contact']))
    const other = hub.as({ personId: second })
    expectOk(await other.get('/api/me'))
    const shut = (as: typeof contact, personId: PersonId) =>
      as.post(`${PEOPLE}/${personId}/disabled`, { disabled: true })
    const answers = await Promise.all([shut(contact, second), shut(other, first)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
    expect(answers.map(({ body }) => body.code)).toContain('sign-in-required')
  }))

test('a contact whom the hub added today brings nobody and shuts nobody out', () =>
  withStory(async (story) => {
    const { hub, provider } = story
    const email = await addressOf(story, 'hubs')
    const added = await hub.as('admin').post('/api/people', {
      ...{ name: 'H', email, roles: ['member-contact'] },
      organisationId: provider,
    })
    const fresh = hub.as({ personId: expectOk(added).personId })
    const elder = await hub.personOf({ contactOf: provider })
    const shut = await fresh.post(`${PEOPLE}/${elder}/disabled`, { disabled: true })
    expect([shut.status, shut.body.code]).toEqual([403, 'contact-too-new'])
    const friend = { name: 'F', email: await addressOf(story, 'f'), roles: ['member-contact'] }
    expect((await fresh.post(PEOPLE, friend)).body.code).toBe('contact-too-new')
  }))

test('a reader of the organisation, and a contact of another, see and change none of its people', () =>
  withStory(async (story) => {
    const { hub, provider, peer } = story
    const reader = hub.as({ readerOf: provider })
    expect((await reader.get(PEOPLE)).status).toBe(403)
    const { personId } = expectOk(await invite(story))
    const stranger = hub.as({ contactOf: peer })
    for (const path of ['disabled', 'link'])
      expect(
        (await stranger.post(`${PEOPLE}/${personId}/${path}`, { disabled: true })).status,
      ).toBe(404)
    const { rows } = expectOk(await stranger.get(PEOPLE))
    expect(rows.map((row: { personId: string }) => row.personId)).not.toContain(personId)
  }))

test('a recovered contact waits from the use of the link, which lives no longer than the wait', () =>
  withStory(async (story) => {
    const { hub, provider } = story
    const personId = await hub.personOf({ contactOf: provider })
    const lead = await hub.personOf('lead')
    const begun = expectOk(await hub.as('admin').post(`/api/people/${personId}/recovery`))
    hub.clock.advance(23 * HOUR_MS)
    expectOk(await hub.as({ personId: lead }).post(`/api/people/${personId}/recovery/confirm`))
    hub.clock.advance(23 * HOUR_MS)
    const token = begun.url.split('#')[1]
    expectOk(await hub.as(undefined).post('/api/sign-in/link', { token }))
    hub.clock.advance(2 * HOUR_MS)
    const { rows } = expectOk(await hub.as({ personId }).get('/api/me/new-contacts'))
    expect(rows.map((row: { personId: string }) => row.personId)).toEqual([personId])
  }))

test.each([
  ['nobody confirms', false],
  ['it was confirmed', true],
])('a recovery link is worth nothing a day after %s', (_, isConfirmed) =>
  withStory(async (story) => {
    const { hub, provider } = story
    const personId = await hub.personOf({ contactOf: provider })
    const lead = await hub.personOf('lead')
    const begun = expectOk(await hub.as('admin').post(`/api/people/${personId}/recovery`))
    if (isConfirmed)
      expectOk(await hub.as({ personId: lead }).post(`/api/people/${personId}/recovery/confirm`))
    hub.clock.advance(24 * HOUR_MS + 1)
    const token = begun.url.split('#')[1]
    const late = await hub.as(undefined).post('/api/sign-in/link', { token })
    expect(late.body.code).toBe('link-spent')
  }),
)
