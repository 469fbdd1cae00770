import { expect, test } from 'vitest'
import type { Tlp } from 'contract/common'
import { sql } from '../database/index.ts'
import {
  approveAll,
  checkedBulletin,
  decideAll,
  DUE,
  expectOk,
  handIn,
  releaseAs,
  type Story,
} from '../testing/bulletin-story.ts'
import type { HubAnswer } from '../testing/index.ts'
import { mailBytes } from '../testing/mails.ts'
import { tellOnce } from '../testing/tell-once.ts'
import { waitForLocks } from '../testing/wait-for-locks.ts'

// Bulletins of different labels hold the same values. What an association is served tells it nothing of a bulletin
// under TLP:AMBER+STRICT, and what others are served lacks nothing, in whatever order and moment they come and go.

interface Served {
  readonly id: string
  readonly type: string
  readonly value?: string
  readonly pattern?: string
  readonly revoked?: boolean
}

const FRAME = ['identity', 'marking-definition', 'extension-definition']
/** Of FIRST, who made the extension for TLP 2.0; the standard has it so, and nobody hands it out. */
const FIRST = 'identity--b3bca3c2-1f3d-4b54-b44f-dac42c3a8f01'
const REASON = { reason: { ja: '誤りでした。', en: 'It was wrong.' } }

/** A case of one mail, all of which lead to the same relay. */
async function openCase(story: Story, subject: string): Promise<string> {
  const from = '"Pay" <billing@pay-relay.test>'
  const mail = mailBytes({ from, subject, text: 'https://pay-relay.test/confirm\r\n' })
  const submissionId = await handIn(story, story.contact, mail)
  // Later than what would be tied to the case before.
  story.hub.clock.advance(3_600_000)
  return expectOk(await story.analyst.post('/api/cases', { submissionIds: [submissionId] })).caseId
}

async function approve(
  { analyst, sig, ...story }: Story,
  bulletinId: string,
  change: Readonly<Record<string, unknown>>,
): Promise<void> {
  const path = `/api/bulletins/${bulletinId}`
  const { content, contentHash } = expectOk(await analyst.get(path))
  const edit = { content: { ...content, ...change }, groupIds: [sig], baseHash: contentHash }
  expectOk(await analyst.put(path, edit))
  await decideAll({ analyst, sig, ...story }, bulletinId)
  expectOk(await analyst.post(`${path}/check`))
  expectOk(await analyst.post(`${path}/ask-approval`, { dueAt: DUE, beyondWishes: true }))
  await approveAll({ analyst, sig, ...story })
}

async function approved(story: Story, subject: string, tlp: Tlp): Promise<string> {
  const bulletinId = await checkedBulletin(story, await openCase(story, subject))
  await approve(story, bulletinId, { tlp })
  return bulletinId
}

const withTwo = tellOnce(async (story) => {
  const { hub, sig } = story
  const association = await hub.seed.organisation({ name: '桔梗工業会', groupIds: [sig] })
  await hub.inStaff((db) =>
    sql`update noroshi.organisation set kind = 'association' where id = ${association}`.execute(db),
  )
  return {
    association,
    strict: await approved(story, 'Notice 1', 'AMBER+STRICT'),
    amber: await approved(story, 'Notice 2', 'AMBER'),
  }
})

/** Every version of everything that this organisation is served, for a signed-in contact. */
async function readFeed({ hub, sig }: Story, organisationId: Story['peer']): Promise<Served[]> {
  const all = `/taxii2/api/collections/${sig}/objects/?match[version]=all&limit=1000`
  return expectOk(await hub.as({ contactOf: organisationId }).get(all)).objects ?? []
}

/** What these objects refer to and are not. */
function findMissing(served: readonly Served[]): string[] {
  const ids = new Set([FIRST, ...served.map(({ id }) => id)])
  const named = JSON.stringify(served).match(/\b[a-z0-9-]+--[0-9a-f-]{36}/g) ?? []
  return [...new Set(named)].filter((id) => !ids.has(id))
}

const valuesOf = (served: readonly Served[]): string[] =>
  served.flatMap(({ value }) => value ?? []).toSorted()
const liveOf = (served: readonly Served[]): Served[] =>
  served.filter(({ type, revoked }) => revoked !== true && !FRAME.includes(type))
