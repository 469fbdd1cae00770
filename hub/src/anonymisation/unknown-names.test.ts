import { expect, test } from 'vitest'
import { BulletinView, isCarefulAnswer } from 'contract/bulletin'
import {
  decideAll,
  expectOk,
  handIn,
  openStoryCase,
  type Story,
  tellStory,
} from '../testing/bulletin-story.ts'
import { withHub } from '../testing/index.ts'
import { mailBytes } from '../testing/mails.ts'

/** 琴葉 is known from nothing but the recipients of the case's mail. */
const SAYS = '東雲電機株式会社の山本と琴葉が気づき、瑞雲化成株式会社に知らせました。'

/** A draft with every question of the evidence answered, and names in its text that nobody has registered. */
async function draftWithNames(story: Story): Promise<string> {
  const { analyst } = story
  const caseId = await openStoryCase(story)
  const { bulletinId } = expectOk(await analyst.post('/api/bulletins', { caseId }))
  await decideAll(story, bulletinId)
  const path = `/api/bulletins/${bulletinId}`
  const { content, contentHash, audience } = expectOk(await analyst.get(path))
  const edited = {
    content: { ...content, summary: { ...content.summary, ja: [SAYS] } },
    groupIds: audience.groups.map(({ groupId }: { groupId: string }) => groupId),
    baseHash: contentHash,
  }
  expectOk(await analyst.put(path, edited))
  return path
}

test('a name nobody has registered stops the check until a person has answered, once or for its kind', () =>
  withHub(async (hub) => {
    const story = await tellStory(hub)
    const { analyst } = story
    const path = await draftWithNames(story)
    const open = async () =>
      expectOk(await analyst.get(path)).questions.filter(
        (one: { decided?: string }) => one.decided === undefined,
      )
    const asked = await open()
    expect(asked.map(({ value }: { value: string }) => value)).toEqual([
      '東雲電機株式会社',
      '山本',
      '琴葉',
      '瑞雲化成株式会社',
    ])
    expect((await analyst.post(`${path}/check`)).body).toMatchObject({ code: 'questions-open' })

    const [company, person, met] = asked
    const answer = { questionId: company.questionId, choice: 'keep', alsoSameKind: true }
    expectOk(await analyst.post(`${path}/questions`, answer))
    expect(await open()).toMatchObject([{ value: '山本' }, { value: '琴葉' }])

    const replaced = { questionId: person.questionId, choice: 'alias' }
    expectOk(await analyst.post(`${path}/questions`, replaced))
    expectOk(await analyst.post(`${path}/questions`, { ...replaced, questionId: met.questionId }))
    const view = expectOk(await analyst.get(path))
    expect(view.content.summary.ja).toEqual([SAYS.replace(/山本|琴葉/gu, 'X社担当者')])
    // What was marked fine is still there to be decided again, and on record.
    expect(
      view.questions.filter(({ decided }: { decided?: string }) => decided === 'keep'),
    ).toHaveLength(2)
    expect(
      view.history.filter(({ say }: { say: { en: string } }) => say.en.includes('Answered')),
    ).not.toEqual([])
    expect(expectOk(await analyst.post(`${path}/check`)).state).toBe('checked')
  }))

test('an unknown name is written into a provider’s vault, marked as the hub’s, and found from then on', () =>
  withHub(async (hub) => {
    const story = await tellStory(hub)
    const { analyst, contact, provider } = story
    const path = await draftWithNames(story)
    const view = expectOk(await analyst.get(path))
    expect(view.providers).toMatchObject([{ organisationId: provider }])
    const company = view.questions.find(
      ({ value }: { value: string }) => value === '東雲電機株式会社',
    )
    const answer = { questionId: company.questionId, choice: 'alias', addTo: provider }
    const stranger = await hub.seed.organisation()
    const foreign = await analyst.post(`${path}/questions`, { ...answer, addTo: stranger })
    expect(foreign.status).toBe(404)
    for (const wrong of [{ choice: 'keep' }, { alsoSameKind: true }]) {
      expect((await analyst.post(`${path}/questions`, { ...answer, ...wrong })).status).toBe(400)
    }
    expectOk(await analyst.post(`${path}/questions`, answer))

    const vault = expectOk(await contact.get(`/api/organisations/${provider}`))
    expect(vault.names).toContainEqual({ text: '東雲電機株式会社', kind: 'alias' })
    expect(vault.hubEntries).toEqual([{ list: 'names', text: '東雲電機株式会社' }])
    expect(await hub.auditOf(`organisation:${provider}`)).toContain('vault-revised')
    const { content } = expectOk(await analyst.get(path))
    expect(content.summary.ja[0]).not.toContain('東雲電機')
  }))

test('an answer that lets a value of the evidence out is given for that value alone', () =>
  withHub(async (hub) => {
    const story = await tellStory(hub)
    const caseId = await openStoryCase(story)
    const { bulletinId } = expectOk(await story.analyst.post('/api/bulletins', { caseId }))
    const path = `/api/bulletins/${bulletinId}`
    const { questions } = BulletinView.parse(expectOk(await story.analyst.get(path)))
    const letting = questions.flatMap(({ questionId, choices }) =>
      choices.flatMap(({ choice }) =>
        isCarefulAnswer(questionId, choice) ? [] : [{ questionId, choice, alsoSameKind: true }],
      ),
    )
    expect(letting).not.toEqual([])
    for (const answer of letting)
      expect((await story.analyst.post(`${path}/questions`, answer)).status).toBe(400)
  }))

test('a mail that names dozens of companies is settled by one careful answer', () =>
  withHub(async (hub) => {
    const story = await tellStory(hub)
    const { analyst } = story
    const names = Array.from(
      { length: 30 },
      (_, at) => `株式会社${'東西南北中'[at % 5]}${'山川谷岡森野'[at % 6]}興業`,
    )
    const mail = mailBytes({
      ...{ from: 'billing@chinu-va1ve.example', to: 'k-narumi@shiomidai-seiki.example' },
      ...{ subject: '一覧', text: names.join('\r\n') },
    })
    const submissionId = await handIn(story, story.contact, mail)
    const { caseId } = expectOk(await analyst.post('/api/cases', { submissionIds: [submissionId] }))
    const { bulletinId } = expectOk(await analyst.post('/api/bulletins', { caseId }))
    const path = `/api/bulletins/${bulletinId}`
    const companies = async () =>
      BulletinView.parse(expectOk(await analyst.get(path))).questions.filter(({ questionId }) =>
        questionId.startsWith('company-word:'),
      )
    const asked = await companies()
    expect(asked).toHaveLength(30)
    const [first] = asked
    const answer = { questionId: first?.questionId, choice: 'alias', alsoSameKind: true }
    expectOk(await analyst.post(`${path}/questions`, answer))
    expect((await companies()).map(({ decided }) => decided)).toEqual(names.map(() => 'alias'))
    const log = await hub.auditOf(`bulletin:${bulletinId}`)
    expect(log.filter((action) => action === 'bulletin-question-decided')).toHaveLength(30)
  }))
