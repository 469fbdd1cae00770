import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseMessage } from '../../evidence/parse-message.ts'
import type { Knowledge } from '../../knowledge.ts'
import { fuzzSettings } from '../../testing/fuzz-settings.ts'
import { verifyChain } from './verify-chain.ts'

const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const KEY = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
const KNOWLEDGE: Knowledge = {
  dnsRecords: [{ name: 's1._domainkey.fwd.example', type: 'TXT', values: [`p=${KEY}`] }],
}
const NAMES = ['ARC-Seal', 'ARC-Message-Signature', 'ARC-Authentication-Results']
const PIECES = [
  ...['i=1;', 'i=2;', 'i=', '50', ';', 'cv=none;', 'cv=pass;', 'a=rsa-sha256;', 'd=fwd.example;'],
  ...['s=s1;', 'h=from:subject;', 'h=', 'bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=;', 'b=AA'],
  ...['c=relaxed/relaxed;', 'l=0;', 'x=1;', '\r\n ', 'あ', '\0', 'b=;'],
]
const VALUE = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((all) => all.join(''))
const FIELD = fc.tuple(fc.constantFrom(...NAMES), VALUE).map(([name, value]) => `${name}: ${value}`)

test('any fields are judged without an error, twice alike, and nothing unsigned passes', () => {
  fc.assert(
    fc.property(fc.array(FIELD, { maxLength: 12 }), (fields) => {
      const mail = Buffer.from(`${fields.join('\r\n')}\r\nFrom: a@sender.example\r\n\r\n`)
      const check = verifyChain(parseMessage(mail), KNOWLEDGE)
      expect(verifyChain(parseMessage(mail), KNOWLEDGE)?.reason).toBe(check?.reason)
      expect(check?.result).not.toBe('pass')
    }),
    fuzzSettings(8617),
  )
})

/** Every seal covers all sets before it: fifty of the longest cost fifty times as much as one. */
test('fifty sets of the longest fields with keys take under a second', () => {
  const filler = 'A'.repeat(16_000)
  const lines = Array.from({ length: 50 }, (_, at) => {
    const tags = `i=${at + 1}; a=rsa-sha256; d=fwd.example; s=s1; b=${filler}`
    const cv = at === 0 ? 'none' : 'pass'
    return [
      `ARC-Seal: ${tags}; cv=${cv}`,
      `ARC-Message-Signature: ${tags}; h=from; bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=; c=relaxed/relaxed`,
      `ARC-Authentication-Results: i=${at + 1}; mx.fwd.example; x=${filler}`,
    ]
  }).flat()
  const message = parseMessage(Buffer.from(`${lines.join('\r\n')}\r\nFrom: a@b.example\r\n\r\n`))
  const started = performance.now()
  expect(verifyChain(message, KNOWLEDGE)?.result).toBe('fail')
  expect(performance.now() - started).toBeLessThan(1000)
})
