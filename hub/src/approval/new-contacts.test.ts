import { expect, test } from 'vitest'
import type { PersonId } from 'contract/common'
import { sql } from '../database/index.ts'
import {
  checkedBulletin,
  DUE,
  expectOk,
  openStoryCase,
  type Story,
  tellStory,
} from '../testing/bulletin-story.ts'
import { type HubClient, withHub } from '../testing/index.ts'

// The hub's administrator must not be able to approve in a provider's name by making itself a contact of it.

const HOUR_MS = 3_600_000

const withStory = (work: (story: Story) => Promise<void>): Promise<void> =>
  withHub(async (hub) => work(await tellStory(hub)))

/** Asks the provider, and answers in the name of this client. */
async function askAndApprove(story: Story, as: HubClient) {
  const bulletinId = await checkedBulletin(story, await openStoryCase(story))
  expectOk(await story.analyst.post(`/api/bulletins/${bulletinId}/ask-approval`, { dueAt: DUE }))
  const { rows } = expectOk(await as.get('/api/approvals'))
  const path = `/api/approvals/${rows[0].approvalId}`
  const { contentHash } = expectOk(await as.get(path))
  return () => as.post(`${path}/answer`, { answer: 'approve', contentHash })
}

const invite = async (story: Story): Promise<PersonId> => (await inviteByHub(story)).personId

async function inviteByHub({ hub, provider }: Story): Promise<{ personId: PersonId; url: string }> {
  const invited = await hub.as('admin').post('/api/people', {
    ...{ name: '新しい窓口', email: 'new@shiomidai-seiki.example', roles: ['member-contact'] },
    ...{ organisationId: provider, language: 'ja' },
  })
  return expectOk(invited)
}

async function inviteColleague({
  hub,
  contact,
  provider,
}: Story): Promise<{ personId: PersonId; url: string }> {
  const domains = ['shiomidai-seiki.example']
  expectOk(await hub.as('admin').put(`/api/organisations/${provider}/mail-domains`, { domains }))
  const colleague = { name: '同僚', email: 'colleague@shiomidai-seiki.example' }
  return expectOk(await contact.post('/api/me/people', { ...colleague, roles: ['member-contact'] }))
}

const follow = async ({ hub }: Story, url: string): Promise<unknown> =>
  expectOk(await hub.as(undefined).post('/api/sign-in/link', { token: url.split('#')[1] }))

const newContacts = async (client: HubClient): Promise<PersonId[]> => {
  const { rows } = expectOk(await client.get('/api/me/new-contacts'))
  return rows.map(({ personId }: { personId: PersonId }) => personId)
}

const toldKinds = async ({ hub }: Story) => {
  await hub.runJobs()
  const { rows } = await hub.inStaff((db) =>
    sql<{ kind: string }>`
      select distinct kind from noroshi.notice where kind like '%-changed' order by kind`.execute(
      db,
    ),
  )
  return rows.map(({ kind }) => kind)
}

test('a contact added by the hub cannot approve for a day, and the contacts from before are told', () =>
  withStory(async (story) => {
    const { hub } = story
    const personId = await invite(story)
    const approve = await askAndApprove(story, hub.as({ personId }))
    const refused = await approve()
    expect([refused.status, refused.body.code]).toEqual([403, 'contact-too-new'])
    expect(await toldKinds(story)).toEqual(['contact-changed'])
    hub.clock.advance(25 * HOUR_MS)
    const nextDay = hub.as({ personId, secondFactor: true })
    const { rows } = expectOk(await nextDay.get('/api/approvals'))
    const path = `/api/approvals/${rows[0].approvalId}`
    const { contentHash } = expectOk(await nextDay.get(path))
    expectOk(await nextDay.post(`${path}/answer`, { answer: 'approve', contentHash }))
  }))

