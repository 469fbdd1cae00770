import { expect, test } from 'vitest'
import { parseReceivedSpf } from './parse-received-spf.ts'
import { parseResults } from './parse-results.ts'

const shorten = (value: string) => {
  const { server, results } = parseResults(value)
  return [server ?? '-', ...results.map(({ method, result }) => `${method}=${result}`)].join(' ')
}

// The fields of RFC 8601 appendix B, then forms of real servers and of people who forge.
test.each([
  ['example.org 1; none', 'example.org'],
  ['example.com; spf=pass smtp.mailfrom=example.net', 'example.com spf=pass'],
  [
    'example.com; auth=pass (cram-md5) smtp.auth=sender@example.net; spf=pass smtp.mailfrom=example.net',
    'example.com auth=pass spf=pass',
  ],
  [
    'foo.example.net (foobar) 1 (baz); dkim (Because I like it) / 1 (One yay) = (wait for it) fail policy (A dot can go here) . (like that) expired (this surprised me) = (as I wanted to see it) 1362471462',
    'foo.example.net dkim=fail',
  ],
  ['mx.example spf=fail smtp.mailfrom=a.example', 'mx.example spf=fail'],
  [
    'spf=fail (sender IP is 192.0.2.7) smtp.mailfrom=a.example; dkim=none (message not signed) header.d=none;dmarc=fail action=none header.from=a.example;compauth=fail reason=001',
    '- spf=fail dkim=none dmarc=fail compauth=fail',
  ],
  ['i=1; mx.example; dkim=pass header.d=a.example', 'mx.example dkim=pass'],
  // The local part is the sender's: what stands in its quotes is no result.
  ['mx.example; spf=fail smtp.mailfrom="x; dmarc=pass"@a.example', 'mx.example spf=fail'],
  ['mx.example; spf=fail (see; dmarc=pass) smtp.helo=a.example', 'mx.example spf=fail'],
  ['mx.example; spf=fail (never closed; dmarc=pass', 'mx.example spf=fail'],
  ['', '-'],
])('%s', (value, expected) => expect(shorten(value)).toBe(expected))

test('reads what was authenticated, quoted local parts included', () => {
  const { results } = parseResults(
    'mx.example; dkim=pass header.i=@b.example header.s=s1; spf=pass smtp.mailfrom="a b"@c.example',
  )
  expect(results.map(({ properties }) => Object.fromEntries(properties))).toEqual([
    { 'header.i': '@b.example', 'header.s': 's1' },
    { 'smtp.mailfrom': 'a b@c.example' },
  ])
})

// RFC 7208 §9.1, and the form without pairs that Exchange Online writes.
test.each([
  [
    'Pass (mybox.example.org: domain of myname@example.com designates 192.0.2.1 as permitted sender) receiver=mybox.example.org; client-ip=192.0.2.1; envelope-from="myname@example.com"; helo=foo.example.com;',
    ['pass', 'mybox.example.org', 'myname@example.com'],
  ],
  [
    'Fail (protection.outlook.com: domain of a.example does not designate 192.0.2.7 as permitted sender) receiver=protection.outlook.com; client-ip=192.0.2.7; helo=b.example;',
    ['fail', 'protection.outlook.com', 'a.example'],
  ],
  [
    'None (protection.outlook.com: a.example does not designate permitted sender hosts)',
    ['none', 'protection.outlook.com', 'a.example'],
  ],
])('%s', (value, expected) => {
  const read = parseReceivedSpf(value)
  expect([read?.result.result, read?.server, read?.result.properties.get('smtp.mailfrom')]).toEqual(
    expected,
  )
})
