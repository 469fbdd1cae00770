import { expect, test } from 'vitest'
import { expectOk, handIn, type Story, storyMail, tellStory } from '../testing/bulletin-story.ts'
import { withHub } from '../testing/index.ts'

const withStory = (work: (story: Story) => Promise<void>) =>
  withHub(async (hub) => work(await tellStory(hub)))

/** Questions are answered one by one: they do not fold into a case by themselves. */
const QUESTION = '&kind=consultation'

/** The same mail from two members; 汐見台精機 is the first. */
async function handInTwice(story: Story): Promise<{ own: string; theirs: string }> {
  const own = await handIn(story, story.contact, storyMail(), QUESTION)
  const theirs = await handIn(story, story.hub.as({ contactOf: story.peer }), storyMail(), QUESTION)
  return { own, theirs }
}

// biome-ignore format: a table is read by its columns.
test.each([
  ['a reason that names nobody',            'set-aside',    { reason: 'ばらまき型のメールでした。' },                           200],
  ['a reason that names the other',         'set-aside',    { reason: '汐見台精機にも届いています。' },                         409],
  ['a reason with the other in half width', 'set-aside',    { reason: 'ｼｵﾐﾀﾞｲｾｲｷさんにも届いています。' },                      409],
  ['an answer that names nobody',           'consultation', { category: 'Phishing', answer: 'パスワードを変えてください。' },   200],
  ['an answer that names the other',        'consultation', { category: 'Phishing', answer: '汐見台精機様と同じ攻撃です。' },   409],
  ['a category that names the other',       'consultation', { category: '汐見台精機', answer: 'パスワードを変えてください。' }, 409],
] as const)('T35: to one provider of two, %s', (_, path, body, status) =>
  withStory(async (story) => {
    const { own, theirs } = await handInTwice(story)
    const said = await story.analyst.post(`/api/submissions/${theirs}/${path}`, body)
    expect([said.status, said.body.code]).toEqual([status, status === 200 ? undefined : 'message-names-provider'])
    // A provider may be told its own name.
    expectOk(await story.analyst.post(`/api/submissions/${own}/${path}`, body))
  }))
