import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { OrganisationId } from 'contract/common'
import { sql } from '../database/index.ts'
import type { HubRoute } from '../http/index.ts'
import {
  approveAll,
  checkedBulletin,
  DUE,
  expectOk,
  handIn,
  openLane,
  openStoryCase,
  openUnaskedCase,
  releaseAs,
  type Story,
  storyMail,
  takeLane,
  technicalBulletin,
  tellStory,
} from './bulletin-story.ts'
import type { HubAnswer } from './hub-client.ts'
import { mailBytes } from './mails.ts'
import {
  agree,
  answer,
  askingBulletin,
  askNext,
  decideAsking,
  findWaiting,
  imitatingMail,
  openCaseOf,
  PEERS_VALUE,
  PROVIDERS_VALUE,
  registerPeer,
} from './permission-story.ts'
import {
  ASKED_PARAMETERS,
  type KnownIds,
  recordAnswer,
  recordVisit,
  type Visit,
} from './record-visit.ts'
import { tellOnce } from './tell-once.ts'
import { withHub } from './with-hub.ts'

// Two hubs from the same seed and clock. World A has in addition one confidential item: a submission,
// its case, its bulletin, and all that follows. Whoever may not see it asks every route there is, for
// everything that exists only in A by its true id. Nothing may differ: no status, header, number or word.

type Stage = 'handed-in' | 'asked' | 'ordered' | 'released' | 'unasked-ordered' | 'unasked'

interface World {
  readonly secret?: Stage
  readonly swapped?: boolean
  /** Whether the group lets technical information go unasked; its members know that in every world. */
  readonly hasLane?: boolean
}

const toWorld = ({ secret, swapped = false, hasLane = false }: World) =>
  tellOnce(
    async (story) => {
      if (hasLane) await openLane(story)
      const ids = secret === undefined ? standIns(story) : await keepSecret(story, secret)
      const { hub } = story
      // Something of one's own, so that lists and counts are not empty in either world.
      await handIn(story, hub.as({ contactOf: story.stranger }), mailBytes({ subject: 'Own' }))
      await handIn(story, hub.as({ contactOf: story.bystander }), mailBytes({ subject: 'Own' }))
      // Lists in order of time would otherwise be in the order of random ids.
      hub.clock.advance(60_000)
      return ids
    },
    { swapped },
  )

/** Each world is made once; every visit goes through a copy of its own. */
const WORLDS = {
  nothing: toWorld({}),
  'nothing beside a lane': toWorld({ hasLane: true }),
  'handed-in': toWorld({ secret: 'handed-in' }),
  asked: toWorld({ secret: 'asked' }),
  ordered: toWorld({ secret: 'ordered' }),
  released: toWorld({ secret: 'released' }),
  'released by the other': toWorld({ secret: 'released', swapped: true }),
  'unasked-ordered': toWorld({ secret: 'unasked-ordered', hasLane: true }),
  unasked: toWorld({ secret: 'unasked', hasLane: true }),
  'unasked by the other': toWorld({ secret: 'unasked', hasLane: true, swapped: true }),
} as const

/** The first test of a world makes it, on a machine that others use as well. */
const WORLD_MS_MAX = 120_000

/** Records what these visitors see in a world. */
const play = (
  world: keyof typeof WORLDS,
  visit: (story: Story, ids: KnownIds) => Promise<Visit>,
): Promise<Visit> => WORLDS[world](visit)

/** A moment at which the story has not arrived yet. */
const TOMORROW = '2026-10-16T03:00:00.000Z'

const NAMES = [
  'submission',
  'case',
  'bulletin',
  'approval',
  'release',
  'mail',
  'notice',
  'provider',
  'object',
  'evidence',
]

/** Ids of nothing at all. Groups and organisations exist in both worlds. */
function standIns({ sig, provider }: Story): KnownIds {
  const unknown = Object.fromEntries(NAMES.map((name) => [name, randomUUID()]))
  return {
    ...unknown,
    provider,
    group: sig,
    object: `report--${randomUUID()}`,
    evidence: 'f'.repeat(64),
  }
}

async function keepSecret(story: Story, stage: Stage): Promise<KnownIds> {
  if (stage === 'unasked' || stage === 'unasked-ordered') await shareUnasked(story, stage)
  else await shareApproved(story, stage)
  const found: Record<string, string> = { ...standIns(story) }
  for (const [name, statement] of Object.entries(ID_OF)) {
    const { rows } = await story.hub.inStaff((db) => statement.execute(db))
    const id = rows[0]?.id
    if (id !== undefined) found[name] = id
  }
  return found
}

