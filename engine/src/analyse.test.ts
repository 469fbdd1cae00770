import fc from 'fast-check'
import { expect, test } from 'vitest'
import { analyse } from './analyse.ts'
import { buildRegister } from './register/build-register.ts'
import { sampleRegister } from './techniques/sample-register.ts'
import { readSamples } from './testing/samples.ts'

const register = buildRegister(sampleRegister)

function sample(technique: string, name: string): Uint8Array {
  const found = readSamples(technique).find((one) => one.name === name)
  if (found === undefined) throw new Error(`no sample ${technique}/${name}`)
  return found.bytes
}

test.each([
  ['lookalike', 'hit-partner-rn-and-hyphen', 'bec-type-1'],
  ['freemail', 'hit-kaisha-mei-wo-nanoru', 'bec-type-1'],
  ['from-display', 'hit-address-in-name-secured-by', 'bec-type-2'],
  ['executive', 'hit-shachou-free-mail', 'bec-type-2'],
  ['executive', 'hit-surname-first-and-title', 'bec-type-2'],
  ['naming-rule', 'hit-secure-and-planet', 'bec-type-2'],
  ['from-display', 'hit-shamei-wo-nanoru', 'credential-phishing'],
  ['recipient-in-url', 'hit-base64-in-query', 'credential-phishing'],
  ['archived-exe', 'hit-exe-in-zip', 'malware-mail'],
  ['reply-to', 'miss-list-sets-reply-to', 'harmless'],
])('%s/%s is proposed as %s', async (technique, name, value) => {
  const { classification } = await analyse(sample(technique, name), { register })
  expect(classification.value).toBe(value)
  expect(classification.reasons.length).toBeGreaterThan(0)
})

test('indicators are normalised, stand once, and leave out the recipient', async () => {
  const { indicators } = await analyse(sample('cc-altered', 'hit-copied-colleagues-lookalike'), {
    register,
  })
  const told = indicators.map(({ type, value, context }) => `${context} ${type} ${value}`)
  expect(told).toContain('cc email-address t.saeki@kitaharna-seiki.co.example')
  expect(told).toContain('cc domain fjordell-purnps.co.example')
  expect(told).toContain('received ipv4 192.0.2.25')
  expect(told.filter((one) => one.includes('y.miwa@'))).toEqual([])
  expect(told).toHaveLength(new Set(told).size)
})

test('a link that a gateway wrapped gives its target alone', async () => {
  const { indicators } = await analyse(sample('url-wrapped', 'hit-trellix-chain'), { register })
  const target = indicators.filter((one) => one.context === 'link-target')
  expect(target.map((one) => one.value)).toEqual([
    'https://track.swift-post.invalid/p?id=7',
    'track.swift-post.invalid',
  ])
})

test('any bytes are analysed without an exception, twice alike', async () => {
  const word = fc.constantFrom(
    'From: ',
    'To: a@b.example\r\n',
    'Reply-To: ',
    'x@',
    '<',
    '>',
    '"',
    '\r\n',
    '\r\n\r\n',
    'Content-Type: multipart/mixed; boundary=b\r\n',
    '--b\r\n',
    'https://urldefense.com/v3/__',
    '<a href="',
    'xn--',
    '=?utf-8?B?',
    '?=',
    '@kitaharna-seiki.co.example',
    '\0',
    'ア',
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(word, fc.string({ maxLength: 30 })), { maxLength: 40 }),
      async (words) => {
        const bytes = Buffer.from(words.join(''))
        const [first, second] = [
          await analyse(bytes, { register }),
          await analyse(bytes, { register }),
        ]
        expect(second.findings).toEqual(first.findings)
        expect(second.indicators).toEqual(first.indicators)
      },
    ),
    { numRuns: 200 },
  )
})
