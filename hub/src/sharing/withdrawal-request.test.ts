import { expect, test } from 'vitest'
import {
  approvedBulletin,
  expectOk,
  openStoryCase,
  releaseAs,
  type Story,
} from '../testing/bulletin-story.ts'
import { tellOnce } from '../testing/tell-once.ts'

const withShared = tellOnce(async (story) => {
  const bulletinId = await approvedBulletin(story, await openStoryCase(story))
  const { rows } = expectOk(await story.contact.get('/api/approvals'))
  const approvalId: string = rows[0].approvalId
  const early = await ask(story, approvalId)
  expect([early.status, early.body.code]).toEqual([409, 'not-in-this-state'])
  expectOk(await releaseAs(story.lead, bulletinId))
  return { bulletinId, approvalId }
})

const REASON = 'お客様から問い合わせがありました。'
const ask = ({ contact }: Story, approvalId: string) =>
  contact.post(`/api/approvals/${approvalId}/ask-withdrawal`, { reason: REASON })
const seenBy = async ({ contact }: Story, approvalId: string) => {
  const { sharing, withdrawal } = expectOk(await contact.get(`/api/approvals/${approvalId}`))
  return [sharing, withdrawal?.outcome, withdrawal?.answer]
}
const waiting = async ({ lead }: Story) =>
  expectOk(await lead.get('/api/queue?filter=mine')).rows.map(
    ({ href, dueAt }: { href: string; dueAt: string }) => [href, dueAt?.slice(0, 10)],
  )

test('a provider asks to take back what was shared, and a lead finds it in the queue with a date', () =>
  withShared(async (story, { bulletinId, approvalId }) => {
    expect(await seenBy(story, approvalId)).toEqual(['shared', undefined, undefined])
    expectOk(await ask(story, approvalId))
    expect((await ask(story, approvalId)).body.code).toBe('withdrawal-asked')
    // Three days after 2026-10-15, the day of the test clock.
    expect(await waiting(story)).toEqual([[`/bulletins/${bulletinId}/release`, '2026-10-18']])
    const { withdrawals } = expectOk(await story.lead.get(`/api/bulletins/${bulletinId}`))
    expect(withdrawals).toMatchObject([{ organisation: '汐見台精機株式会社', reason: REASON }])
  }))

test('a lead that withdraws meets the request', () =>
  withShared(async (story, { bulletinId, approvalId }) => {
    expectOk(await ask(story, approvalId))
    const reason = { ja: '見直しのため', en: 'For review' }
    expectOk(await story.lead.post(`/api/bulletins/${bulletinId}/withdraw`, { reason }))
    expect(await seenBy(story, approvalId)).toEqual(['withdrawn', 'withdrawn', undefined])
    expect(await waiting(story)).toEqual([])
    // The hub's acts of a day stand in the provider's log from the next on.
    story.hub.clock.advance(24 * 3_600_000)
    const contact = story.hub.as({ contactOf: story.provider })
    const { rows } = expectOk(await contact.get('/api/me/audit'))
    expect(rows.map(({ action }: { action: string }) => action)).toContain('withdrawal-granted')
  }))

test('a lead that does not says why, and the provider may ask again', () =>
  withShared(async (story, { bulletinId, approvalId }) => {
    expectOk(await ask(story, approvalId))
    const { withdrawals } = expectOk(await story.lead.get(`/api/bulletins/${bulletinId}`))
    const path = `/api/withdrawals/${withdrawals[0].withdrawalId}/decline`
    expect((await story.analyst.post(path, { answer: 'No.' })).status).toBe(403)
    expectOk(await story.lead.post(path, { answer: '攻撃が続いているため残します。' }))
    expect((await story.lead.post(path, { answer: 'Again.' })).body.code).toBe('already-changed')
    const answered = ['shared', 'declined', '攻撃が続いているため残します。']
    expect(await seenBy(story, approvalId)).toEqual(answered)
    expect(await waiting(story)).toEqual([])
    expectOk(await ask(story, approvalId))
  }))

test('nobody but the provider learns that it asked', () =>
  withShared(async (story, { approvalId }) => {
    expectOk(await ask(story, approvalId))
    const peer = story.hub.as({ contactOf: story.peer })
    expect((await peer.get(`/api/approvals/${approvalId}`)).status).toBe(404)
    expect((await ask({ ...story, contact: peer }, approvalId)).status).toBe(404)
  }))
