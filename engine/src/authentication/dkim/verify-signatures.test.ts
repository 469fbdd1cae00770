import { expect, test } from 'vitest'
import { parseMessage } from '../../evidence/parse-message.ts'
import type { Knowledge } from '../../knowledge.ts'
import { verifySignatures } from './verify-signatures.ts'

// The signed mail and the two keys of RFC 8463 appendix A.
const MAIL = `DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;
 d=football.example.com; i=@football.example.com;
 q=dns/txt; s=brisbane; t=1528637909; h=from : to :
 subject : date : message-id : from : subject : date;
 bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
 b=/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus
 Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==
DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;
 d=football.example.com; i=@football.example.com;
 q=dns/txt; s=test; t=1528637909; h=from : to : subject :
 date : message-id : from : subject : date;
 bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
 b=F45dVWDfMbQDGHJFlXUNB2HKfbCeLRyhDXgFpEL8GwpsRe0IeIixNTe3
 DhCVlUrSjV4BwcVcOF6+FF3Zo9Rpo1tFOeS9mPYQTnGdaSGsgeefOsk2Jz
 dA+L10TeYt9BgDfQNZtKdN1WO//KgIqXP7OdEFE4LjFYNcUxZQ4FADY+8=
From: Joe SixPack <joe@football.example.com>
To: Suzie Q <suzie@shopping.example.net>
Subject: Is dinner ready?
Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)
Message-ID: <20030712040037.46341.5F8J@football.example.com>

Hi.

We lost the game.  Are you hungry yet?

Joe.
`

const ED25519_KEY = 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo='
const RSA_KEY =
  'v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2jLQiY/J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB'

const toKnowledge = (ed25519: readonly string[], rsa: readonly string[]): Knowledge => ({
  dnsRecords: [
    { name: 'brisbane._domainkey.football.example.com', type: 'TXT', values: ed25519 },
    { name: 'test._domainkey.football.example.com', type: 'TXT', values: rsa },
  ],
})
const KEYS = toKnowledge([ED25519_KEY], [RSA_KEY])

const verify = (text: string, knowledge: Knowledge) =>
  verifySignatures(parseMessage(Buffer.from(text.replaceAll('\n', '\r\n'))), knowledge).map(
    ({ result, reason }) => (reason === undefined ? result : `${result} ${reason}`),
  )

test.each([
  ['as it was signed', MAIL, KEYS, ['pass', 'pass']],
  ['without keys', MAIL, {}, ['neutral key-unknown', 'neutral key-unknown']],
  ['with more space between words', MAIL.replace('lost the', 'lost   the'), KEYS, ['pass', 'pass']],
  [
    'with another body',
    MAIL.replace('lost', 'won'),
    KEYS,
    ['fail body-altered', 'fail body-altered'],
  ],
  [
    'with another body, no keys',
    MAIL.replace('lost', 'won'),
    {},
    ['fail body-altered', 'fail body-altered'],
  ],
  [
    'with another subject',
    MAIL.replace('dinner', 'lunch'),
    KEYS,
    ['fail signature-altered', 'fail signature-altered'],
  ],
  // Names listed twice sign that there is no second field.
  [
    'with a second From',
    MAIL.replace('From:', 'From: x@evil.example\nFrom:'),
    KEYS,
    ['fail signature-altered', 'fail signature-altered'],
  ],
  [
    'with a revoked and a missing key',
    MAIL,
    toKnowledge(['k=ed25519; p='], []),
    ['permerror key-revoked', 'permerror key-broken'],
  ],
  [
    'with keys of another kind',
    MAIL,
    toKnowledge([RSA_KEY], [ED25519_KEY]),
    ['permerror key-broken', 'permerror key-broken'],
  ],
  [
    'with SHA-1',
    MAIL.replace('rsa-sha256', 'rsa-sha1').replaceAll(
      '2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=',
      '2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=',
    ),
    KEYS,
    ['pass', 'fail body-altered'],
  ],
  [
    'without From in h=',
    MAIL.replace(': from : subject : date;', ': subject : date;').replace(
      'h=from : to :\n subject',
      'h=to :\n subject',
    ),
    KEYS,
    ['permerror from-unsigned', 'pass'],
  ],
  ['with a tag twice', MAIL.replace('q=dns/txt', 's=other'), KEYS, ['permerror malformed', 'pass']],
])('the mail of RFC 8463 %s', (_, text, knowledge, expected) =>
  expect(verify(text, knowledge)).toEqual(expected),
)