test('a contact whom the hub has just made binds the organisation to nothing; it can add, narrow and take back', () =>
  withStory(async (story) => {
    const { hub, provider, sig } = story
    await askAndApprove(story, story.contact)
    const personId = await invite(story)
    const [me, path] = [hub.as({ personId }), `/api/organisations/${provider}`]
    const text = { kind: 'nda', version: '2', ja: '規約', en: 'Terms' }
    const { textId, hash } = expectOk(await hub.as('admin').post('/api/agreement-texts', text))
    const { revision, names, domains } = expectOk(await me.get(path))
    const { submissionId, wishes } = expectOk(await me.get('/api/my/submissions')).rows[0]
    const { approvalId } = expectOk(await me.get('/api/approvals')).rows[0]
    const { contentHash } = expectOk(await me.get(`/api/approvals/${approvalId}`))
    const wish = (other: object) =>
      me.put(`/api/submissions/${submissionId}/wishes`, { ...wishes, ...other })
    const answer = (word: string) =>
      me.post(`/api/approvals/${approvalId}/answer`, { answer: word, contentHash })
    const signature = { textId, textHash: hash, signer: 'Somebody' }
    const token = { name: 'Gateway', scopes: ['read:bulletins'], days: 30 }
    const { tokenId } = expectOk(await story.contact.post('/api/me/tokens', token))
    const refused = [
      await me.delete(`/api/me/tokens/${tokenId}`),
      await me.post(`/api/approvals/${approvalId}/ask-withdrawal`, { reason: 'Please.' }),
      await me.post(`/api/my/agreements/${sig}/sign`, signature),
      await me.post('/api/me/tokens', { name: 'T', scopes: ['read:bulletins'], days: 30 }),
      await me.put(`${path}/vault`, { names: [], revision }),
      await wish({ tlp: 'CLEAR' }),
      await wish({ mayAppearInReport: true }),
      await answer('refuse'),
      await answer('ask-changes'),
    ]
    expect(refused.map(({ body }) => body.code)).toEqual(refused.map(() => 'contact-too-new'))
    expectOk(await me.put(`${path}/vault`, { domains: [...domains, 'more.example'], names }))
    expectOk(await wish({ tlp: 'RED' }))
  }))

test('a contact from before confirms the new one; the new one cannot do so, nor can another organisation', () =>
  withStory(async (story) => {
    const { hub, contact } = story
    const personId = await invite(story)
    const approve = await askAndApprove(story, hub.as({ personId }))
    const path = `/api/me/new-contacts/${personId}/confirm`
    expect((await hub.as({ personId }).post(path)).body.code).toBe('contact-too-new')
    expect((await hub.as({ contactOf: story.peer }).post(path)).status).toBe(404)
    expect(expectOk(await contact.get('/api/me/new-contacts')).rows).toHaveLength(1)
    expectOk(await contact.post(path))
    expect(expectOk(await contact.get('/api/me/new-contacts')).rows).toEqual([])
    expectOk(await approve())
  }))

test.each([
  'while the contact is there',
  'after the contact was shut out',
  'a contact made a reader first',
])(
  'a person raised to a contact approves nothing, however long one administrator waits: %s',
  (how) =>
    withStory(async (story) => {
      const { hub, provider } = story
      const elder = await hub.personOf({ contactOf: provider })
      const reader = await hub.personOf({ readerOf: provider })
      const personId = how.endsWith('first') ? elder : reader
      const giveRoles = (id: string, roles: string[]) =>
        hub.as('admin').post(`/api/people/${id}/roles`, { roles, acceptsNoContact: true })
      if (personId === elder) expectOk(await giveRoles(elder, ['member-reader']))
      if (how.includes('shut out')) {
        expectOk(await hub.as('admin').post(`/api/people/${elder}/disabled`, { disabled: true }))
        hub.clock.advance(3 * 24 * HOUR_MS)
      }
      expectOk(await giveRoles(personId, ['member-contact']))
      hub.clock.advance(3 * 24 * HOUR_MS)
      const me = () => hub.as({ personId, secondFactor: true })
      const token = { name: 'T', scopes: ['read:bulletins'], days: 30 }
      expect((await me().post('/api/me/tokens', token)).body.code).toBe('contact-too-new')
      // Another change of roles must not make the wait forgotten.
      expectOk(await giveRoles(personId, ['member-contact', 'member-reader']))
      hub.clock.advance(3 * 24 * HOUR_MS)
      expect((await me().post('/api/me/tokens', token)).body.code).toBe('contact-too-new')

      const path = `/api/people/${personId}/contact/confirm`
      const people = expectOk(await hub.as('lead').get('/api/people')).rows
      const row = people.find((one: { personId: string }) => one.personId === personId)
      expect(row.raised).toMatchObject({ by: await hub.personOf('admin') })
      expect((await hub.as('admin').post(path)).body.code).toBe('another-must-confirm')
      expect((await hub.as('analyst').post(path)).body.code).toBe('role-required')
      expectOk(await hub.as('lead').post(path))
      expect((await hub.as('lead').post(path)).status).toBe(404)
      expectOk(await me().post('/api/me/tokens', token))
    }),
)

