import { expect, test } from 'vitest'
import { sql } from '../database/index.ts'
import {
  approvedBulletin,
  checkedBulletin,
  expectOk,
  openStoryCase,
  releaseAs,
  type Story,
  tellStory,
} from '../testing/bulletin-story.ts'
import { withHub } from '../testing/index.ts'

// An earlier build took any words where a code or an ATT&CK id belongs today.

const OLD_INDICATOR = { type: 'domain', value: 'old.example', context: 'our plant' }
const SAY = { ja: '偽の連絡', en: 'False notice' }
const OLD_TECHNIQUE = { id: 'false-notice', title: SAY, say: SAY, attack: ['Spear phishing'] }

const withStory = (work: (story: Story) => Promise<void>): Promise<void> =>
  withHub(async (hub) => work(await tellStory(hub)))

/** Puts the words into every stored text, as the earlier build did. */
const storeOldWords = ({ hub }: Story): Promise<void> =>
  hub.inStaff(async (db) => {
    const old = JSON.stringify({ indicators: [OLD_INDICATOR], techniques: [OLD_TECHNIQUE] })
    for (const table of ['bulletin', 'approval_request'])
      await sql`update ${sql.table(`noroshi.${table}`)} set content = content || ${old}::jsonb`.execute(
        db,
      )
  })

test('a released text with words of an earlier build is read by hub and provider, and withdrawn', () =>
  withStory(async (story) => {
    const { analyst, lead, contact } = story
    const bulletinId = await approvedBulletin(story, await openStoryCase(story))
    expectOk(await releaseAs(lead, bulletinId))
    await storeOldWords(story)
    const { content } = expectOk(await analyst.get(`/api/bulletins/${bulletinId}`))
    expect(content.indicators).toEqual([OLD_INDICATOR])
    const { rows } = expectOk(await contact.get('/api/approvals'))
    expectOk(await contact.get(`/api/approvals/${rows[0].approvalId}`))
    const reason = { ja: '誤りがあったため', en: 'It held an error' }
    expectOk(await lead.post(`/api/bulletins/${bulletinId}/withdraw`, { reason }))
  }))

test('a text with words of an earlier build is neither checked nor saved before it holds codes', () =>
  withStory(async (story) => {
    const { analyst } = story
    const bulletinId = await checkedBulletin(story, await openStoryCase(story))
    await storeOldWords(story)
    const path = `/api/bulletins/${bulletinId}`
    const refused = await analyst.post(`${path}/check`)
    expect([refused.status, refused.body.code]).toEqual([409, 'codes-needed'])
    const { content, contentHash } = expectOk(await analyst.get(path))
    const save = (indicators: readonly unknown[], techniques: readonly unknown[]) =>
      analyst.put(path, {
        ...{ content: { ...content, indicators, techniques }, groupIds: [story.sig] },
        baseHash: contentHash,
      })
    expect((await save([OLD_INDICATOR], [])).status).toBe(400)
    expect((await save([], [OLD_TECHNIQUE])).status).toBe(400)
    expectOk(await save([{ ...OLD_INDICATOR, context: 'from' }], []))
  }))
