import { expect, test } from 'vitest'
import {
  approveAll,
  checkedBulletin,
  decideAll,
  DUE,
  expectOk,
  openStoryCase,
  releaseAs,
  type Story,
  tellStory,
} from '../testing/bulletin-story.ts'
import { withHub } from '../testing/index.ts'

/** The provider is also called by a word of every bulletin, and by one letter. */
async function enterOrdinaryNames({ contact, provider }: Story): Promise<void> {
  const path = `/api/organisations/${provider}`
  const { names, domains, people, watchList, urlServices } = expectOk(await contact.get(path))
  const added = [
    { text: 'クラウド', kind: 'brand' },
    { text: '汐', kind: 'abbreviation' },
    { text: 'ア', kind: 'abbreviation' },
  ]
  expectOk(
    await contact.put(`${path}/vault`, {
      ...{ domains, people, watchList, urlServices },
      names: [...names, ...added],
    }),
  )
}

async function addToSummary({ analyst }: Story, bulletinId: string, text: string): Promise<void> {
  const view = expectOk(await analyst.get(`/api/bulletins/${bulletinId}`))
  const { ja, en } = view.content.summary
  expectOk(
    await analyst.put(`/api/bulletins/${bulletinId}`, {
      content: { ...view.content, summary: { ja: [...ja, text], en } },
      groupIds: view.audience.groups.map(({ groupId }: { groupId: string }) => groupId),
      baseHash: view.contentHash,
    }),
  )
}

test('an ordinary word that is a name as well holds the text back until somebody has looked at it', () =>
  withHub(async (hub) => {
    const story = await tellStory(hub)
    const { analyst, contact, lead } = story
    await enterOrdinaryNames(story)
    const { bulletinId } = expectOk(
      await analyst.post('/api/bulletins', { caseId: await openStoryCase(story) }),
    )
    await addToSummary(story, bulletinId, '攻撃者はクラウドの画面を装いました。')
    await decideAll(story, bulletinId)
    const path = `/api/bulletins/${bulletinId}`
    const { check, state } = expectOk(await analyst.post(`${path}/check`))
    expect([state, check.clean, check.skipped]).toEqual(['checked', true, ['ア']])
    const [weak] = check.weakTraces
    expect(check.weakTraces).toHaveLength(1)
    expect(weak).toMatchObject({ trace: 'クラウド', placeCount: 1 })
    expect(weak.excerpts[0]).toContain('攻撃者はクラウドの画面')

    const ask = () => analyst.post(`${path}/ask-approval`, { dueAt: DUE })
    const refused = await ask()
    expect([refused.status, refused.body.code]).toEqual([409, 'weak-traces-open'])
    const confirm = (weakTraceId: string) => analyst.post(`${path}/weak-traces`, { weakTraceId })
    expect((await confirm('0'.repeat(32))).status).toBe(404)
    const peer = hub.as({ contactOf: story.peer })
    const byMember = await peer.post(`${path}/weak-traces`, { weakTraceId: weak.weakTraceId })
    expect(byMember.status).toBe(403)

    expectOk(await confirm(weak.weakTraceId))
    // Twice is once: the first to look stays on record.
    expectOk(await confirm(weak.weakTraceId))
    const view = expectOk(await analyst.get(path))
    expect(view.check.weakTraces[0].confirmed.by).toEqual(expect.any(String))
    const said = view.history.filter(({ say }: { say: { en: string } }) =>
      say.en.startsWith('Confirmed an ordinary word'),
    )
    expect(said).toHaveLength(1)
    expectOk(await ask())

    const [{ approvalId }] = expectOk(await contact.get('/api/approvals')).rows
    expect(expectOk(await contact.get(`/api/approvals/${approvalId}`))).toMatchObject({
      skippedCount: 1,
      weakCount: 1,
    })
    await approveAll(story)
    expectOk(await releaseAs(lead, bulletinId))
    const { certificate } = expectOk(await analyst.get(`${path}/certificate`))
    expect(JSON.parse(certificate.statement)).toMatchObject({
      weakConfirmedCount: 1,
      skippedCount: 1,
    })
  }))

test('another place of the word asks anew; a text around it that stays does not', () =>
  withHub(async (hub) => {
    const story = await tellStory(hub)
    const { analyst } = story
    await enterOrdinaryNames(story)
    const bulletinId = await checkedBulletin(story, await openStoryCase(story))
    const path = `/api/bulletins/${bulletinId}`
    const checkAgain = async () => {
      await decideAll(story, bulletinId)
      return expectOk(await analyst.post(`${path}/check`)).check.weakTraces
    }
    await addToSummary(story, bulletinId, '偽のクラウドの画面。')
    const [first] = await checkAgain()
    expectOk(await analyst.post(`${path}/weak-traces`, { weakTraceId: first.weakTraceId }))
    await addToSummary(story, bulletinId, '別の段落は、ここから始まります。')
    expect((await checkAgain())[0].confirmed).toBeDefined()
    await addToSummary(story, bulletinId, '別のクラウドにも注意。')
    expect((await checkAgain())[0].confirmed).toBeUndefined()
  }))

test('an ordinary name entered after the approval holds the release back, and the approvals stand', () =>
  withHub(async (hub) => {
    const story = await tellStory(hub)
    const { analyst, lead } = story
    const { bulletinId } = expectOk(
      await analyst.post('/api/bulletins', { caseId: await openStoryCase(story) }),
    )
    const path = `/api/bulletins/${bulletinId}`
    await addToSummary(story, bulletinId, '攻撃者はクラウドの画面を装いました。')
    await decideAll(story, bulletinId)
    expectOk(await analyst.post(`${path}/check`))
    expectOk(await analyst.post(`${path}/ask-approval`, { dueAt: DUE }))
    await approveAll(story)
    await enterOrdinaryNames(story)

    const held = await releaseAs(lead, bulletinId)
    expect([held.status, held.body.code]).toEqual([409, 'weak-traces-open'])
    const view = expectOk(await lead.get(path))
    expect(view.state).toBe('approved')
    const [weak] = view.check.weakTraces
    expectOk(await lead.post(`${path}/weak-traces`, { weakTraceId: weak.weakTraceId }))
    expectOk(await releaseAs(lead, bulletinId))
  }))