/** By the technical lane: no provider is asked, and nobody may see more of it than of any other release. */
async function shareUnasked(story: Story, stage: Stage): Promise<void> {
  const bulletinId = await technicalBulletin(story, await openUnaskedCase(story))
  expectOk(await takeLane(story, bulletinId))
  const later = stage === 'unasked-ordered' ? { releaseAt: TOMORROW } : {}
  expectOk(await releaseAs(story.lead, bulletinId, later))
  await story.hub.runJobs()
}

async function shareApproved(story: Story, stage: Stage): Promise<void> {
  const caseId = await openStoryCase(story)
  if (stage !== 'handed-in') {
    const bulletinId = await checkedBulletin(story, caseId)
    expectOk(await story.analyst.post(`/api/bulletins/${bulletinId}/ask-approval`, { dueAt: DUE }))
    if (stage === 'ordered' || stage === 'released') {
      await approveAll(story)
      const later = stage === 'ordered' ? { releaseAt: TOMORROW } : {}
      expectOk(await releaseAs(story.lead, bulletinId, later))
    }
    await story.hub.runJobs()
  }
}

const ID_OF = {
  submission: sql<{ id: string }>`select id from noroshi.submission`,
  case: sql<{ id: string }>`select id from noroshi.attack_case`,
  bulletin: sql<{ id: string }>`select id from noroshi.bulletin`,
  approval: sql<{ id: string }>`select id from noroshi.approval_request`,
  release: sql<{ id: string }>`select id from noroshi.release`,
  mail: sql<{ id: string }>`select id from noroshi.mail`,
  notice: sql<{ id: string }>`select id from noroshi.notice`,
  evidence: sql<{ id: string }>`select sha256 as id from noroshi.submission_file`,
  object: sql<{ id: string }>`select stix_id as id from noroshi.stix_object where type = 'report'`,
}

/** A token for a machine of an organisation, made by its contact. */
async function tokenOf({ hub }: Story, contactOf: OrganisationId): Promise<string> {
  const made = await hub.as({ contactOf }).post('/api/me/tokens', {
    name: 'SIEM',
    scopes: ['read:bulletins', 'write:submissions'],
    days: 30,
  })
  return expectOk(made).token
}

const noticesOf = async ({ hub }: Story, organisationId: string): Promise<string> => {
  const { rows } = await hub.inStaff((db) =>
    sql`select n.kind, n.subject from noroshi.notice n join noroshi.person p on p.id = n.person_id
         where p.organisation_id = ${organisationId}`.execute(db),
  )
  return `notices ${JSON.stringify(rows)}`
}

// biome-ignore format: a table is read by its columns.
const OUTSIDERS: readonly (readonly [string, Stage, (story: Story, ids: KnownIds) => Promise<Visit>])[] = [
  ['a contact of another group',                 'released',  async (story, ids) => [...(await recordVisit(story.hub, story.hub.as({ contactOf: story.stranger }), ids)), await noticesOf(story, story.stranger)]],
  ['a reader of another group',                  'released',  (story, ids) => recordVisit(story.hub, story.hub.as({ readerOf: story.stranger }), ids)],
  ['nobody in particular',                       'released',  (story, ids) => recordVisit(story.hub, story.hub.as(undefined), ids)],
  ['a machine of another group, TAXII included', 'released',  async (story, ids) => recordVisit(story.hub, story.hub.as({ token: await tokenOf(story, story.stranger) }), ids)],
  ['a member of the same group, analysed only',  'handed-in', (story, ids) => recordVisit(story.hub, story.hub.as({ contactOf: story.bystander }), ids)],
  ['a member of the same group before approval', 'asked',     (story, ids) => recordVisit(story.hub, story.hub.as({ contactOf: story.bystander }), ids)],
  ['a member of the same group, release ordered', 'ordered', async (story, ids) => [...(await recordVisit(story.hub, story.hub.as({ contactOf: story.bystander }), ids)), await noticesOf(story, story.bystander)]],
  ['a member of the same group, unasked and ordered', 'unasked-ordered', async (story, ids) => [...(await recordVisit(story.hub, story.hub.as({ contactOf: story.bystander }), ids)), await noticesOf(story, story.bystander)]],
  ['a contact of another group, gone out unasked', 'unasked', async (story, ids) => [...(await recordVisit(story.hub, story.hub.as({ contactOf: story.stranger }), ids)), await noticesOf(story, story.stranger)]],
]

