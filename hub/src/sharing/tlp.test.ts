import { expect, test } from 'vitest'
import type { OrganisationId, Tlp } from 'contract/common'
import { sql } from '../database/index.ts'
import {
  approveAll,
  checkedBulletin,
  DUE,
  expectOk,
  handIn,
  openStoryCase,
  releaseAs,
  type Story,
  storyMail,
  tellStory,
} from '../testing/bulletin-story.ts'
import { withHub } from '../testing/index.ts'
import { tellOnce } from '../testing/tell-once.ts'

// TLP 2.0 at every emitter: who a label reaches, and where it stands.

const withStory = (work: (story: Story) => Promise<void>): Promise<void> =>
  withHub(async (hub) => work(await tellStory(hub)))
const withChecked = tellOnce(async (story) => checkedBulletin(story, await openStoryCase(story)))

const FRAME = ['identity', 'marking-definition', 'extension-definition']

/** A member of the group that stands for others and passes on to them. */
async function joinAssociation({ hub, sig }: Story) {
  const id = await hub.seed.organisation({ name: '桔梗工業会', groupIds: [sig] })
  await hub.inStaff((db) =>
    sql`update noroshi.organisation set kind = 'association' where id = ${id}`.execute(db),
  )
  return id
}

async function labelled(story: Story, bulletinId: string, tlp: Tlp): Promise<void> {
  const path = `/api/bulletins/${bulletinId}`
  const view = expectOk(await story.analyst.get(path))
  const edit = { content: { ...view.content, tlp }, groupIds: [story.sig] }
  expectOk(await story.analyst.put(path, { ...edit, baseHash: view.contentHash }))
  expectOk(await story.analyst.post(`${path}/check`))
  expectOk(await story.analyst.post(`${path}/ask-approval`, { dueAt: DUE, beyondWishes: true }))
  await approveAll(story)
}

// biome-ignore format: a table is read by its columns.
test.each([
  ['AMBER+STRICT', 4, 0],
  ['AMBER',        5, 1],
  ['GREEN',        5, 1],
] as const)('TLP:%s reaches %i of four companies and an association', (tlp, organisations, seen) =>
  withChecked(async (story, bulletinId) => {
    const { hub, lead, sig } = story
    const association = await joinAssociation(story)
    await labelled(story, bulletinId, tlp)
    const relay = hub.as({ contactOf: association })
    const machine = await relay.post('/api/me/tokens', { name: 'relay', scopes: ['read:bulletins'], days: 30 })
    const feed = hub.as({ token: expectOk(machine).token })
    expect(expectOk(await lead.get(`/api/bulletins/${bulletinId}`)).audience.organisationCount).toBe(organisations)
    expectOk(await releaseAs(lead, bulletinId))

    expect(expectOk(await relay.get('/api/inbox')).rows).toHaveLength(seen)
    const { objects = [] } = expectOk(await feed.get(`/taxii2/api/collections/${sig}/objects/`))
    expect(objects.length > 0).toBe(seen === 1)
    expect((expectOk(await feed.get('/api/blocklist?type=senders')) ?? '') !== '').toBe(seen === 1)
    const { rows } = await hub.inStaff((db) =>
      sql`select 1 from noroshi.notice n join noroshi.person p on p.id = n.person_id
           where n.kind = 'released' and p.organisation_id = ${association}`.execute(db),
    )
    expect(rows).toHaveLength(seen)
    const company = hub.as({ contactOf: story.peer })
    expect(expectOk(await company.get('/api/inbox')).rows).toHaveLength(1)
  }),
)

test('the label stands at the head and foot of the text, in each row, each object and each mail', () =>
  withChecked(async (story, bulletinId) => {
    await labelled(story, bulletinId, 'AMBER+STRICT')
    expectOk(await releaseAs(story.lead, bulletinId))
    const peer = story.hub.as({ contactOf: story.peer })
    const { releaseId } = expectOk(await peer.get('/api/inbox')).rows[0]
    const label = 'TLP:AMBER+STRICT'
    for (const language of ['ja', 'en']) {
      const text: string = expectOk(
        await peer.get(`/api/inbox/${releaseId}/text?language=${language}`),
      )
      const lines = text.trimEnd().split('\n')
      expect([lines.at(0), lines.at(-1)]).toEqual([label, label])
    }
    const csv: string = expectOk(await peer.get(`/api/inbox/${releaseId}/csv`))
    const rows = csv.trimEnd().split(/\r?\n/).slice(1)
    expect(rows.filter((row) => !row.includes(label))).toEqual([])
    const { objects } = expectOk(await peer.get(`/api/inbox/${releaseId}/stix`))
    // The marking of TLP 2.0 in its extension form (OASIS extension definition 60a3c5c5).
    const marking = objects.find(
      (one: { type: string; extensions?: object }) =>
        one.type === 'marking-definition' &&
        JSON.stringify(one.extensions).includes('"tlp_2_0":"amber+strict"'),
    )
    const marked = objects.filter(({ type }: { type: string }) =>
      ['report', 'indicator', 'relationship'].includes(type),
    )
    expect(marked.length).toBeGreaterThan(0)
    for (const one of marked) expect(one.object_marking_refs).toContain(marking.id)
    const mail: string = expectOk(
      await story.lead.get(`/api/bulletins/${bulletinId}/preview?format=mail`),
    ).text
    expect(mail).toMatch(/^Subject: TLP:AMBER\+STRICT .*\n\nTLP:AMBER\+STRICT\n/)
    expect(mail.trimEnd().endsWith(label)).toBe(true)
  }))

