import { Client } from 'pg'
import { expect, test, vi } from 'vitest'
import { sql } from '../database/index.ts'
import { applyPermissionsJob, settleAnswersJob } from '../anonymisation/index.ts'
import { expectOk, releaseAs, type Story } from '../testing/bulletin-story.ts'
import type { HubAnswer, HubClient } from '../testing/index.ts'
import {
  agree,
  answer,
  ask,
  askingBulletin,
  askNext,
  findWaiting,
  imitatingMail,
  openCaseOf,
  PEERS_VALUE,
  PROVIDERS_VALUE,
  registerPeer,
} from '../testing/permission-story.ts'
import { recordWork } from '../testing/record-work.ts'
import { tellOnce } from '../testing/tell-once.ts'

// T49, T74: how long the hub takes for a provider's answer tells it nothing of who else is asked. What follows from an
// answer, above all the text that is drafted again, is done after it.

const peerOf = ({ hub, peer }: Story): HubClient => hub.as({ contactOf: peer })

/** Checked and asked about values, of the provider alone or of its peer as well. */
const tellAsked = (isAlone: boolean) =>
  tellOnce(async (story) => {
    await registerPeer(story)
    const own = [story.contact, imitatingMail(PROVIDERS_VALUE)] as const
    const theirs = [peerOf(story), imitatingMail(PEERS_VALUE)] as const
    const bulletinId = await askingBulletin(
      story,
      await openCaseOf(story, isAlone ? [own] : [own, theirs]),
    )
    expectOk(await ask(story, bulletinId))
    return bulletinId
  })
const withAlone = tellAsked(true)
const withTwo = tellAsked(false)

const viewOf = async ({ analyst }: Story, bulletinId: string) =>
  expectOk(await analyst.get(`/api/bulletins/${bulletinId}`))

type World = 'alone' | 'the other is silent' | 'the other answered'

/** What the database does for each answer of the provider, whatever its peer has done by then. */
const listWork = (world: World): Promise<object[]> =>
  (world === 'alone' ? withAlone : withTwo)(async (story, bulletinId) => {
    const done: object[] = []
    const record = async (request: HubAnswer['body'], body: object) => {
      const work = await recordWork(async () => {
        expectOk(await answer(story.contact, request, body))
      })
      done.push(work.map(({ text, answered }) => [text, answered]))
    }
    const prepare = async () => {
      if (world === 'the other answered') await agree(peerOf(story))
      await story.hub.runJobs()
      return findWaiting(story.contact)
    }
    // The first request of a client signs in.
    await findWaiting(story.contact)
    const values = await prepare()
    await record(values, { answer: 'permit', permitted: [PROVIDERS_VALUE] })
    if (world === 'the other is silent') await agree(peerOf(story))
    await askNext(story, bulletinId)
    const text = await prepare()
    await record(text, { answer: 'approve', permitted: [PROVIDERS_VALUE] })
    await record(text, { answer: 'withdraw' })
    await record(values, { answer: 'withdraw' })
    await story.hub.runJobs()
    await askNext(story, bulletinId)
    await record(await prepare(), { answer: 'refuse' })
    return done
  })

/** Every statement runs on a machine that does other things too. */
const SLOW_MS = 300_000

test(
  'the database does the same for an answer whether somebody else is asked, silent or has answered',
  async () => {
    const alone = await listWork('alone')
    expect(alone).toHaveLength(5)
    expect(await listWork('the other is silent')).toEqual(alone)
    expect(await listWork('the other answered')).toEqual(alone)
  },
  SLOW_MS,
)

test('an answer waits for nobody who works on the text, and counts for the next who does', () =>
  withAlone(async (story, bulletinId) => {
    const request = await findWaiting(story.contact)
    await story.hub.inStaff(async (db) => {
      await sql`select id from noroshi.bulletin where id = ${bulletinId} for update`.execute(db)
      await agree(story.contact)
    })
    // No job has run: what the analyst does next comes after the answer all the same.
    expect((await viewOf(story, bulletinId)).settling).toBe('waiting')
    expectOk(await story.analyst.post(`/api/bulletins/${bulletinId}/check`))
    const { content, settling } = await viewOf(story, bulletinId)
    expect(JSON.stringify(content)).toContain(PROVIDERS_VALUE)
    expect(settling).toBeUndefined()
    expectOk(await answer(story.contact, request, { answer: 'withdraw' }))
    await story.hub.runJobs()
    expect(JSON.stringify((await viewOf(story, bulletinId)).content)).not.toContain(PROVIDERS_VALUE)
  }))

test('an approval taken back stops a release, or comes after it, also in the same moment', () =>
  withAlone(async (story, bulletinId) => {
    await agree(story.contact)
    await askNext(story, bulletinId)
    const request = await findWaiting(story.contact)
    await agree(story.contact)
    const [released, takenBack] = await Promise.all([
      releaseAs(story.lead, bulletinId),
      answer(story.contact, request, { answer: 'withdraw' }),
    ])
    const codes = [released, takenBack].map(({ status }) => status)
    expect(codes.toSorted()).toEqual([200, 409])
    const isOut = released.status === 200
    expect(isOut ? takenBack.body.code : released.body.code).toBe(
      isOut ? 'approval-answered' : 'not-in-this-state',
    )
    await story.hub.runJobs()
    expect((await viewOf(story, bulletinId)).state).toBe(isOut ? 'released' : 'draft')
  }))