test.each(OUTSIDERS)(
  '%s sees no difference (%s)',
  async (_, secret, visit) => {
    const withSecret = await play(secret, visit)
    const isUnasked = secret.startsWith('unasked')
    const without = await play(isUnasked ? 'nothing beside a lane' : 'nothing', visit)
    expect(withSecret.length).toBeGreaterThan(100)
    expect(withSecret).toEqual(without)
  },
  WORLD_MS_MAX,
)

test('no parameter of a route that members may call is forgotten', () =>
  withHub(async ({ routes }) => {
    const forgotten = routes
      .filter(({ method, access }) => method === 'get' && mayBeMember(access))
      .flatMap(({ path, query }) => parametersOf(query).map((name) => `${path} ${name}`))
      .filter((line) => !ASKED_PARAMETERS.has(line.split(' ')[1] ?? ''))
    expect(forgotten).toEqual([])
  }))

const mayBeMember = (access: HubRoute['access']): boolean =>
  typeof access === 'string' || access.some((role) => role.startsWith('member-'))

const parametersOf = (query: unknown): string[] =>
  query instanceof z.ZodObject ? Object.keys(query.shape) : []

test(
  'whoever may see it does: the recording is not blind',
  async () => {
    const visit = (story: Story, ids: KnownIds): Promise<Visit> =>
      recordVisit(story.hub, story.hub.as({ contactOf: story.bystander }), ids)
    expect(await play('released', visit)).not.toEqual(await play('nothing', visit))
  },
  WORLD_MS_MAX,
)

test(
  'who hands in the very bytes that another provider handed in is answered as if nobody had (T48)',
  async () => {
    const visit = async (story: Story): Promise<Visit> => {
      const stranger = story.hub.as({ contactOf: story.stranger })
      const headers = { 'idempotency-key': 'the-very-same-bytes' }
      const receipt = await stranger.post(
        '/api/submissions?fileName=mail.eml',
        storyMail(),
        headers,
      )
      return [recordAnswer(receipt), await noticesOf(story, story.stranger)]
    }
    expect(await play('released', visit)).toEqual(await play('nothing', visit))
  },
  WORLD_MS_MAX,
)

test.each([
  ['approved', 'released', 'released by the other'],
  ['unasked', 'unasked', 'unasked by the other'],
] as const)(
  'a member of the group cannot tell which of two others was the provider (%s)',
  async (_, own, others) => {
    const visit = async (story: Story, ids: KnownIds): Promise<Visit> => {
      const bystander = story.hub.as({ contactOf: story.bystander })
      const shared = {
        release: ids['release'] ?? '',
        object: ids['object'] ?? '',
        group: story.sig,
      }
      return [
        ...(await recordVisit(story.hub, bystander, shared)),
        await noticesOf(story, story.bystander),
      ]
    }
    const first = await play(own, visit)
    const second = await play(others, visit)
    expect(first.some((line) => line.includes('"indicators"'))).toBe(true)
    expect(first).toEqual(second)
  },
  WORLD_MS_MAX,
)

type Asked = 'waiting' | 'answered' | 'answered last' | 'released'

/**
 * Everything the story's provider reads, alone in a bulletin or after another that sent the same mail. The text is
 * as it was drafted, or of indicators alone; the group has three members, so that it is small in both.
 */
const readAsProvider = (
  stage: Asked,
  isAlone: boolean,
  write: (story: Story, caseId: string) => Promise<string> = technicalBulletin,
): Promise<Visit> =>
  withHub(async (hub) => {
    const story = await tellStory(hub)
    await hub.inStaff((db) =>
      sql`delete from noroshi.agreement a using noroshi.organisation o
           where o.id = a.organisation_id and o.name = '柊木計器'`.execute(db),
    )
    const peer = hub.as({ contactOf: story.peer })
    const openCase = async (id: string): Promise<string> =>
      expectOk(await story.analyst.post('/api/cases', { submissionIds: [id] })).caseId
    const begun = isAlone ? undefined : await openCase(await handIn(story, peer, storyMail()))
    hub.clock.advance(60_000)
    // The same mail folds into the case by itself.
    const submission = await handIn(story, story.contact, storyMail())
    const caseId = begun ?? (await openCase(submission))
    const bulletin = await write(story, caseId)
    const ask = { dueAt: DUE, beyondWishes: true }
    expectOk(await story.analyst.post(`/api/bulletins/${bulletin}/ask-approval`, ask))
    if (!isAlone && stage !== 'waiting' && stage !== 'answered') {
      await approveAll({ ...story, contact: peer })
    }
    if (stage !== 'waiting') await approveAll(story)
    if (stage === 'released') expectOk(await releaseAs(story.lead, bulletin))
    await hub.runJobs()
    // The hub's acts are told from the next day on; a session does not live through the night.
    hub.clock.set('2026-10-16T01:00:00Z')
    const contact = hub.as({ contactOf: story.provider })
    const approval = expectOk(await contact.get('/api/approvals')).rows[0].approvalId
    const known = { submission, approval, bulletin, provider: story.provider, group: story.sig }
    const seen = await recordVisit(hub, contact, known)
    return [...seen, await noticesOf(story, story.provider)].map(withoutHashes)
  })

