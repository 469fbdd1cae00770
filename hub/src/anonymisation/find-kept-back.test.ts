import { expect, test } from 'vitest'
import type { BulletinContent } from 'contract/bulletin'
import { findKeptBack } from './find-kept-back.ts'

const HASH = '0123456789abcdef'.repeat(4)
const LINK = 'https://pay-desk.example/t?u=Zx81kq'
const DOMAIN = 'shiomidai-seikl.example'
const HASH_ID = 'identifying-hash:1'

const question = (questionId: string, value: string) => ({
  ...{ questionId, value, number: 1, say: { ja: '', en: '' }, why: { ja: '', en: '' } },
  choices: ['omit' as const, 'ask' as const].map((choice) => ({ choice, say: { ja: '', en: '' } })),
  proposed: 'omit' as const,
})

/** A text in which somebody typed this, with a question about each value. */
const textOf = (typed: string): Parameters<typeof findKeptBack>[0] => {
  const content: BulletinContent = {
    title: { ja: '', en: '' },
    summary: { ja: [typed], en: [] },
    classification: 'malware',
    arrivedPeriod: { ja: '', en: '' },
    ...{ techniques: [], lookalikes: [], advice: [], omitted: [], tlp: 'AMBER' },
    indicators: [{ type: 'url', value: 'https://pay-desk.example/t?u={token}', context: 'link' }],
  }
  const questions = [
    question(HASH_ID, HASH),
    question('identifying-url:1', LINK),
    question('identifying-domain:1', DOMAIN),
    question('name-part:1', 'kita'),
  ]
  return { content, questions, decisions: {}, permitted: [] }
}

const valuesIn = (text: Parameters<typeof findKeptBack>[0]): string[] =>
  findKeptBack(text).map(({ value }) => value)

const wide = (text: string): string =>
  text.replaceAll(/[!-~]/gu, (sign) => String.fromCodePoint(sign.charCodeAt(0) + 0xfee0))

// biome-ignore format: a table is read by its columns.
test.each([
  ['as it is',               HASH,                                                    HASH],
  ['in capitals',            HASH.toUpperCase(),                                      HASH],
  ['with one space',         `${HASH.slice(0, 8)} ${HASH.slice(8)}`,                  HASH],
  ['with a dash each eight', (HASH.match(/.{8}/gu) ?? []).join('-'),                  HASH],
  ['in full width',          wide(HASH),                                              HASH],
  ['in Base64',              Buffer.from(HASH).toString('base64'),                    HASH],
  ['cut short',              HASH.slice(0, 40),                                       HASH],
  ['its bytes in Base64',    Buffer.from(HASH, 'hex').toString('base64'),             HASH],
  ['with a dot in brackets', `${HASH.slice(0, 9)}[.]${HASH.slice(9)}`,                HASH],
  ['in numbered groups',     (HASH.match(/.{12}/gu) ?? []).map((part, at) => `${at + 1}) ${part}`).join(' '), HASH],
  ['in broken Base64',       (Buffer.from(HASH, 'hex').toString('base64').match(/.{8}/gu) ?? []).join('\n'), HASH],
  ['its bytes in decimals',  [...Buffer.from(HASH, 'hex')].join(','),                 HASH],
  ['with kanji digits',      HASH.replaceAll(/\d/gu, (digit) => '〇一二三四五六七八九'[Number(digit)] ?? ''), HASH],
  ['as a link',              'hxxps://pay-desk[.]example/t?u=Zx81kq',                 LINK],
  ['as a link in Base64',    Buffer.from(LINK).toString('base64'),                    LINK],
  ['as a domain',            'shiomidai-seikl[.]example',                             DOMAIN],
  ['as a wide domain',       wide(DOMAIN),                                            DOMAIN],
])('a value that nobody permitted is found as it was typed: %s', (_, typed, value) => {
  expect(valuesIn(textOf(`届いたファイルは ${typed} でした。`))).toEqual([value])
})

test('what was answered makes no difference; what was permitted may stand', () => {
  const text = textOf(`The file is ${HASH}.`)
  for (const choice of ['omit', 'ask'] as const) {
    expect(valuesIn({ ...text, decisions: { [HASH_ID]: choice } })).toEqual([HASH])
  }
  const permitted = { ...text, decisions: { [HASH_ID]: 'ask' as const }, permitted: [HASH] }
  expect(valuesIn(permitted)).toEqual([])
})

test.each([
  ['alone', '', []],
  ['and beside it', ` The file is ${HASH}.`, [HASH]],
])('a hash in a link that was permitted may stand in it %s', (_, more, values) => {
  const link = `https://pay-desk.example/dl/${HASH}.exe`
  const { questions, ...text } = textOf(`See ${link} now.${more}`)
  const asked = question('identifying-url:7', link)
  const decisions = { [asked.questionId]: 'ask' as const }
  const permitted = { ...text, questions: [...questions, asked], decisions, permitted: [link] }
  expect(valuesIn(permitted)).toEqual(values)
})

test('an address of IPv6 is the same at full length, and its network holds others', () => {
  const address = '2001:db8:7:1:4c6f:7265:6d49:7073'
  const typed = (text: string) => {
    const { questions, ...rest } = textOf(text)
    return { ...rest, questions: [...questions, question('identifying-domain:9', address)] }
  }
  expect(valuesIn(typed('See 2001:0db8:0007:0001:4c6f:7265:6d49:7073.'))).toEqual([address])
  expect(valuesIn(typed('See 2001:db8:7:1::99.'))).toEqual([])
})

/** A text in which a host of this domain was permitted, as an analyst may type it. */
const withPermittedHost = (typed: string): Parameters<typeof findKeptBack>[0] => {
  const { questions, ...text } = textOf(typed)
  const permitted = `login.${DOMAIN}`
  const asked = question('identifying-domain:2', permitted)
  const decisions = { [asked.questionId]: 'ask' as const }
  return { ...text, questions: [...questions, asked], decisions, permitted: [permitted] }
}

// biome-ignore format: a table is read by its columns.
test.each([
  ['by itself',             `See login.${DOMAIN}.`,                   []],
  ['defanged',              'See LOGIN[.]shiomidai-seikl[.]example.', []],
  ['beside the domain',     `See login.${DOMAIN} and ${DOMAIN}.`,     [DOMAIN]],
  ['as another host',       `See www.${DOMAIN}.`,                     [DOMAIN]],
])('a domain in a host that was permitted may stand in that host alone: %s', (_, typed, values) => {
  expect(valuesIn(withPermittedHost(typed))).toEqual(values)
})

test('a permitted domain lets out no host of it that nobody permitted', () => {
  const host = `login.${DOMAIN}`
  const { questions, ...text } = textOf(`See ${host}.`)
  const decisions = { 'identifying-domain:1': 'ask' as const }
  const asked = [...questions, question('identifying-domain:2', host)]
  const permitted = { ...text, questions: asked, decisions, permitted: [DOMAIN] }
  expect(valuesIn(permitted)).toEqual([host])
})

test.each([
  'a text of its own: see https://pay-desk.example/ and okita.example in Akita',
  `another file: ${'89abcdef76543210'.repeat(4)}`,
  'shiomidai-seikl2.example is another',
])('nothing is found in %s', (typed) => {
  expect(valuesIn(textOf(typed))).toEqual([])
})