test('a present contact confirms a colleague whom the hub raised; where there never was a contact nobody need', () =>
  withStory(async (story) => {
    const { hub, provider, contact, stranger } = story
    const raise = async (personId: string) =>
      expectOk(
        await hub.as('admin').post(`/api/people/${personId}/roles`, { roles: ['member-contact'] }),
      )
    const reader = await hub.personOf({ readerOf: provider })
    await raise(reader)
    hub.clock.advance(HOUR_MS)
    expect(await newContacts(contact)).toEqual([reader])
    expectOk(await contact.post(`/api/me/new-contacts/${reader}/confirm`))
    expect(await newContacts(contact)).toEqual([])
    const first = await hub.personOf({ readerOf: stranger })
    await raise(first)
    expect(await newContacts(hub.as({ personId: first, secondFactor: true }))).toEqual([])
  }))

test('shutting the true contact out first does not open the way', () =>
  withStory(async (story) => {
    const { hub, provider } = story
    const true_ = await hub.personOf({ contactOf: provider })
    const personId = await invite(story)
    const approve = await askAndApprove(story, hub.as({ personId }))
    expectOk(await hub.as('admin').post(`/api/people/${true_}/disabled`, { disabled: true }))
    expect((await approve()).body.code).toBe('contact-too-new')
  }))

test('a former contact whom the hub lets back in waits like a new one, and the others are told of both', () =>
  withStory(async (story) => {
    const { hub, provider } = story
    const former = await hub.seed.person(['member-contact'], provider)
    const admin = hub.as('admin')
    const shut = (disabled: boolean) => admin.post(`/api/people/${former}/disabled`, { disabled })
    expectOk(await shut(true))
    expect(await toldKinds(story)).toEqual(['contact-changed'])
    hub.clock.advance(30 * 24 * HOUR_MS)
    expectOk(await hub.as('admin').post(`/api/people/${former}/disabled`, { disabled: false }))
    const later = {
      ...story,
      analyst: hub.as('analyst'),
      contact: hub.as({ contactOf: provider }),
    }
    const { rows } = expectOk(await later.contact.get('/api/me/new-contacts'))
    expect(rows.map(({ personId }: { personId: string }) => personId)).toEqual([former])
    expect(
      (await hub.as({ personId: former }).post(`/api/me/new-contacts/${former}/confirm`)).body.code,
    ).toBe('contact-too-new')
  }))

test('an account taken over by a recovery link waits, even that of the only contact', () =>
  withStory(async (story) => {
    const { hub, provider } = story
    const personId = await hub.personOf({ contactOf: provider })
    await hub.personOf('lead')
    expectOk(await hub.as('admin').post(`/api/people/${personId}/recovery`))
    // The day begins with the confirmation, however long that took.
    hub.clock.advance(23 * HOUR_MS)
    expectOk(
      await hub
        .as({ personId: await hub.personOf('lead') })
        .post(`/api/people/${personId}/recovery/confirm`),
    )
    // Its sessions have ended; whoever holds the link begins a new one.
    const contact = hub.as({ personId })
    const approve = await askAndApprove({ ...story, contact }, contact)
    expect((await approve()).body.code).toBe('contact-too-new')
    expect(await toldKinds(story)).toEqual(['contact-changed'])
  }))

test('a link of the hub for a contact whom a colleague invited needs two people, and the contact waits', () =>
  withStory(async (story) => {
    const { hub } = story
    const { personId } = await inviteColleague(story)
    expect(await newContacts(story.contact)).toEqual([])
    const path = `/api/people/${personId}/recovery`
    const lead = await hub.personOf('lead')
    const { waits, url } = expectOk(await hub.as('admin').post(path))
    expect(waits).toBe(true)
    const early = await hub.as(undefined).post('/api/sign-in/link', { token: url.split('#')[1] })
    expect(early.body.code).toBe('recovery-waits')
    expectOk(await hub.as({ personId: lead }).post(`${path}/confirm`))
    await follow(story, url)
    expect(await newContacts(story.contact)).toEqual([personId])
    const approve = await askAndApprove(story, hub.as({ personId }))
    expect((await approve()).body.code).toBe('contact-too-new')
  }))

