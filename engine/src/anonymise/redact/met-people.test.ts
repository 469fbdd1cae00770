import { expect, test } from 'vitest'
import { listMetPeople } from './met-people.ts'

const ownerOf = (domain: string): string | undefined =>
  domain === 'minato.example' ? 'minato' : domain === 'rninato.example' ? 'minato' : undefined

const met = (...texts: readonly string[]) =>
  listMetPeople(texts, { ownerOf, isWord: (part) => part === '請求書' }).organisations.flatMap(
    ({ id, people }) => people.map(({ names }) => `${id}: ${names.join(' / ')}`),
  )

test.each([
  ['To: 柊 千尋 <hiiragi@minato.example>', ['minato: 柊 千尋']],
  ['To: "柊千尋様" <chihiro.hiiragi@minato.example>', ['minato: 柊千尋 / chihiro hiiragi']],
  ['From: Siobhan O’Malley <s.omalley@minato.example>', ['minato: Siobhan O’Malley / omalley']],
  ['書いたのは a-hiiragi@minato.example です', ['minato: hiiragi']],
  ['From: Hiiragi <hiiragi@minato.example>', ['minato: Hiiragi']],
  // The sender pretends to be that person: the name is a real one.
  ['From: Chihiro Hiiragi <info@rninato.example>', ['minato: Chihiro Hiiragi']],
  ['To: 柊 千尋 <hiiragi@minato.example>, 柊 千尋 <hiiragi@minato.example>', ['minato: 柊 千尋']],
])('%s names people of a known organisation', (text, people) => {
  expect(met(text)).toEqual(people)
})

test.each([
  ['To: 経理部 <keiri@minato.example>'],
  ['To: 営業第一課 御中 <eigyo@minato.example>'],
  ['To: Sales Team <sales@minato.example>'],
  ['To: Invoice <billing@minato.example>'],
  ['To: info@minato.example'],
  ['To: web.shop@minato.example'],
  ['> From: メール <a@minato.example>'],
  ['> From: ください <b@minato.example>'],
  ['> From: 請求書 <c@minato.example>'],
  ['To: "Your account, please confirm it today!" <hiiragi@minato.example>'],
  ['From: Mallory Quill <mallory.quill@attacker.example>'],
  ['hiiragi@minato.example.attacker.example'],
])('%s names nobody', (text) => {
  expect(met(text)).toEqual([])
})

test('a planted list of people is bounded', () => {
  const texts = Array.from({ length: 4000 }, (_, at) => {
    const word = [...String(at)].map((digit) => 'abcdefghij'[Number(digit)]).join('')
    return `To: mira.q${word}@minato.example`
  })
  expect(met(...texts)).toHaveLength(500)
  const planted = texts.slice(0, 600).join('\n')
  expect(met(planted, 'To: 柊木 千尋 <hiiragi@minato.example>')).toContain('minato: 柊木 千尋')
})
