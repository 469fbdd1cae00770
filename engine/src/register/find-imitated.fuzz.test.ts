import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fuzzSettings } from '../testing/fuzz-settings.ts'
import { buildRegister } from './build-register.ts'
import { describeEdits } from './describe-edits.ts'
import { splitDomain } from './split-domain.ts'

const REGISTER = {
  organisations: [
    {
      name: '架空商事株式会社',
      aliases: ['Kaku Shoji', '架空', ''],
      domains: ['kaku-shoji.example', 'kaku.example'],
      people: [{ name: '山田 太郎', aliases: [], addresses: [], isExecutive: true }],
      partners: [{ name: 'Partner', aliases: [], domains: ['partner-bank.example'] }],
      urlServices: [],
    },
  ],
}
const register = buildRegister(REGISTER)
const PIECES = [
  'kaku',
  'shoji',
  'kaku-shoji',
  'partner-bank',
  'kakushoji',
  'kaku-sh0ji',
  'rnicrosoft',
  'microsoft',
  'amazon',
  '-',
  '--',
  '.',
  '..',
  '.example',
  '.co.jp',
  '.com',
  'xn--',
  'xn--pple-43d',
  'а',
  'ı',
  '\u0301',
  '。',
  '1',
  'login',
  '__proto__',
  'constructor',
  '\ud83d',
]
const host = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 3 })), {
    maxLength: 12,
  })
  .map((pieces) => pieces.join(''))

test('any host is compared without an error, twice the same, and its edits can be said', () => {
  fc.assert(
    fc.property(host, (name) => {
      const found = register.findImitated(name)
      // A register of its own, because answers are kept.
      expect(buildRegister(REGISTER).findImitated(name)).toEqual(found)
      for (const { edits } of found) expect(describeEdits(edits).ja).not.toContain('undefined')
      splitDomain(name)
    }),
    fuzzSettings(4120),
  )
})