test('a contact who came by the invitation of a colleague approves at once', () =>
  withStory(async (story) => {
    const { personId, url } = await inviteColleague(story)
    await follow(story, url)
    expect(await newContacts(story.contact)).toEqual([])
    const approve = await askAndApprove(story, story.hub.as({ personId }))
    expectOk(await approve())
  }))

test('an invitation of the hub that was kept for a day waits from its first use', () =>
  withStory(async (story) => {
    const { hub, provider } = story
    const { personId, url } = await inviteByHub(story)
    hub.clock.advance(25 * HOUR_MS)
    await follow(story, url)
    expect(await newContacts(hub.as({ contactOf: provider }))).toEqual([personId])
    hub.clock.advance(23 * HOUR_MS)
    expect(await newContacts(hub.as({ contactOf: provider }))).toEqual([personId])
    hub.clock.advance(2 * HOUR_MS)
    expect(await newContacts(hub.as({ contactOf: provider }))).toEqual([])
  }))

test('who was confirmed before coming in need not be confirmed again, unless the hub makes another link', () =>
  withStory(async (story) => {
    const { hub, contact } = story
    const { personId, url } = await inviteByHub(story)
    hub.clock.advance(HOUR_MS)
    expectOk(await contact.post(`/api/me/new-contacts/${personId}/confirm`))
    hub.clock.advance(HOUR_MS)
    await follow(story, url)
    expect(await newContacts(contact)).toEqual([])
    await hub.personOf('lead')
    expectOk(await hub.as('admin').post(`/api/people/${personId}/recovery`))
    expect(await newContacts(contact)).toEqual([personId])
  }))

test('the first contact of an organisation may approve at once: there is nobody to ask', () =>
  withHub(async (hub) => {
    const groupId = await hub.seed.group()
    const organisationId = await hub.seed.organisation({ groupIds: [groupId] })
    const invited = await hub.as('admin').post('/api/people', {
      ...{ name: '窓口', email: 'first@member.example', roles: ['member-contact'] },
      ...{ organisationId, language: 'ja' },
    })
    const { personId, url } = expectOk(invited)
    hub.clock.advance(1)
    const second = { name: '次の窓口', email: 'second@member.example', roles: ['member-contact'] }
    expectOk(await hub.as('admin').post('/api/people', { ...second, organisationId }))
    hub.clock.advance(HOUR_MS)
    expectOk(await hub.as(undefined).post('/api/sign-in/link', { token: url.split('#')[1] }))
    const first = hub.as({ personId })
    expect(await newContacts(first)).not.toContain(personId)
    // So an organisation can begin: somebody signs the first agreement.
    const text = { kind: 'nda', version: '1', ja: '規約', en: 'Terms' }
    const { textId, hash } = expectOk(await hub.as('lead').post('/api/agreement-texts', text))
    const signature = { textId, textHash: hash, signer: 'President' }
    expectOk(await first.post(`/api/my/agreements/${groupId}/sign`, signature))
  }))

test('the contacts are told when the hub edits what is registered of them, and not when they do', () =>
  withStory(async (story) => {
    const { analyst, contact, provider } = story
    const vault = { names: [], domains: [], people: [], watchList: [], urlServices: [] }
    const path = `/api/organisations/${provider}/vault`
    const { revision } = expectOk(await contact.get(`/api/organisations/${provider}`))
    expectOk(await contact.put(path, { ...vault, revision }))
    expect(await toldKinds(story)).toEqual([])
    // The same again changes nothing and tells nobody.
    expectOk(await analyst.put(path, vault))
    expect(await toldKinds(story)).toEqual([])
    expectOk(await analyst.put(path, { ...vault, domains: ['shiomidai-new.example'] }))
    expect(await toldKinds(story)).toEqual(['vault-changed'])
    // The hub's acts of a day stand in the organisation's log from the next on.
    story.hub.clock.advance(24 * 3_600_000)
    const tomorrow = story.hub.as({ contactOf: provider })
    const { rows } = expectOk(await tomorrow.get('/api/me/audit'))
    expect(rows[0]).toMatchObject({ by: 'hub', action: 'vault-revised' })
  }))
