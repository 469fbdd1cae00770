import { draftBulletin, type CaseRecord } from 'engine'
import { expect, test } from 'vitest'
import { DraftingThread } from './drafting-thread.ts'

/** A hundred links that are long and unlike: as a sender writes them who wants the hub busy. */
const LINKS = Array.from({ length: 100 }, (_, at) => {
  const query = Array.from({ length: 20 }, (__, part) => `k${part}=w${(at * 7919 + part) % 997}x`)
  return `https://host${at}.parcel-desk.test/login?${query.join('&')}`
})

/** More than any of these drafts takes. */
const WALL_MS = 50_000

const RECORD: CaseRecord = {
  ...{ classification: 'unclear', logs: [], techniques: [], decisions: {}, tlpCeilings: ['AMBER'] },
  ...{ aliases: { rows: [] }, registered: { organisations: [] } },
  traces: {
    organisations: [
      {
        ...{ id: 'org-hoshimi', role: 'provider', names: ['星見機工株式会社'] },
        ...{
          domains: ['hoshimi-kiko.example'],
          people: [],
          hosts: [],
          ipAddresses: [],
          numbers: [],
        },
      },
    ],
  },
  mails: [
    {
      ...{ providerId: 'org-hoshimi', findings: [] },
      indicators: LINKS.map((value) => ({ type: 'url', value, context: 'link', path: '0' })),
      texts: [{ label: 'S-1', text: LINKS.join('\n') }],
    },
  ],
}

test('a draft made in the thread is the one made without it, and others are answered meanwhile', async () => {
  let answered = 0
  const others = setInterval(() => (answered += 1), 5)
  const { drafted, sizeBytes } = await new DraftingThread().draft(RECORD, WALL_MS)
  clearInterval(others)
  expect(drafted).toEqual(draftBulletin(RECORD))
  expect(sizeBytes).toBeGreaterThan(LINKS.join('').length)
  expect(answered).toBeGreaterThan(0)
})

test('whoever comes when many wait is told to come back', async () => {
  const thread = new DraftingThread()
  const empty = { ...RECORD, mails: [] }
  const drafts = await Promise.allSettled(
    Array.from({ length: 6 }, () => thread.draft(empty, WALL_MS)),
  )
  const refused = drafts.filter(({ status }) => status === 'rejected')
  expect(refused).toHaveLength(2)
  for (const one of refused) expect(one).toMatchObject({ reason: { code: 'drafting-busy' } })
  await expect(thread.draft(empty, WALL_MS)).resolves.toMatchObject({
    drafted: { content: { indicators: [] } },
  })
})

test('a draft that takes too long or fails is given up, and those behind it are made', async () => {
  const thread = new DraftingThread()
  // No mail has text that is no list; a fault of ours would look like it.
  const broken = { ...RECORD, mails: [{ ...RECORD.mails[0], texts: undefined }] }
  const [slow, failed, whole] = await Promise.allSettled([
    thread.draft(RECORD, 1),
    thread.draft(broken as unknown as CaseRecord, WALL_MS),
    thread.draft({ ...RECORD, mails: [] }, WALL_MS),
  ])
  expect(slow).toMatchObject({ status: 'rejected', reason: { code: 'draft-took-too-long' } })
  expect(failed).toMatchObject({ status: 'rejected', reason: { name: 'TypeError' } })
  expect(whole).toMatchObject({
    status: 'fulfilled',
    value: { drafted: { content: { indicators: [] } } },
  })
})