/** Ids drawn at random are in the hash of a text and what is signed over it; numbers stand in subjects of notices. */
const withoutHashes = (line: string): string =>
  line
    .replaceAll(/\b[0-9a-f]{64}\b/g, '<hash>')
    .replaceAll(/"signature":"[^"]+"/g, '"signature":"<signature>"')
    .replaceAll(/[SB]-2026-[0-9A-Z]{6}/g, '<number>')

test.each(['waiting', 'answered', 'answered last', 'released'] as const)(
  'a provider cannot tell whether another is in the same bulletin (%s)',
  async (stage) => {
    const alone = await readAsProvider(stage, true)
    const among = await readAsProvider(stage, false)
    expect(alone.some((line) => line.includes('so few organisations'))).toBe(true)
    expect(among).toEqual(alone)
  },
  WORLD_MS_MAX,
)

test(
  'nor by the text as it is drafted, and by the letter under which it stands there',
  async () => {
    const alone = await readAsProvider('waiting', true, checkedBulletin)
    const among = await readAsProvider('waiting', false, checkedBulletin)
    expect(alone.some((line) => line.includes('Company A'))).toBe(true)
    expect(among).toEqual(alone)
  },
  WORLD_MS_MAX,
)

type Permitting =
  | 'asked'
  | 'permitted'
  | 'asked for the text'
  | 'released'
  | 'refused'
  | 'the other refused'
  | 'taken back'

/** The text of both worlds, by hand, so that nothing in it tells: with these values, whosever they are. */
async function rewrite(story: Story, bulletinId: string, values: readonly string[]) {
  const path = `/api/bulletins/${bulletinId}`
  const { content, contentHash } = expectOk(await story.analyst.get(path))
  const nothing = { summary: { ja: [], en: [] }, techniques: [], lookalikes: [], advice: [] }
  const title = { ja: '偽の請求', en: 'False invoices' }
  const indicators = values.map((value) => ({
    ...{ type: value.length === 64 ? 'sha256' : 'domain', value, context: 'from' },
  }))
  expectOk(
    await story.analyst.put(path, {
      content: { ...content, ...nothing, title, omitted: [], indicators },
      groupIds: [story.sig],
      baseHash: contentHash,
    }),
  )
}

/**
 * Everything a provider reads that is asked about a value of its own: alone, where the other value is a line like any
 * other, or beside a provider that is asked about that one.
 */
const readAsPermitting = (stage: Permitting, isAlone: boolean): Promise<Visit> =>
  withHub(async (hub) => {
    const story = await tellStory(hub)
    await registerPeer(story)
    const peer = hub.as({ contactOf: story.peer })
    const theirs = isAlone ? [] : ([[peer, imitatingMail(PEERS_VALUE)]] as const)
    const ownMail = [story.contact, imitatingMail(PROVIDERS_VALUE)] as const
    if (isAlone) hub.clock.advance(60_000)
    const caseId = await openCaseOf(story, [...theirs, ownMail])
    const bulletin = await askingBulletin(story, caseId)
    await rewrite(story, bulletin, ['mailbox-relay.test'])
    await askNext(story, bulletin)

    const isAsked = stage !== 'asked'
    const isTextAsked = isAsked && stage !== 'permitted'
    if (isAsked) await answerValues(story.contact, stage === 'refused')
    if (isTextAsked) {
      if (!isAlone) await answerValues(peer, stage === 'the other refused')
      await hub.runJobs()
      // What is permitted stands in the text of both; alone, the other value was typed.
      const own = stage === 'refused' ? [] : [PROVIDERS_VALUE]
      const others = stage === 'the other refused' ? [] : [PEERS_VALUE]
      await decideAsking(story, bulletin)
      await rewrite(story, bulletin, ['mailbox-relay.test', ...own, ...others])
      await askNext(story, bulletin)
    }
    if (stage === 'released' || stage === 'taken back') {
      if (!isAlone) await agree(peer)
      const text = await findWaiting(story.contact)
      await agree(story.contact)
      if (stage === 'released') expectOk(await releaseAs(story.lead, bulletin))
      else expectOk(await answer(story.contact, text, { answer: 'withdraw' }))
    }
    await hub.runJobs()
    hub.clock.set('2026-10-16T01:00:00Z')
    const contact = hub.as({ contactOf: story.provider })
    const { rows } = expectOk(await contact.get('/api/approvals'))
    const known = { bulletin, provider: story.provider, group: story.sig }
    const visits = []
    for (const { approvalId } of rows) {
      visits.push(...(await recordVisit(hub, contact, { ...known, approval: approvalId })))
    }
    return [...visits, await noticesOf(story, story.provider)].map(withoutHashes)
  })

