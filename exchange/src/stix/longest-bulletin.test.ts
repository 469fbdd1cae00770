import { createHash, randomUUID } from 'node:crypto'
import { type BulletinIndicator, checkDocuments, release } from 'engine'
import { expect, test } from 'vitest'
import { CONTENT, toReleasable } from '../testing/bulletin.ts'
import { toStixBundle } from './to-stix-bundle.ts'

const NOBODY = { organisations: [] }
const WORDS = 'alder bramble clover daisy elder fennel garlic hazel iris juniper'.split(' ')
const wordOf = (at: number): string => WORDS[at % WORDS.length] ?? ''
const digestOf = (at: number): string => createHash('sha256').update(String(at)).digest('hex')

/** As many indicators, of as many letters, as a draft takes up: five hundred of sixty thousand. */
const LINKS = Array.from({ length: 500 }, (_, at): BulletinIndicator => {
  const path = Array.from({ length: 14 }, (__, part) => WORDS[(at + part) % 10]).join('/')
  return { type: 'url', value: `https://host-${at}.test/${path}`.slice(0, 120), context: 'link' }
})

/** Names as such files have them, each of another form. */
const FILE_NAMES: readonly ((at: number) => string)[] = [
  (at) => `請求書_2026年11月_No.${at}.pdf.js`,
  (at) => `【至急】お見積書（${at}）.xlsm`,
  (at) => `Invoice ${at} (copy).iso`,
  (at) => `scan_${digestOf(at).slice(0, 12)}.html`,
]
const RETURN = 'return=https%3A%2F%2Fportal.test%2Fhome%3Fx%3D1'

/** Of every type, with what attackers' values have in them: percent escapes, tokens left out, Japanese, digits. */
const MAKERS: readonly ((at: number) => BulletinIndicator)[] = [
  (at) => ({ type: 'domain', value: `login.${wordOf(at)}-desk${at}.test`, context: 'link' }),
  (at) => ({ type: 'email-address', value: `${wordOf(at)}.${at}@mail.test`, context: 'from' }),
  (at) => ({
    ...{ type: 'email-address', value: `****@mail-${wordOf(at)}${at}.test` },
    ...{ context: 'reply-to', isPattern: true },
  }),
  (at) => ({ type: 'ipv4', value: `198.51.100.${at % 250}`, context: 'received' }),
  (at) => ({ type: 'ipv6', value: `2001:db8::${at.toString(16)}:4`, context: 'received' }),
  (at) => ({ type: 'sha256', value: digestOf(at), context: 'attachment' }),
  (at) => ({
    ...{ type: 'file-name', context: 'attachment' },
    value: FILE_NAMES[(at >> 3) % FILE_NAMES.length]?.(at) ?? '',
  }),
  (at) => ({ type: 'subject', value: `【重要】お支払い方法の確認 #${at}`, context: 'subject' }),
  (at) => ({
    ...{ type: 'url', context: 'link' },
    value: `https://login-${wordOf(at)}.test/wp/${wordOf(at)}/index.php?id=${at}&${RETURN}`,
  }),
  (at) => ({
    ...{ type: 'url', context: 'link', isPattern: true },
    value: `https://login-${wordOf(at)}${at}.test/{token}/sign-in.php?e={token}&c=4f&${RETURN}`,
  }),
]
const MIXED = Array.from({ length: 500 }, (_, at) => MAKERS[at % MAKERS.length]?.(at)).filter(
  (one) => one !== undefined,
)
/** The longest links of all, each a pattern: in JSON there are four backslashes before every dot. */
const PATTERNS = LINKS.map(
  (link, at): BulletinIndicator => ({
    ...{ ...link, isPattern: true },
    value: `https://login-${wordOf(at)}${at}.test/{token}/sign-in/${wordOf(at)}-${wordOf(at + 1)}/{token}/index.php`,
  }),
)

const toStix = (indicators: readonly BulletinIndicator[]): Buffer => {
  const { bundle } = toStixBundle(toReleasable({ ...CONTENT, indicators }), {
    ...{ bulletinId: randomUUID(), version: 1, ids: {}, newId: randomUUID },
    ...{ firstPublishedOn: '2026-10-15', publishedOn: '2026-10-15' },
    hub: { id: randomUUID(), name: 'サイバー情報共有ハブ', createdOn: '2026-04-01' },
  })
  return Buffer.from(JSON.stringify(bundle), 'utf8')
}

test('the longest bulletin is read by the leak check to its end, as STIX too', async () => {
  const bytes = toStix(LINKS)
  expect(bytes.byteLength).toBeGreaterThan(700_000)
  const [checked] = await checkDocuments([{ name: '', format: 'json', bytes }], NOBODY)
  expect(checked?.unsearched).toEqual([])
  const content = { ...CONTENT, indicators: LINKS }
  expect(release(content, [{ format: 'stix', bytes }], NOBODY).ok).toBe(true)
}, 120_000)

test.each([
  ['of all types', MIXED],
  ['that are patterns', PATTERNS],
])(
  'five hundred indicators %s are read to their end',
  (_, indicators) => {
    expect(indicators).toHaveLength(500)
    const outgoing = [{ format: 'stix', bytes: toStix(indicators) }]
    expect(release({ ...CONTENT, indicators }, outgoing, NOBODY).ok).toBe(true)
  },
  120_000,
)
