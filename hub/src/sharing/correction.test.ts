import { expect, test } from 'vitest'
import { sql } from '../database/index.ts'
import {
  approveAll,
  approvedBulletin,
  decideAll,
  DUE,
  expectOk,
  openStoryCase,
  releaseAs,
  type Story,
} from '../testing/bulletin-story.ts'
import { tellOnce } from '../testing/tell-once.ts'
import { findNoticeToSend } from './notice.queries.ts'

/** What the first version says and the second does not. */
const TAKEN_BACK = ['mailbox-relay', 'chinu', 'violet ledger', '菫色の帳簿'] as const

const KEPT_ADDRESS = '192.0.2.77'

/** Gives a draft these words and values, and brings it to its approval. */
async function approvedText(
  story: Story,
  bulletinId: string,
  change: (content: Record<string, unknown>) => object,
): Promise<void> {
  const { analyst, sig } = story
  const path = `/api/bulletins/${bulletinId}`
  const { content, contentHash } = expectOk(await analyst.get(path))
  const changed = { ...content, ...change(content) }
  expectOk(await analyst.put(path, { content: changed, groupIds: [sig], baseHash: contentHash }))
  await decideAll(story, bulletinId)
  expectOk(await analyst.post(`${path}/check`))
  expectOk(await analyst.post(`${path}/ask-approval`, { dueAt: DUE }))
  await approveAll(story)
}

const kept = { type: 'ipv4', value: KEPT_ADDRESS, context: 'received' }
const leaking = (content: Record<string, unknown>) => ({
  title: { ja: '菫色の帳簿について', en: 'About a violet ledger' },
  advice: [{ ja: '菫色の帳簿に注意する。', en: 'Beware of the violet ledger.' }],
  indicators: [...(content.indicators as object[]), kept],
})
const clean = () => ({
  title: { ja: '不正な請求', en: 'False invoices' },
  advice: [{ ja: '振込先を電話で確かめる。', en: 'Ask by telephone.' }],
  indicators: [kept],
})

const withLeaked = tellOnce(async (story) => {
  const bulletinId = await approvedBulletin(story, await openStoryCase(story))
  const peer = story.hub.as({ contactOf: story.peer })
  await peer.get('/api/inbox')
  await approvedText(story, bulletinId, leaking)
  expectOk(await releaseAs(story.lead, bulletinId))
  const { rows } = expectOk(await peer.get('/api/inbox'))
  return { bulletinId, releaseId: rows[0].releaseId as string }
})

test('a correction takes back what the version before said, in every output', () =>
  withLeaked(async (story, { bulletinId, releaseId }) => {
    const { hub, analyst, lead, sig } = story
    const peer = hub.as({ contactOf: story.peer })
    const made = { name: 'SIEM', scopes: ['read:bulletins'], days: 30 }
    const { token } = expectOk(await peer.post('/api/me/tokens', made))
    const machine = hub.as({ token })
    const collection = `/taxii2/api/collections/${sig}`
    const { objects } = expectOk(await machine.get(`${collection}/objects/?limit=1000`))
    const gone = (objects as { id: string; value?: string }[]).filter(
      ({ value }) => value !== undefined && value !== KEPT_ADDRESS,
    )
    expect(gone.length).toBeGreaterThan(1)

    const { bulletinId: next } = expectOk(
      await analyst.post(`/api/bulletins/${bulletinId}/correct`),
    )
    await approvedText(story, next, clean)
    expectOk(await releaseAs(lead, next))

    const { rows } = expectOk(await peer.get('/api/inbox'))
    const old = expectOk(await peer.get(`/api/inbox/${releaseId}`))
    expect(old).toMatchObject({
      state: 'corrected',
      newerReleaseId: rows[0].releaseId,
      title: { ja: '訂正した共有情報', en: 'Corrected bulletin' },
    })
    expect(old.content).toBeUndefined()

    const answers = await Promise.all([
      ...['', `/${releaseId}`, `/${rows[0].releaseId}`, `/${rows[0].releaseId}/stix`].map((path) =>
        peer.get(`/api/inbox${path}`),
      ),
      ...['text', 'csv', 'stix'].map((form) => peer.get(`/api/inbox/${releaseId}/${form}`)),
      ...['domains', 'addresses', 'urls', 'senders'].map((kind) =>
        machine.get(`/api/blocklist?type=${kind}`),
      ),
      ...['', '&match[version]=all', '&match[version]=first'].flatMap((query) => [
        machine.get(`${collection}/objects/?limit=1000${query}`),
        machine.get(`${collection}/manifest/?limit=1000${query}`),
      ]),
      ...gone.map(({ id }) => machine.get(`${collection}/objects/${id}/?match[version]=all`)),
      peer.get('/api/me/audit'),
    ])
    expect(JSON.stringify(answers.map(({ body }) => body))).not.toMatch(said)
    expect(JSON.stringify(answers.at(-2)?.body)).not.toContain('"objects":[{')
    expect(expectOk(await machine.get('/api/blocklist?type=addresses'))).toBe(`${KEPT_ADDRESS}\n`)
    // Whatever route there will be: the rows that a member may read do not say it any more.
    const { rows: readable } = await hub.inStaff((db) =>
      sql<{ row: string }>`
        select r::text as row from noroshi.release r
         union all select o::text from noroshi.stix_object o`.execute(db),
    )
    expect(readable.length).toBeGreaterThan(4)
    expect(readable.map(({ row }) => row).join('\n')).not.toMatch(said)
  }))

const said = new RegExp(TAKEN_BACK.join('|'), 'i')

test('a notice that still waits for the relay does not bring the corrected title', () =>
  withLeaked(async ({ hub }, { releaseId }) => {
    const { rows } = await hub.inStaff((db) =>
      sql<{ id: string }>`select id from noroshi.notice where sent_at is null
                            and occasion = ${`release:${releaseId}`}`.execute(db),
    )
    expect(rows.length).toBeGreaterThan(0)
    await hub.inStaff((db) =>
      sql`update noroshi.release set state = 'corrected' where id = ${releaseId}`.execute(db),
    )

    for (const { id } of rows) {
      expect(await hub.inStaff((db) => findNoticeToSend(db, id, '2026-10-15'))).toBeUndefined()
    }
  }))
