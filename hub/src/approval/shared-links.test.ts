import { expect, test } from 'vitest'
import { expectOk, handIn, type Story } from '../testing/bulletin-story.ts'
import { mailBytes } from '../testing/mails.ts'
import {
  agree,
  answer,
  ask,
  askingBulletin,
  askNext,
  findWaiting,
  openCaseOf,
} from '../testing/permission-story.ts'
import { tellOnce } from '../testing/tell-once.ts'

const LINKS = ['1aB2c', '2aB3c', '3aB4c', '4aB5c'].map((code) => `https://bit.ly/${code}`)

const mailOf = (links: readonly string[]): Buffer =>
  mailBytes({ from: 'desk@pay-desk.example', subject: 'Invoice', text: links.join(' ') })

const withChecked = tellOnce(async (story) => {
  const caseId = await openCaseOf(story, [[story.contact, mailOf(LINKS)]])
  return { caseId, bulletinId: await askingBulletin(story, caseId) }
})

interface Question {
  readonly questionId: string
  readonly value: string
  readonly decided?: string
}

const viewOf = async ({ hub, analyst }: Story, bulletinId: string) => {
  await hub.runJobs()
  const { content, questions } = expectOk(await analyst.get(`/api/bulletins/${bulletinId}`))
  const links: { type: string; value: string }[] = content.indicators
  return {
    urls: links.filter(({ type }) => type === 'url').map(({ value }) => value),
    questions: (questions as Question[]).filter(({ questionId }) =>
      questionId.startsWith('identifying-url:'),
    ),
  }
}

test('T19: pages of one mail that only their codes tell are one question, and are permitted one by one', () =>
  withChecked(async (story, { bulletinId }) => {
    expectOk(await ask(story, bulletinId))
    const request = await findWaiting(story.contact)
    expect(request.identifying).toEqual(LINKS.map((value) => ({ value, kind: 'url' })))
    const permitted = LINKS.slice(0, 2)
    expectOk(await answer(story.contact, request, { answer: 'permit', permitted }))
    // Of the others what is told of a link that nobody was asked about.
    const shape = 'https://bit.ly/{token}'
    expect((await viewOf(story, bulletinId)).urls).toEqual([...permitted, shape])
  }))

test('T19: pages that join those which were permitted are asked about by themselves, of both persons', () =>
  withChecked(async (story, { caseId, bulletinId }) => {
    const { hub, analyst, contact } = story
    const path = `/api/bulletins/${bulletinId}`
    expectOk(await ask(story, bulletinId))
    await agree(contact)
    const peer = hub.as({ contactOf: story.peer })
    const joining = ['5aB6c', '6aB7c', '7aB8c'].map((code) => `https://bit.ly/${code}`)
    const others = mailOf([...LINKS.slice(3), ...joining])
    const submissionIds = [await handIn(story, peer, others)]
    expectOk(await analyst.post(`/api/cases/${caseId}/submissions`, { submissionIds }))

    // The text is drafted anew with whatever is answered.
    const [answered] = (await viewOf(story, bulletinId)).questions
    const same = { questionId: answered?.questionId, choice: 'ask' }
    expectOk(await analyst.post(`${path}/questions`, same))
    const grown = await viewOf(story, bulletinId)
    expect(grown.questions.map(({ value, decided = 'open' }) => [value, decided])).toEqual([
      [LINKS.join(' '), 'ask'],
      [joining.join(' '), 'open'],
    ])
    expect(grown.urls).toEqual([...LINKS, 'https://bit.ly/{token}'])
    const early = await analyst.post(`${path}/check`)
    expect([early.status, early.body.code]).toEqual([409, 'questions-open'])

    await askNext(story, bulletinId)
    expect((await findWaiting(peer)).identifying.map(({ value }: Question) => value)).toEqual([
      ...LINKS.slice(3),
      ...joining,
    ])
    expect(await findWaiting(contact)).toBeUndefined()
    expect((await viewOf(story, bulletinId)).urls).not.toEqual(expect.arrayContaining(joining))
    await agree(peer)
    expect((await viewOf(story, bulletinId)).urls).toEqual([...LINKS, ...joining])
  }))
