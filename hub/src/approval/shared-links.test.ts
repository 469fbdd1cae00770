import { expect, test } from 'vitest'
import { expectOk } from '../testing/bulletin-story.ts'
import { mailBytes } from '../testing/mails.ts'
import {
  answer,
  ask,
  askingBulletin,
  findWaiting,
  openCaseOf,
} from '../testing/permission-story.ts'
import { tellOnce } from '../testing/tell-once.ts'

const LINKS = ['1aB2c', '2aB3c', '3aB4c', '4aB5c'].map((code) => `https://bit.ly/${code}`)

const withChecked = tellOnce(async (story) => {
  const mail = mailBytes({
    ...{ from: 'desk@pay-desk.example', subject: 'Invoice' },
    text: LINKS.join(' '),
  })
  const caseId = await openCaseOf(story, [[story.contact, mail]])
  return { bulletinId: await askingBulletin(story, caseId) }
})

test('T19: pages of one mail that only their codes tell are one question, and are permitted one by one', () =>
  withChecked(async (story, { bulletinId }) => {
    expectOk(await ask(story, bulletinId))
    const request = await findWaiting(story.contact)
    expect(request.identifying).toEqual(LINKS.map((value) => ({ value, kind: 'url' })))
    const permitted = LINKS.slice(0, 2)
    expectOk(await answer(story.contact, request, { answer: 'permit', permitted }))
    const { content } = expectOk(await story.analyst.get(`/api/bulletins/${bulletinId}`))
    const urls = content.indicators.filter(({ type }: { type: string }) => type === 'url')
    expect(urls.map(({ value }: { value: string }) => value)).toEqual(permitted)
  }))
