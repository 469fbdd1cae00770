import { expect, test } from 'vitest'
import { expectOk, handIn, type Story, tellStory, toStory } from '../testing/bulletin-story.ts'
import { mailBytes } from '../testing/mails.ts'
import {
  answer,
  ask,
  askingBulletin,
  findWaiting,
  imitatingMail,
  openCaseOf,
  PEERS_VALUE,
  PROVIDERS_VALUE,
  registerPeer,
} from '../testing/permission-story.ts'
import { runHub, takeAway, withHub } from '../testing/with-hub.ts'

/** Links that are long and unlike: as a sender writes them who wants the hub busy. */
const LINKS = Array.from({ length: 30 }, (_, at) => {
  const query = Array.from({ length: 20 }, (__, part) => `k${part}=w${(at * 7919 + part) % 997}x`)
  return `https://host${at}.parcel-desk.test/login?${query.join('&')}`
})

/** Less than a draft with these links takes on any machine. */
const IMPATIENT = { NOROSHI_DRAFT_SECONDS: '0.01' }

const peerOf = ({ hub, peer }: Story) => hub.as({ contactOf: peer })

async function textOf({ analyst }: Story, bulletinId: string): Promise<string> {
  const { content } = expectOk(await analyst.get(`/api/bulletins/${bulletinId}`))
  return JSON.stringify(content)
}

test('what a provider answers stands although the text could not be drafted in time, and is written by the next check', async () => {
  const asked = await runHub(async (hub) => {
    const story = await tellStory(hub)
    await registerPeer(story)
    const slow = mailBytes({
      ...{ from: 'desk@parcel-desk.test', subject: 'Parcel', text: LINKS.join('\r\n') },
    })
    const caseId = await openCaseOf(story, [
      [story.contact, imitatingMail(PROVIDERS_VALUE)],
      [peerOf(story), imitatingMail(PEERS_VALUE)],
      [story.contact, slow],
    ])
    const bulletinId = await askingBulletin(story, caseId)
    expectOk(await ask(story, bulletinId))
    return { story, caseId, bulletinId }
  })
  const { story: places, caseId, bulletinId } = asked.result

  const answered = await runHub(
    async (hub) => {
      const story = toStory(hub, places)
      const permits = await findWaiting(story.contact)
      const yes = { answer: 'permit', permitted: [PROVIDERS_VALUE] }
      expectOk(await answer(story.contact, permits, yes))
      const declines = await findWaiting(peerOf(story))
      expectOk(await answer(peerOf(story), declines, { answer: 'permit', permitted: [] }))
      const failures = await hub.runJobs({ mayFail: true })
      expect(failures).toContainEqual(expect.objectContaining({ code: 'draft-took-too-long' }))
      for (const contact of [story.contact, peerOf(story)]) {
        const { rows } = expectOk(await contact.get('/api/approvals'))
        expect(rows.map(({ state }: { state: string }) => state)).toEqual(['answered'])
      }
      // Whoever waits for the text itself is told.
      const check = await story.analyst.post(`/api/bulletins/${bulletinId}/check`)
      expect([check.status, check.body.code]).toEqual([503, 'draft-took-too-long'])
      // With one mail more the case is another, of which no draft was made while there was time.
      const more = await handIn(story, story.contact, mailBytes({ from: 'desk@parcel-desk.test' }))
      const added = { submissionIds: [more] }
      expectOk(await story.analyst.post(`/api/cases/${caseId}/submissions`, added))
      const { draftProblem, settling, originals, content } = expectOk(
        await story.analyst.get(`/api/bulletins/${bulletinId}`),
      )
      expect(draftProblem.en).toContain('took too long')
      expect([settling, originals]).toEqual(['waiting', []])
      expect(content.title.en).not.toBe('')
    },
    { from: asked.kept, settings: IMPATIENT },
  )

  await withHub(
    async (hub) => {
      const story = toStory(hub, places)
      expect(await textOf(story, bulletinId)).not.toContain(PROVIDERS_VALUE)
      expectOk(await story.analyst.post(`/api/bulletins/${bulletinId}/check`))
      const text = await textOf(story, bulletinId)
      expect(text).toContain(PROVIDERS_VALUE)
      expect(text).not.toContain(PEERS_VALUE)
    },
    { from: answered.kept },
  )
  await takeAway(answered.kept)
  await takeAway(asked.kept)
}, 400_000)
