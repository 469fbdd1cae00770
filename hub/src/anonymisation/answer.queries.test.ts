import { expect, test } from 'vitest'
import { expectOk, type Story } from '../testing/bulletin-story.ts'
import type { HubAnswer } from '../testing/index.ts'
import {
  agree,
  answer,
  ask,
  askingBulletin,
  findWaiting,
  imitatingMail,
  openCaseOf,
  PROVIDERS_VALUE,
} from '../testing/permission-story.ts'
import { tellOnce } from '../testing/tell-once.ts'
import { listUnsettled, saveSettled } from './answer.queries.ts'

const withAnswered = tellOnce(async (story) => {
  const own = [story.contact, imitatingMail(PROVIDERS_VALUE)] as const
  const bulletinId = await askingBulletin(story, await openCaseOf(story, [own]))
  expectOk(await ask(story, bulletinId))
  const approval = await findWaiting(story.contact)
  await agree(story.contact)
  return { bulletinId, approval }
})

const takeBack = ({ contact }: Story, approval: HubAnswer['body']) =>
  answer(contact, approval, { answer: 'withdraw' })

test('an answer that is taken back while the one before it is carried over is carried over next', () =>
  withAnswered(async (story, { bulletinId, approval }) => {
    await story.hub.inStaff(async (db) => {
      const read = await listUnsettled(db, bulletinId)
      expect(read.map(({ state }) => state)).toEqual(['answered'])
      expectOk(await takeBack(story, approval))
      await saveSettled(db, read)
    })
    await story.hub.inStaff(async (db) => {
      const next = await listUnsettled(db, bulletinId)
      expect(next.map(({ state }) => state)).toEqual(['withdrawn'])
    })
  }))