async function answerValues(
  contact: Parameters<typeof agree>[0],
  isRefused: boolean,
): Promise<void> {
  if (!isRefused) return agree(contact)
  const request: HubAnswer['body'] = await findWaiting(contact)
  expectOk(await answer(contact, request, { answer: 'permit', permitted: [] }))
}

test.each([
  'asked',
  'permitted',
  'asked for the text',
  'released',
  'refused',
  'the other refused',
  'taken back',
] as const)(
  'a provider that is asked about its own value cannot tell whether another is asked too (%s)',
  async (stage) => {
    const alone = await readAsPermitting(stage, true)
    const among = await readAsPermitting(stage, false)
    expect(alone.some((line) => line.includes(PROVIDERS_VALUE))).toBe(true)
    expect(among).toEqual(alone)
  },
  WORLD_MS_MAX,
)

const SAME_FILE = mailBytes({
  from: 'desk@mailbox-relay.test',
  subject: 'Order',
  headers: ['Content-Disposition: attachment; filename="order.exe"'],
  text: 'MZ the very same bytes',
})

/**
 * Everything a provider reads of a file that it hands in: alone, or after another has permitted the same to go out. Its
 * text stands with the value either way.
 */
const readAsJoining = (stage: 'asked' | 'asked for the text', isAlone: boolean): Promise<Visit> =>
  withHub(async (hub) => {
    const story = await tellStory(hub)
    const peer = hub.as({ contactOf: story.peer })
    const earlier = isAlone ? undefined : await permitAlone(story, peer)
    hub.clock.set('2026-10-15T03:00:00Z')
    const submission = await handIn(story, story.contact, SAME_FILE)
    const bulletin = earlier ?? (await askingBulletin(story, await openCase(story, submission)))
    await decideAsking(story, bulletin)
    await rewrite(story, bulletin, ['mailbox-relay.test'])
    await askNext(story, bulletin)
    if (stage === 'asked for the text') {
      const { identifying } = (await findWaiting(story.contact)) ?? {}
      await agree(story.contact)
      await hub.runJobs()
      const own = identifying.map(({ value }: { value: string }) => value)
      await rewrite(story, bulletin, ['mailbox-relay.test', ...own])
      await askNext(story, bulletin)
    }
    await hub.runJobs()
    hub.clock.set('2026-10-16T01:00:00Z')
    const contact = hub.as({ contactOf: story.provider })
    const { rows } = expectOk(await contact.get('/api/approvals'))
    expect(rows).toHaveLength(stage === 'asked' ? 1 : 2)
    const known = { bulletin, provider: story.provider, group: story.sig }
    const visits = []
    for (const { approvalId } of rows) {
      visits.push(...(await recordVisit(hub, contact, { ...known, approval: approvalId })))
    }
    return [...visits, await noticesOf(story, story.provider)].map(withoutHashes)
  })

/** The bulletin of one that permitted its file before anybody else handed it in. */
async function permitAlone(story: Story, peer: Parameters<typeof agree>[0]): Promise<string> {
  const bulletin = await askingBulletin(story, await openCaseOf(story, [[peer, SAME_FILE]]))
  await askNext(story, bulletin)
  await agree(peer)
  return bulletin
}

const openCase = async ({ analyst }: Story, submission: string): Promise<string> =>
  expectOk(await analyst.post('/api/cases', { submissionIds: [submission] })).caseId

test.each(['asked', 'asked for the text'] as const)(
  'a provider that is asked about its own value cannot tell whether it joins after the yes of another (%s)',
  async (stage) => {
    const alone = await readAsJoining(stage, true)
    expect(alone.some((line) => line.includes('order.exe') || line.includes('"values"'))).toBe(true)
    expect(await readAsJoining(stage, false)).toEqual(alone)
  },
  WORLD_MS_MAX,
)
