import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { withHub } from '../testing/index.ts'
import { checkedBulletin, DUE, expectOk, type Story, tellStory } from '../testing/bulletin-story.ts'
import { forwardBytes, mailBytes } from '../testing/mails.ts'
import { ask, askingBulletin, findWaiting, openCaseOf } from '../testing/permission-story.ts'
import { tellOnce } from '../testing/tell-once.ts'

const MEMBER = 'k-narumi@shiomidai-seiki.example'

const lure = (subject: string): Buffer =>
  mailBytes({
    ...{ from: 'desk@pay-desk.example', to: MEMBER, subject },
    text: `The text below ${subject}: https://login.pay-desk.example/x`,
  })

/** Asked about a forward, which is a mail of the provider and the attack in it, and a mail that came after it. */
const withAsked = tellOnce(async (story: Story) => {
  const { analyst, contact } = story
  const mails = [forwardBytes(MEMBER, lure('First')), lure('Second')]
  const caseId = await openCaseOf(
    story,
    mails.map((bytes) => [contact, bytes] as const),
  )
  const bulletinId = await checkedBulletin(story, caseId)
  expectOk(await analyst.post(`/api/bulletins/${bulletinId}/ask-approval`, { dueAt: DUE }))
  return findWaiting(contact)
})

test('each text that a provider sent stands below its own subject, also after a mail of which nothing is used', () =>
  withAsked(async (_story, request) => {
    const shown = request.sent.map(
      ({ subject, segments }: { subject: string; segments: readonly { text: string }[] }) => {
        const text = segments.map((piece) => piece.text).join('')
        return [subject, /The text below (\w+)/.exec(text)?.[1]]
      },
    )
    // Which of two mails of one submission comes first is chance.
    expect(new Map(shown)).toEqual(
      new Map([
        ['FW: suspicious', undefined],
        ['First', 'First'],
        ['Second', 'Second'],
      ]),
    )
  }))

const FILE = 'MZ a file that was made for one'
const withFile = mailBytes({
  ...{ from: 'desk@pay-desk.example', to: MEMBER, subject: 'Order', text: FILE },
  headers: ['Content-Disposition: attachment; filename="order.exe"'],
})

test('whoever is asked about a hash reads the name of its file, however many mails came before it', () =>
  withHub(async (hub) => {
    const story = await tellStory(hub)
    const bare = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'].map(lure)
    const caseId = await openCaseOf(
      story,
      [...bare, withFile].map((bytes) => [story.contact, bytes] as const),
    )
    expectOk(await ask(story, await askingBulletin(story, caseId)))
    const { sent, identifying } = await findWaiting(story.contact)
    const sha256 = createHash('sha256').update(FILE).digest('hex')
    expect(identifying).toEqual([{ value: sha256, kind: 'hash' }])
    expect(sent.map(({ subject }: { subject: string }) => subject)).toEqual([
      ...['One', 'Order', 'Two', 'Three', 'Four'],
    ])
    expect(sent[1].files).toEqual([{ fileName: 'order.exe', sha256 }])
    expect(sent[0].files).toBeUndefined()
  }))
