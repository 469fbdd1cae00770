import { expect, test } from 'vitest'
import { parseMessage } from '../evidence/parse-message.ts'
import { buildRegister } from '../register/build-register.ts'
import { suggestTraces } from './suggest-traces.ts'

const OWN = {
  ...{ name: '架空商事株式会社', aliases: [], domains: ['kaku-shoji.example'] },
  ...{ people: [], partners: [], urlServices: [] },
}
const REGISTER = buildRegister({ recipient: OWN, organisations: [OWN] })
const GATE =
  'Received: from mx.sender.example ([192.0.2.10]) by mx1.kaku-shoji.example for <taro@kaku-shoji.example>; Wed, 14 Oct 2026 09:00:05 +0900'

const suggest = (...lines: readonly string[]) =>
  suggestTraces(parseMessage(Buffer.from(`${lines.join('\r\n')}\r\n`)), REGISTER).map(
    ({ list, value, witness }) => `${list} ${value} ${witness}`,
  )

// biome-ignore format: a table is read by its columns.
test.each<[what: string, lines: string[], seen: string[]]>([
  ['a recipient of another domain of its own', [GATE, 'From: a@sender.example', 'To: b@kaku-plant.example'],
    ['domains kaku-plant.example addressed', 'hosts mx1.kaku-shoji.example received', 'domains sender.example foreign']],
  ['a recipient of another domain that its own server took in', [GATE.replace('<taro@kaku-shoji', '<taro@kaku-plant'), 'From: a@sender.example'],
    ['domains kaku-plant.example received', 'hosts mx1.kaku-shoji.example received', 'domains sender.example foreign']],
  ['a whole way in that the sender invented', ['Received: from x by mx.planted.example for <a@planted.example>; Wed, 14 Oct 2026 09:00:05 +0900', 'From: a@sender.example'],
    ['domains sender.example foreign']],
  ['somebody of its own by name', [GATE, 'From: a@sender.example', 'To: =?utf-8?B?5p625aSqIOS4gOmDjg==?= <taro@kaku-shoji.example>'],
    ['people 架太 一郎 addressed', 'hosts mx1.kaku-shoji.example received', 'domains sender.example foreign']],
  ['the sender’s own domain among the recipients', [GATE, 'From: a@sender.example', 'Cc: x@sender.example'],
    ['hosts mx1.kaku-shoji.example received', 'domains sender.example foreign']],
  ['the domain of Reply-To or of a link among the recipients', [GATE, 'From: a@sender.example', 'Reply-To: r@reply.example', 'Cc: x@reply.example, y@link.example', '', 'see https://www.link.example/a'],
    ['hosts mx1.kaku-shoji.example received', 'domains sender.example foreign', 'domains reply.example foreign', 'domains link.example foreign']],
  ['a free mailbox and a shared service', [GATE, 'From: a@sender.example', 'To: b@gmail.com, c@tenant.sharepoint.com'],
    ['hosts mx1.kaku-shoji.example received', 'domains sender.example foreign']],
  ['a hop that the sender wrote below its own', [GATE, 'Received: from x by mx.planted.example for <a@planted.example>; Wed, 14 Oct 2026 08:00:05 +0900', 'From: a@sender.example'],
    ['hosts mx1.kaku-shoji.example received', 'domains sender.example foreign']],
  ['a display name that is an address', [GATE, 'From: a@sender.example', 'To: "evil.example" <taro@kaku-shoji.example>'],
    ['hosts mx1.kaku-shoji.example received', 'domains sender.example foreign']],
])('%s', (_what, lines, seen) => {
  expect(suggest(...lines)).toEqual(seen)
})

test('a mail to more than fifty people, and one of nothing, suggest nobody', () => {
  const crowd = Array.from({ length: 51 }, (_, at) => `u@d${at}.example`).join(', ')
  expect(suggest('From: a@sender.example', `To: ${crowd}`)).toEqual([
    'domains sender.example foreign',
  ])
  expect(suggest('')).toEqual([])
})