test('the same answer pressed eight times at once is taken once and holds nobody up', () =>
  withAlone(async (story) => {
    const request = await findWaiting(story.contact)
    const permit = () => answer(story.contact, request, { answer: 'permit', permitted: [] })
    const pressed = await Promise.all(Array.from({ length: 8 }, permit))
    const codes = pressed.map(({ status, body }) => (status === 200 ? body.state : body.code))
    expect(codes.toSorted()).toEqual(['answered', ...Array(7).fill('approval-answered')].toSorted())
  }))

test('an answer that somebody else is changing is refused after a second instead of waiting on', () =>
  withAlone(async (story) => {
    const { approvalId, ...request } = await findWaiting(story.contact)
    await story.hub.inStaff(async (db) => {
      const lock = sql`select id from noroshi.approval_request where id = ${approvalId} for update`
      await lock.execute(db)
      const body = { answer: 'permit', permitted: [] }
      const refused = await answer(story.contact, { approvalId, ...request }, body)
      expect([refused.status, refused.body.code]).toEqual([409, 'already-changed'])
    })
  }))

test('an analyst reads that a text is yet to be written as was answered, and when it could not be', () =>
  withAlone(async (story, bulletinId) => {
    await agree(story.contact)
    await settleAnswersJob.run(story.hub, { bulletinId })
    const waiting = await viewOf(story, bulletinId)
    expect([waiting.state, waiting.settling]).toEqual(['draft', 'waiting'])
    await applyPermissionsJob.giveUp?.(story.hub, { bulletinId })
    expect((await viewOf(story, bulletinId)).settling).toBe('failed')
    expect(await story.hub.auditOf(`bulletin:${bulletinId}`)).toContain(
      'bulletin-permissions-given-up',
    )
    await askNext(story, bulletinId)
    const { content, settling } = await viewOf(story, bulletinId)
    expect([JSON.stringify(content).includes(PROVIDERS_VALUE), settling]).toEqual([true, undefined])
  }))

test('an analyst reads that answers could not be carried over, until the next step on the text does it', () =>
  withAlone(async (story, bulletinId) => {
    await agree(story.contact)
    await settleAnswersJob.giveUp?.(story.hub, { bulletinId })
    const failed = await viewOf(story, bulletinId)
    expect([failed.state, failed.settling]).toEqual(['waiting', 'failed'])
    expect(await story.hub.auditOf(`bulletin:${bulletinId}`)).toContain(
      'bulletin-permissions-given-up',
    )
    await askNext(story, bulletinId)
    expect((await viewOf(story, bulletinId)).settling).toBeUndefined()
    await agree(story.contact)
    await settleAnswersJob.giveUp?.(story.hub, { bulletinId })
    await settleAnswersJob.run(story.hub, { bulletinId })
    const { state, settling } = await viewOf(story, bulletinId)
    expect([state, settling]).toEqual(['approved', undefined])
    // Nothing is left to carry over.
    await settleAnswersJob.giveUp?.(story.hub, { bulletinId })
    expect((await viewOf(story, bulletinId)).settling).toBeUndefined()
  }))

/** How often the hub reads the evidence of a case for a draft while it does its jobs. */
async function countDrafts({ hub }: Story): Promise<number> {
  const spy = vi.spyOn(Client.prototype, 'query')
  try {
    await hub.runJobs()
    return spy.mock.calls.filter(([text]) => `${text}`.includes('noroshi.indicator')).length
  } finally {
    spy.mockRestore()
  }
}

/** What the provider says of its value, and what its peer has said of its own by then. */
type Said = readonly [own: 'yes' | 'no', withAsked: typeof withAlone, theirs?: 'yes']

const readAfter = ([own, withAsked, theirs]: Said) =>
  withAsked(async (story, bulletinId) => {
    if (theirs === 'yes') await agree(peerOf(story))
    await story.hub.runJobs()
    const before = await viewOf(story, bulletinId)
    const permitted = own === 'yes' ? [PROVIDERS_VALUE] : []
    const request = await findWaiting(story.contact)
    expectOk(await answer(story.contact, request, { answer: 'permit', permitted }))
    const drafts = await countDrafts(story)
    const { state, contentHash } = await viewOf(story, bulletinId)
    return { drafts, state, isSame: contentHash === before.contentHash }
  })

test(
  'the hub drafts after an answer about values whatever it is and others said, and keeps nothing of it while they are waited for',
  async () => {
    const alone = await readAfter(['yes', withAlone])
    const { drafts } = alone
    expect(alone).toEqual({ drafts, state: 'draft', isSame: false })
    expect(await readAfter(['no', withAlone])).toEqual({ drafts, state: 'draft', isSame: true })
    const silent = { drafts, state: 'waiting', isSame: true }
    expect(await readAfter(['yes', withTwo])).toEqual(silent)
    expect(await readAfter(['no', withTwo])).toEqual(silent)
    const answered = { drafts, state: 'draft', isSame: false }
    expect(await readAfter(['yes', withTwo, 'yes'])).toEqual(answered)
    expect(await readAfter(['no', withTwo, 'yes'])).toEqual(answered)
  },
  SLOW_MS,
)
