import { describe, expect, test } from 'vitest'
import { findLures } from './find-lures.ts'

const listFound = (text: string) =>
  findLures(text).map(({ lure, start, end }) => `${lure.id}: ${text.slice(start, end)}`)

describe('a lure is heard however its letters are written', () => {
  test.each([
    ['full width', 'Ｙｏｕｒ ｐａｓｓｗｏｒｄ ｅｘｐｉｒｅｓ today'],
    ['Cyrillic letters', 'Yоur раsswоrd ехрires today'],
    ['a sigma and Armenian letters', 'Your aϲϲouոt expires today'],
    ['accents', 'Yóur pàsswörd éxpires today'],
    ['letters without width between', 'Your pass\u200bword ex\u00adpi\u2060res today'],
    ['variation selectors', 'Your pa\u{e0100}ssword ex\u{e0101}pires today'],
    ['mathematical letters', '𝗬𝗼𝘂𝗿 𝗽𝗮𝘀𝘀𝘄𝗼𝗿𝗱 𝗲𝘅𝗽𝗶𝗿𝗲𝘀 today'],
    ['letters set apart', 'Your p a s s w o r d, it e.x.p.i.r.e.s today'],
    ['look-alike digits', 'Your passw0rd exp1res today'],
    ['line breaks and no-break spaces', 'Your\r\npassword\u00a0 \texpires today'],
    ['small capitals', 'Yᴏᴜʀ ᴘᴀssᴡᴏʀᴅ ᴇxᴘɪʀᴇs today'],
    ['full-width Latin in Japanese', 'パスワードの期限が切れます'],
    ['half-width kana', 'ﾊﾟｽﾜｰﾄﾞの期限が切れます'],
    ['decomposed kana', 'ハ\u309aスワート\u3099の期限が切れます'],
    ['a Japanese line broken inside a word', 'パスワ\nードの有効期\r\n限が切れます'],
    ['spaces between kanji', 'パスワードの 期 限 が切れます'],
  ])('%s', (_how, text) => {
    expect(findLures(text).map(({ lure }) => lure.id)).toContain('account-expiry')
  })
})

test('a match says exactly where it stands, letters left out included', () => {
  const text = '恐縮ですが、ﾊﾟｽﾜ\u200bｰﾄﾞの有効期限が今日までです。'
  expect(listFound(text)).toEqual(['account-expiry: ﾊﾟｽﾜ\u200bｰﾄﾞの有効期限'])
  expect(listFound('Well: Your  pass\u200bword, it expires.')).toEqual([
    'account-expiry: Your  pass\u200bword, it expires',
  ])
})

test('expressions too far from each other are not heard together', () => {
  expect(listFound(`Your password. ${'Nothing here. '.repeat(20)} It expires.`)).toEqual([])
})

test('words that only begin or end like an expression are not heard', () => {
  expect(listFound('The proforma2 of subwallets; refaxes; MFAs expired')).toEqual([])
})

test('a warning about such mail is not such mail', () => {
  expect(
    listFound('「アカウントを停止します」という、当社を装った不審なメールが出回っています。'),
  ).toEqual([])
  expect(listFound('Beware of mails saying “your account is suspended”.')).toEqual([])
})

test('a megabyte of our own expressions is read in time', () => {
  const startedAt = performance.now()
  findLures('your account expires ビットコイン 口座 変更 '.repeat(30_000))
  expect(performance.now() - startedAt).toBeLessThan(1000)
})