test('five answers are told under TLP:AMBER+STRICT too, and no association makes an audience large', () =>
  withChecked(async (story, bulletinId) => {
    const { hub, sig } = story
    await joinAssociation(story)
    for (let more = 0; more < 5; more += 1) await hub.seed.organisation({ groupIds: [sig] })
    await labelled(story, bulletinId, 'AMBER+STRICT')
    expectOk(await releaseAs(story.lead, bulletinId))
    const { releaseId } = expectOk(await story.contact.get('/api/inbox')).rows[0]
    const { rows } = await hub.inStaff((db) =>
      sql<{ id: OrganisationId }>`
        select id from noroshi.organisation where kind = 'company' and id not in (${story.stranger}, ${story.peer}) limit 5`.execute(
        db,
      ),
    )
    for (const { id } of rows) {
      expectOk(
        await hub
          .as({ contactOf: id })
          .put(`/api/inbox/${releaseId}/feedback`, { answer: 'got-it' }),
      )
    }
    hub.clock.advance(24 * 3_600_000)
    const told = async () =>
      expectOk(await hub.as({ contactOf: story.peer }).get(`/api/inbox/${releaseId}`)).gotItCount
    expect(await told()).toBeUndefined()
    await hub.seed.organisation({ groupIds: [sig] })
    expect(await told()).toBe(5)
  }))

test('a label never drops below the wish of someone who cannot be asked', () =>
  withStory(async (story) => {
    const { analyst, lead, sig } = story
    const submissionId = await handIn(story, analyst, storyMail(), '&providerKind=outside')
    const { caseId } = expectOk(await analyst.post('/api/cases', { submissionIds: [submissionId] }))
    const bulletinId = await checkedBulletin(story, caseId)
    const path = `/api/bulletins/${bulletinId}`
    const view = expectOk(await analyst.get(path))
    const edit = { content: { ...view.content, tlp: 'GREEN' }, groupIds: [sig] }
    expectOk(await analyst.put(path, { ...edit, baseHash: view.contentHash }))
    expectOk(await analyst.post(`${path}/check`))
    const asked = await lead.post(`${path}/ask-approval`, { dueAt: DUE, beyondWishes: true })
    expect([asked.status, asked.body.code]).toEqual([409, 'nobody-to-permit'])
  }))

test('a raised label acts on every version that is out, and who may no longer read is told', () =>
  withChecked(async (story, first) => {
    const { hub, analyst, lead, sig } = story
    const relay = hub.as({ contactOf: await joinAssociation(story) })
    await labelled(story, first, 'AMBER')
    await relay.get('/api/inbox')
    expectOk(await releaseAs(lead, first))
    const { rows } = expectOk(await relay.get('/api/inbox'))
    const { bulletinId } = expectOk(await analyst.post(`/api/bulletins/${first}/correct`))
    await labelled(story, bulletinId, 'AMBER+STRICT')
    expectOk(await releaseAs(lead, bulletinId))

    expect(expectOk(await relay.get('/api/inbox')).rows).toEqual([])
    expect((await relay.get(`/api/inbox/${rows[0].releaseId}`)).status).toBe(404)
    const machine = await relay.post('/api/me/tokens', {
      ...{ name: 'relay', scopes: ['read:bulletins'], days: 30 },
    })
    const feed = hub.as({ token: expectOk(machine).token })
    const all = `/taxii2/api/collections/${sig}/objects/?match[version]=all`
    // What is left says who the hub is, what labels mean, and that the rest was taken back.
    const left: { type: string; revoked?: boolean }[] = expectOk(await feed.get(all)).objects ?? []
    expect(left.filter(({ type, revoked }) => !FRAME.includes(type) && !revoked)).toEqual([])
    expect(left.some(({ type, revoked }) => type === 'indicator' && revoked)).toBe(true)
    const company = hub.as({ contactOf: story.peer })
    const old = expectOk(await company.get(`/api/inbox/${rows[0].releaseId}`))
    expect([old.state, old.tlp]).toEqual(['corrected', 'AMBER+STRICT'])
    const { rows: told } = await hub.inStaff((db) =>
      sql<{ kind: string; subject: { en: string } }>`
        select n.kind, n.subject from noroshi.notice n join noroshi.person p on p.id = n.person_id
          join noroshi.organisation o on o.id = p.organisation_id
         where o.kind = 'association' order by n.kind`.execute(db),
    )
    expect(told.map(({ kind }) => kind)).toEqual(['released', 'withdrawn'])
  }))
