import { expect, test } from 'vitest'
import { analyse } from '../../analyse.ts'
import { buildRegister } from '../../register/build-register.ts'
import { sampleRegister } from '../sample-register.ts'
import { ABUSED_SUFFIXES, toFakeSiteQueries } from './search-query.ts'

test('each abused ending is asked for once, in questions a search engine reads whole', () => {
  const queries = toFakeSiteQueries('Kitahama Seiki')
  const asked = queries.flatMap((query) => [...query.matchAll(/site:\*\.([a-z]+)/g)])
  expect(asked.map(([, suffix]) => suffix)).toEqual(ABUSED_SUFFIXES)
  for (const query of queries) expect(query.split(/ OR | /).length).toBeLessThanOrEqual(32)
})

test('a quotation mark in a name does not end the question', () => {
  expect(toFakeSiteQueries('a" OR "b')[0]).toMatch(/^"a {2}OR {2}b" \(site:/)
})

// Endings that forgers use are no reserved names, so these addresses stand in a test and in no sample.
test.each([
  ['http://www.aoba-kagaku.tk/', 'medium'],
  ['http://aoba-kagaku-online.xyz/', 'medium'],
  ['http://aoba-kagaku.test/', 'weak'],
  ['http://aoba-kagaku.co.example.mirror.test/', 'strong'],
  ['http://www-aoba-kagaku-co-example.mirror.test/', 'strong'],
  ['http://aoba-kagaku.co.example/', undefined],
  ['http://microsoft.tk/', undefined],
])('%s', async (url, weight) => {
  const mail = `From: a@b.example\r\nTo: y.miwa@kitahama-seiki.co.example\r\n\r\n${url}\r\n`
  const register = buildRegister(sampleRegister)
  const { findings } = await analyse(Buffer.from(mail), { register })
  const found = findings.find((one) => one.technique === 'fake-site')
  expect(found?.weight).toBe(weight)
  if (found?.detail?.kind === 'words')
    expect(found.detail.rules[0]?.quotes.join(' ')).toContain('aoba-kagaku.co.example')
})
