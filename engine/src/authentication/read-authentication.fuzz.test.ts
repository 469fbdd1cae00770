import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseMessage } from '../evidence/parse-message.ts'
import type { Knowledge } from '../knowledge.ts'
import { limits } from '../limits.ts'
import { buildRegister } from '../register/build-register.ts'
import { arbitraryText } from '../testing/arbitrary-text.ts'
import { fuzzSettings } from '../testing/fuzz-settings.ts'
import { parseSignature } from './dkim/parse-signature.ts'
import { readAuthentication } from './read-authentication.ts'

const PIECES = [
  ...[
    'DKIM-Signature: ',
    'ARC-Seal: i=1; ',
    'ARC-Message-Signature: i=1; ',
    'Authentication-Results: ',
  ],
  ...[
    'ARC-Authentication-Results: i=1; ',
    'Received-SPF: pass ',
    '\r\n',
    '\r\n\t',
    'v=1; ',
    'a=rsa-sha256; ',
  ],
  ...[
    'a=ed25519-sha256; ',
    'c=relaxed/simple; ',
    'd=a.example; ',
    's=s; ',
    's=e; ',
    'h=from:to:from; ',
  ],
  ...[
    'bh=',
    'b=',
    'AAAA; ',
    '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=; ',
    'l=1; ',
    'l=99999999999; ',
  ],
  ...[
    't=1790000000; ',
    'x=0; ',
    'i=@a.example; ',
    'i=999; ',
    'cv=pass; ',
    'q=dns/txt; ',
    ';',
    '=',
    ':',
  ],
  ...[
    'mx.a.example; ',
    'spf=pass ',
    'dkim=fail ',
    'dmarc=none ',
    'smtp.mailfrom=',
    'header.d=',
    '(',
    ')',
    '"',
  ],
]

const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 1_024 })
const KEY = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
/** Answers of a name server, among them ones that nobody should publish. */
const KNOWLEDGE: Knowledge = {
  dnsRecords: [
    ['s._domainkey.a.example', `v=DKIM1; p=${KEY}`],
    ['e._domainkey.a.example', 'v=DKIM1; k=ed25519; p=AAAA'],
    ['a.example', 'v=spf1 include:a.example redirect=a.example exists:%{i}.a.example -all'],
    ['_dmarc.a.example', 'v=DMARC1; p=reject; adkim=x; pct=-1'],
  ].map(([name = '', value = '']) => ({ name, type: 'TXT' as const, values: [value] })),
}
const REGISTER = buildRegister({ organisations: [] })

test('any fields of signatures and results are judged without a throw, within the limits, twice the same', () => {
  fc.assert(
    fc.property(arbitraryText(PIECES, 60), (text) => {
      const bytes = Buffer.from(`DKIM-Signature: ${text}\r\nFrom: a@a.example\r\n\r\nx`)
      const context = { register: REGISTER, knowledge: KNOWLEDGE }
      const read = readAuthentication(parseMessage(bytes), context)
      expect(readAuthentication(parseMessage(bytes), context)).toEqual(read)
      expect(read.checks.length).toBeLessThanOrEqual(limits.authenticationChecksMax * 20)
      // Nobody has the private key, so no signature verified here can be right.
      const own = read.checks.filter(({ method, by }) => method === 'dkim' && by === undefined)
      for (const { result, isTrusted } of own) expect(result === 'pass' && isTrusted).toBe(false)
    }),
    fuzzSettings(6_376),
  )
})

test('any text is one signature or none', () => {
  fc.assert(
    fc.property(arbitraryText(PIECES), (text) => {
      expect(parseSignature(text)).toEqual(parseSignature(text))
    }),
    fuzzSettings(6_377),
  )
})
