import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluateSpf } from './evaluate-spf.ts'
import { fuzzSettings } from '../../testing/fuzz-settings.ts'

const TERMS = [
  'v=spf1',
  'all',
  '-all',
  'include:a.example',
  'redirect=a.example',
  'a',
  'a:%{i}.b.example/24//64',
  'mx',
  'exists:%{l1r+}.a.example',
  'ip4:192.0.2.0/33',
  'ip6:::/0',
  'ptr',
  '%',
  '%{',
  'exp=a',
  '\0',
]

test('records that lead to themselves and nonsense end, twice alike', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...TERMS), fc.string({ maxLength: 12 })), {
        maxLength: 12,
      }),
      fc.constantFrom('192.0.2.7', '2001:db8::1', 'nonsense', '::ffff:192.0.2.7'),
      (terms, ip) => {
        const dnsRecords = [
          { name: 'a.example', type: 'TXT' as const, values: [`v=spf1 ${terms.join(' ')}`] },
          { name: 'a.example', type: 'A' as const, values: ['192.0.2.9', 'x'] },
          { name: 'a.example', type: 'MX' as const, values: ['a.example', ''] },
        ]
        const question = { ip, sender: 'u@a.example', helo: '' }
        const result = evaluateSpf(question, { dnsRecords })
        expect(evaluateSpf(question, { dnsRecords })).toBe(result)
      },
    ),
    fuzzSettings(7208),
  )
})
