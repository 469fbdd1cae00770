import { randomUUID } from 'node:crypto'
import { type BulletinIndicator, checkDocuments, release } from 'engine'
import { expect, test } from 'vitest'
import { CONTENT, toReleasable } from '../testing/bulletin.ts'
import { toStixBundle } from './to-stix-bundle.ts'

const NOBODY = { organisations: [] }
const WORDS = 'alder bramble clover daisy elder fennel garlic hazel iris juniper'.split(' ')

/** As many indicators, of as many letters, as a draft takes up: five hundred of sixty thousand. */
const indicators = Array.from({ length: 500 }, (_, at): BulletinIndicator => {
  const path = Array.from({ length: 14 }, (__, part) => WORDS[(at + part) % 10]).join('/')
  return { type: 'url', value: `https://host-${at}.test/${path}`.slice(0, 120), context: 'link' }
})

test('the longest bulletin is read by the leak check to its end, as STIX too', async () => {
  const content = { ...CONTENT, indicators }
  const { bundle } = toStixBundle(toReleasable(content), {
    ...{ bulletinId: randomUUID(), version: 1, ids: {}, newId: randomUUID },
    ...{ firstPublishedOn: '2026-10-15', publishedOn: '2026-10-15' },
    hub: { id: randomUUID(), name: 'サイバー情報共有ハブ', createdOn: '2026-04-01' },
  })
  const bytes = Buffer.from(JSON.stringify(bundle), 'utf8')
  expect(bytes.byteLength).toBeGreaterThan(700_000)
  const [checked] = await checkDocuments([{ name: '', format: 'json', bytes }], NOBODY)
  expect(checked?.unsearched).toEqual([])
  expect(release(content, [{ format: 'stix', bytes }], NOBODY).ok).toBe(true)
}, 60_000)
