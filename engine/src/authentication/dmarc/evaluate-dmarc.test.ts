import { expect, test } from 'vitest'
import { parseMessage } from '../../evidence/parse-message.ts'
import type { AuthenticationCheck } from '../authentication.ts'
import { evaluateDmarc } from './evaluate-dmarc.ts'

const [header] = parseMessage(Buffer.from('From: a@b.example\r\n\r\n')).headers
if (header === undefined) throw new Error('no header')
const passed = (method: string, domain: string): AuthenticationCheck => ({
  method,
  result: 'pass',
  domain,
  isTrusted: true,
  header,
})

// Policies of the organisation and of the host, and what passed (RFC 7489 §3.1, §6.3, §6.6.3).
test.each([
  ['p=reject', 'firm.example', [passed('dkim', 'firm.example')], 'pass reject'],
  ['p=reject', 'firm.example', [passed('dkim', 'mail.firm.example')], 'pass reject'],
  ['p=reject; adkim=s', 'firm.example', [passed('dkim', 'mail.firm.example')], 'fail reject'],
  ['p=quarantine; aspf=s', 'firm.example', [passed('spf', 'mail.firm.example')], 'fail quarantine'],
  ['p=none', 'firm.example', [passed('spf', 'other.example')], 'fail none'],
  ['p=none', 'firm.example', [passed('spf', 'firm.example')], 'pass none'],
  ['p=none; sp=reject', 'sub.firm.example', [], 'fail reject'],
  ['p=quarantine', 'sub.firm.example', [], 'fail quarantine'],
  ['p=nonsense', 'firm.example', [], 'fail none'],
  ['p=reject; p=none', 'firm.example', [], 'permerror -'],
])('%s, From %s', (policy, from, checks, expected) => {
  const verdict = evaluateDmarc(from, checks, {
    dnsRecords: [
      { name: '_dmarc.firm.example', type: 'TXT', values: [`v=DMARC1; ${policy}`] },
      { name: '_dmarc.sub.firm.example', type: 'TXT', values: [] },
    ],
  })
  expect(`${verdict?.result} ${verdict?.policy ?? '-'}`).toBe(expected)
})

test('no policy, two policies, and an answer nobody recorded are told apart', () => {
  const ask = (values: readonly string[] | undefined) =>
    evaluateDmarc('firm.example', [], {
      dnsRecords:
        values === undefined ? [] : [{ name: '_dmarc.firm.example', type: 'TXT', values }],
    })?.result
  expect(ask([])).toBe('none')
  expect(ask(['v=DMARC1; p=none', 'v=DMARC1; p=reject'])).toBe('none')
  expect(ask(undefined)).toBeUndefined()
})
