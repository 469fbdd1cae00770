import { expect, test } from 'vitest'
import { parseMessage } from '../evidence/parse-message.ts'
import { buildRegister } from '../register/build-register.ts'
import { sampleRegister } from '../techniques/sample-register.ts'
import { readMailPath } from './path/mail-path.ts'
import { readAuthentication } from './read-authentication.ts'

const register = buildRegister(sampleRegister)
const toMessage = (lines: readonly string[]) =>
  parseMessage(Buffer.from(`${lines.join('\r\n')}\r\n\r\nbody\r\n`))
const FROM = 'From: a@fjordell-pumps.co.example'
const OUTSIDE =
  'Received: from out.example (out.example [192.0.2.7]) by mx.kitahama-seiki.co.example with ESMTPS; Tue, 2 Jun 2026 10:00:00 +0900'
const INSIDE =
  'Received: from mx.kitahama-seiki.co.example (mx.kitahama-seiki.co.example [10.0.0.5]) by store.kitahama-seiki.co.example with LMTP; Tue, 2 Jun 2026 10:00:02 +0900'
const PASS =
  'Authentication-Results: mx.kitahama-seiki.co.example; dmarc=pass header.from=fjordell-pumps.co.example'
const FAIL = PASS.replace('=pass', '=fail')

// Whether the results are believed, and how many fields are called forged.
test.each([
  ['above the gate', [INSIDE, PASS, OUTSIDE, FROM], [true], 0],
  ['above everything', [PASS, OUTSIDE, FROM], [true], 0],
  ['right below the gate by the same server', [OUTSIDE, PASS, FROM], [true], 0],
  ['below a field of the sender', [OUTSIDE, FROM, PASS], [false], 1],
  ['a second one below the gate', [FAIL, OUTSIDE, PASS, FROM], [true, false], 1],
  ['two that contradict each other', [OUTSIDE, FAIL, PASS, FROM], [false, false], 1],
  ['no way at all', [FROM, PASS], [false], 1],
  [
    'of another server, below the gate',
    [OUTSIDE, PASS.replace('mx.kitahama-seiki.co', 'mx.out'), FROM],
    [false],
    0,
  ],
  [
    'below an earlier stay at the same organisation',
    [
      OUTSIDE,
      'Received: from a.example ([192.0.2.9]) by mx2.kitahama-seiki.co.example; Tue, 2 Jun 2026 09:00:00 +0900',
      FROM,
      PASS,
    ],
    [false],
    0,
  ],
  ['without a name, above the gate', [PASS.replace(/ mx[^;]*;/, ''), OUTSIDE, FROM], [true], 0],
])('results that stand %s', (_, lines, expected, forgedCount) => {
  const { checks, forged } = readAuthentication(toMessage(lines), { register, knowledge: {} })
  expect(checks.map((one) => one.isTrusted)).toEqual(expected)
  expect(forged.length).toBe(forgedCount)
})

test('alignment compares organisations, not hosts', () => {
  const { checks } = readAuthentication(
    toMessage([
      'Authentication-Results: mx.kitahama-seiki.co.example; dkim=pass header.d=mail.fjordell-pumps.co.example; spf=pass smtp.mailfrom=bounce@sender.example',
      OUTSIDE,
      FROM,
    ]),
    { register, knowledge: {} },
  )
  expect(checks.map(({ method, domain, isAligned }) => [method, domain, isAligned])).toEqual([
    ['dkim', 'mail.fjordell-pumps.co.example', true],
    ['spf', 'sender.example', false],
  ])
})

// Trusted fields are marked T, the gate G; oddities behind.
test.each([
  ['from inside to the gate', [INSIDE, OUTSIDE], ['T', 'TG']],
  [
    'a forger who writes fields of the recipient below',
    [
      'Received: from mx.kitahama-seiki.co.example ([192.0.2.66]) by mx.kitahama-seiki.co.example; Tue, 2 Jun 2026 10:00:00 +0900',
      INSIDE,
    ],
    ['TG helo-is-recipient', ' private-address'],
  ],
  [
    'a reverse name that does not lead back',
    [
      'Received: from mx.kitahama-seiki.co.example (mx.kitahama-seiki.co.example [192.0.2.66] (may be forged)) by mx.kitahama-seiki.co.example; Tue, 2 Jun 2026 10:00:00 +0900',
      OUTSIDE,
    ],
    ['TG helo-is-recipient', ''],
  ],
  [
    'a clock that runs behind, another HELO name, a stop left out',
    [
      OUTSIDE.replace('from out', 'from liar'),
      'Received: from [192.168.1.4] by other.test; Tue, 2 Jun 2026 11:00:00 +0900',
    ],
    ['TG clock-backwards helo-differs missing-hop', ' private-address'],
  ],
  [
    'Exim and qmail, which write the reverse name first',
    [
      'Received: from real.example ([192.0.2.1] helo=claimed.test) by mx.kitahama-seiki.co.example with esmtp; Tue, 2 Jun 2026 10:00:00 +0900',
      'Received: from unknown (HELO pc) (192.0.2.3) by real.example with SMTP; 2 Jun 2026 00:59:59 -0000',
    ],
    ['TG helo-differs', ''],
  ],
])('the way of %s', (_, lines, expected) => {
  const hops = readMailPath(toMessage([...lines, FROM]), register)
  expect(
    hops.map(({ isTrusted, isGate, oddities }) =>
      [`${isTrusted ? 'T' : ''}${isGate ? 'G' : ''}`, ...oddities].join(' '),
    ),
  ).toEqual(expected)
})

// RFC 7208 §2.4: HELO is asked about when the envelope sender is empty, which nobody knows of here.
test.each([
  [
    'an envelope sender',
    ['Return-Path: <a@fjordell-pumps.co.example>'],
    ['spf fail', 'dmarc fail'],
  ],
  ['an empty one', ['Return-Path: <>'], ['spf none', 'dmarc fail']],
  ['none noted', [], []],
])('with %s, recorded policies tell %s', (_, lines, expected) => {
  const dnsRecords = [
    { name: 'fjordell-pumps.co.example', type: 'TXT', values: ['v=spf1 -all'] },
    { name: '_dmarc.fjordell-pumps.co.example', type: 'TXT', values: ['v=DMARC1; p=reject'] },
    { name: 'out.example', type: 'TXT', values: [] },
  ] as const
  const { checks } = readAuthentication(toMessage([...lines, OUTSIDE, FROM]), {
    register,
    knowledge: { dnsRecords },
  })
  expect(checks.map(({ method, result }) => `${method} ${result}`)).toEqual(expected)
})
