import { expect, test } from 'vitest'
import { lockBulletin, settleAnswersJob } from '../anonymisation/index.ts'
import {
  checkedBulletin,
  DUE,
  expectOk,
  openStoryCase,
  releaseAs,
  type Story,
} from '../testing/bulletin-story.ts'
import {
  agree,
  ask,
  askingBulletin,
  imitatingMail,
  openCaseOf,
  PEERS_VALUE,
  PROVIDERS_VALUE,
  registerPeer,
} from '../testing/permission-story.ts'
import { tellOnce } from '../testing/tell-once.ts'
import { waitForLocks } from '../testing/wait-for-locks.ts'

// The job that carries answers over has failed to its last attempt: the hub says so, and gets on by the step it names.

const peerOf = ({ hub, peer }: Story) => hub.as({ contactOf: peer })

const withText = tellOnce(async (story) => {
  const bulletinId = await checkedBulletin(story, await openStoryCase(story))
  expectOk(await story.analyst.post(`/api/bulletins/${bulletinId}/ask-approval`, { dueAt: DUE }))
  return bulletinId
})

const withValues = tellOnce(async (story) => {
  await registerPeer(story)
  const own = [story.contact, imitatingMail(PROVIDERS_VALUE)] as const
  const theirs = [peerOf(story), imitatingMail(PEERS_VALUE)] as const
  const bulletinId = await askingBulletin(story, await openCaseOf(story, [own, theirs]))
  expectOk(await ask(story, bulletinId))
  return bulletinId
})

async function stateOf({ analyst }: Story, bulletinId: string): Promise<unknown[]> {
  const { state, settling } = expectOk(await analyst.get(`/api/bulletins/${bulletinId}`))
  return [state, settling]
}

test('to ask again carries the last approval over, and the text can be released', () =>
  withText(async (story, bulletinId) => {
    await agree(story.contact)
    await settleAnswersJob.giveUp?.(story.hub, { bulletinId })
    expect(await stateOf(story, bulletinId)).toEqual(['waiting', 'failed'])

    expect(expectOk(await ask(story, bulletinId)).state).toBe('approved')
    expect(await stateOf(story, bulletinId)).toEqual(['approved', undefined])
    expectOk(await releaseAs(story.lead, bulletinId))
  }))

test('to ask again carries the last answers about values over, and the text is written by them', () =>
  withValues(async (story, bulletinId) => {
    await agree(story.contact)
    await agree(peerOf(story))
    await settleAnswersJob.giveUp?.(story.hub, { bulletinId })
    expect(await stateOf(story, bulletinId)).toEqual(['waiting', 'failed'])

    expect(expectOk(await ask(story, bulletinId)).state).toBe('draft')
    await story.hub.runJobs()
    expect(await stateOf(story, bulletinId)).toEqual(['draft', undefined])
    const { content } = expectOk(await story.analyst.get(`/api/bulletins/${bulletinId}`))
    expect(JSON.stringify(content)).toContain(PROVIDERS_VALUE)
    expect(JSON.stringify(content)).toContain(PEERS_VALUE)
  }))

test('who gives up while somebody carries the answers over does not say that they could not be', () =>
  withText(async (story, bulletinId) => {
    const { hub } = story
    await agree(story.contact)
    let givingUp: Promise<unknown> | undefined
    await hub.inStaff(async (db) => {
      await lockBulletin(db, bulletinId, hub.clock.now())
      givingUp = settleAnswersJob.giveUp?.(hub, { bulletinId })
      await waitForLocks(hub, 1)
    })
    await givingUp
    expect(await stateOf(story, bulletinId)).toEqual(['approved', undefined])
    expectOk(await releaseAs(story.lead, bulletinId))
    expect(await stateOf(story, bulletinId)).toEqual(['released', undefined])
  }))
