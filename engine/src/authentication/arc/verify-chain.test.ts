import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { expect, test } from 'vitest'
import { parseMessage } from '../../evidence/parse-message.ts'
import type { Knowledge } from '../../knowledge.ts'
import { verifyChain } from './verify-chain.ts'

const HEADER = 'From: a@sender.example\r\nSubject: Order\r\n'
const BODY = 'Please see below.\r\n'
const HASH = createHash('sha256').update(BODY).digest('base64')

/** One set whose signatures are right in form and empty in worth. */
const toSet = (at: number) =>
  [
    `ARC-Seal: i=${at}; a=rsa-sha256; cv=${at === 1 ? 'none' : 'pass'}; d=fwd.example; s=s1; b=AAAA`,
    `ARC-Message-Signature: i=${at}; a=rsa-sha256; c=relaxed/relaxed; d=fwd.example; s=s1; h=from:subject; bh=${HASH}; b=AAAA`,
    `ARC-Authentication-Results: i=${at}; mx.fwd.example; spf=pass`,
    '',
  ].join('\r\n')
const sets = (numbers: readonly number[]) => numbers.map(toSet).reverse().join('')
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1)

function judge(fields: string, knowledge: Knowledge = {}, body = BODY): string | undefined {
  const check = verifyChain(parseMessage(Buffer.from(`${fields}${HEADER}\r\n${body}`)), knowledge)
  return check && [check.result, check.reason].filter(Boolean).join(' ')
}

// RFC 8617 §4.2.1 (numbers), §5.2 (steps); without recorded keys a whole chain stays undecided.
test.each([
  ['no set', '', undefined],
  ['one set', sets([1]), 'neutral key-unknown'],
  ['fifty sets', sets(upTo(50)), 'neutral key-unknown'],
  ['fifty-one sets', sets(upTo(51)), 'fail over-many-sets'],
  ['sets in any order', sets([2, 3, 1]), 'neutral key-unknown'],
  ['a number twice', sets([1, 1]), 'fail broken-chain'],
  ['a number left out', sets([1, 3]), 'fail broken-chain'],
  ['number nought', toSet(1).replaceAll('i=1', 'i=0'), 'fail broken-chain'],
  ['a number with three digits', toSet(1).replaceAll('i=1', 'i=001'), 'fail broken-chain'],
  ['a seal alone', toSet(1).split('\r\n')[0] + '\r\n', 'fail broken-chain'],
  ['results alone', toSet(1).split('\r\n')[2] + '\r\n', 'fail broken-chain'],
  ['a tag twice', toSet(1).replace('cv=none', 'cv=none; cv=none'), 'fail broken-chain'],
  ['a number that stands last', toSet(1).replace('i=1; mx', 'mx; i=1; x'), 'fail broken-chain'],
  ['a first set that vouches', toSet(1).replace('cv=none', 'cv=pass'), 'fail chain-failed'],
  ['a chain called failed', toSet(1).replace('cv=none', 'cv=fail'), 'fail chain-failed'],
  [
    'a field without an end',
    toSet(1).replace('b=AAAA', `b=${'A'.repeat(20_000)}`),
    'fail over-long-field',
  ],
  ['a signature without From', toSet(1).replace('from:subject', 'subject'), 'fail from-unsigned'],
  ['a signature over its seal', toSet(1).replace('from:', 'from:arc-seal:'), 'fail malformed'],
  ['SHA-1', toSet(1).replaceAll('rsa-sha256', 'rsa-sha1'), 'fail body-altered'],
] as const)('%s', (_, fields, expected) => expect(judge(fields)).toBe(expected))

test('a body that changed since the last forwarder needs no key to be noticed', () =>
  expect(judge(sets([1, 2]), {}, 'Pay elsewhere.\r\n')).toBe('fail body-altered'))

test('a key that is no key fails the chain', () => {
  const dnsRecords = [{ name: 's1._domainkey.fwd.example', type: 'TXT' as const, values: ['p='] }]
  expect(judge(sets([1]), { dnsRecords })).toBe('fail key-revoked')
})

// RFC 8463 §3 for ARC: the Ed25519 signature is over the SHA-256 of the fields.
test('an Ed25519 chain passes, and fails when an old result is changed', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const bare = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64')
  const dnsRecords = [
    { name: 's1._domainkey.fwd.example', type: 'TXT' as const, values: [`k=ed25519; p=${bare}`] },
  ]
  const toSignature = (text: string) =>
    sign(null, createHash('sha256').update(text).digest(), privateKey).toString('base64')
  const results = 'i=1; mx.fwd.example; spf=fail'
  const signature = `i=1; a=ed25519-sha256; c=relaxed/relaxed; d=fwd.example; s=s1; h=from:subject; bh=${HASH}; b=`
  const signed = `from:a@sender.example\r\nsubject:Order\r\narc-message-signature:${signature}`
  const whole = signature + toSignature(signed)
  const seal = 'i=1; a=ed25519-sha256; cv=none; d=fwd.example; s=s1; b='
  const sealed = `arc-authentication-results:${results}\r\narc-message-signature:${whole}\r\narc-seal:${seal}`
  const fields = `ARC-Seal: ${seal}${toSignature(sealed)}\r\nARC-Message-Signature: ${whole}\r\nARC-Authentication-Results: ${results}\r\n`
  expect(judge(fields, { dnsRecords })).toBe('pass')
  expect(judge(fields.replace('spf=fail', 'spf=pass'), { dnsRecords })).toBe('fail seal-altered')
})