const withdraw = ({ lead }: Story, bulletinId: string): Promise<HubAnswer> =>
  lead.post(`/api/bulletins/${bulletinId}/withdraw`, REASON)

/** Both wait for the group, the first before the second, as behind a release of somebody else. */
async function inOneMoment(
  { hub, sig }: Story,
  acts: readonly (() => Promise<HubAnswer>)[],
): Promise<void> {
  const begun: Promise<HubAnswer>[] = []
  await hub.inStaff(async (db) => {
    await sql`select id from noroshi.sharing_group where id = ${sig} for update`.execute(db)
    for (const act of acts) {
      begun.push(act())
      await waitForLocks(hub, begun.length)
    }
  })
  for (const answer of await Promise.all(begun)) expectOk(answer)
}

test('an association is served no withdrawn value because a bulletin that it may not see names it', () =>
  withTwo(async (story, { association, strict, amber }) => {
    expectOk(await releaseAs(story.lead, strict))
    expect(await readFeed(story, association)).toEqual([])
    const before = valuesOf(await readFeed(story, story.peer))
    expectOk(await releaseAs(story.lead, amber))
    const relayed = await readFeed(story, association)
    expect(valuesOf(relayed)).toEqual(before)
    // The hub that made it all is named, though it came to the others first.
    expect(findMissing(relayed)).toEqual([])

    expectOk(await withdraw(story, amber))
    expect(liveOf(await readFeed(story, association))).toEqual([])
    const kept = await readFeed(story, story.peer)
    expect(valuesOf(kept)).toEqual(before)
    expect(findMissing(kept)).toEqual([])
  }))

test('an association reads of a bulletin that was taken from it that its own part is revoked, and of no other', () =>
  withTwo(async (story, { association, amber }) => {
    const { content } = expectOk(await story.analyst.get(`/api/bulletins/${amber}`))
    const [first, ...others] = content.indicators
    await approve(story, amber, { indicators: others })
    expectOk(await releaseAs(story.lead, amber))
    const indicators = async () =>
      (await readFeed(story, association)).filter(({ type }) => type === 'indicator')
    const had = (await indicators()).map(({ id }) => id).toSorted()
    expect(had).toHaveLength(others.length)

    const { bulletinId } = expectOk(await story.lead.post(`/api/bulletins/${amber}/correct`, {}))
    await approve(story, bulletinId, { indicators: [first, ...others], tlp: 'AMBER+STRICT' })
    expectOk(await releaseAs(story.lead, bulletinId))
    const raised = await readFeed(story, association)
    expect(
      raised
        .filter(({ type, revoked }) => type === 'indicator' && revoked)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(had)
    expect(liveOf(raised)).toEqual([])
    expect(findMissing(raised)).toEqual([])

    expectOk(await withdraw(story, bulletinId))
    expect(await readFeed(story, association)).toEqual(raised)
    const company = await readFeed(story, story.peer)
    expect(liveOf(company)).toEqual([])
    expect(company.filter(({ type }) => type === 'indicator')).toHaveLength(others.length + 1)
  }))

test('a bulletin released while another with the same values is withdrawn keeps its values', () =>
  withTwo(async (story, { association, strict, amber }) => {
    expectOk(await releaseAs(story.lead, strict))
    const before = valuesOf(await readFeed(story, story.peer))
    await inOneMoment(story, [() => withdraw(story, strict), () => releaseAs(story.lead, amber)])
    for (const reader of [story.peer, association]) {
      const served = await readFeed(story, reader)
      expect([valuesOf(served), findMissing(served)]).toEqual([before, []])
    }
  }))

test('two bulletins with the same values released at once are whole for each audience', () =>
  withTwo(async (story, { association, strict, amber }) => {
    await inOneMoment(story, [
      () => releaseAs(story.lead, strict),
      () => releaseAs(story.lead, amber),
    ])
    const [company, relayed] = [
      await readFeed(story, story.peer),
      await readFeed(story, association),
    ]
    expect(valuesOf(relayed).length).toBeGreaterThan(2)
    expect(valuesOf(relayed)).toEqual(valuesOf(company))
    expect([findMissing(company), findMissing(relayed)]).toEqual([[], []])
  }))
