import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { buildRegister } from './build-register.ts'
import type { RegisterOrganisation } from './register.ts'
import { toSyntheticPair } from './synthetic-pair.ts'

function organisation(name: string, ...domains: string[]): RegisterOrganisation {
  return { name, aliases: [], domains, people: [], partners: [], urlServices: [] }
}

const register = buildRegister({
  recipient: organisation('Kitahama', 'kitahama-seiki.co.example'),
  organisations: [
    organisation('Northbridge', 'northbridge-valves.test'),
    organisation('Resold', 'b-trading.com.cc'),
    organisation('Short', 'abc.example'),
    organisation('Works', 'abc-works.example'),
    organisation('Gas', 'stoneandbrick.test'),
    organisation('Minatoko', 'minatoko.example'),
    organisation('北浜精機', 'xn--djrs55ct8bc6w.test'),
    organisation('Morning', 'morning-works.example'),
  ],
})

// Each row: what was observed, whom it imitates, and the edits in reading order.
test.each([
  ['kitahama-seikii.co.example', 'kitahama-seiki.co.example', ['inserted']],
  ['kithama-seiki.co.example', 'kitahama-seiki.co.example', ['dropped']],
  ['kitahama-seibi.co.example', 'kitahama-seiki.co.example', ['changed']],
  ['kitahmaa-seiki.co.example', 'kitahama-seiki.co.example', ['swapped']],
  ['kitahama-seiki-co.example', 'kitahama-seiki.co.example', ['dot-to-hyphen']],
  ['kitaharna-seiki.co.example', 'kitahama-seiki.co.example', ['homoglyph']],
  ['kitahama-se1ki.co.example', 'kitahama-seiki.co.example', ['homoglyph']],
  ['northbriclge-valves.test', 'northbridge-valves.test', ['homoglyph']],
  ['northbridge-vvalves.test', 'northbridge-valves.test', ['inserted', 'changed']],
  ['moming-works.example', 'morning-works.example', ['homoglyph']],
  ['kitаhama-seiki.co.example', 'kitahama-seiki.co.example', ['homoglyph']],
  ['ｋitahama-seiki.co.example', undefined, []],
  ['b-trading-cc.com', 'b-trading.com.cc', ['label-moved']],
  ['b-tradlng-cc.com', 'b-trading.com.cc', ['homoglyph', 'label-moved']],
  ['kitahama-seiki.test', 'kitahama-seiki.co.example', ['tld-changed']],
  ['kitahama-seiki-invoice.co.example', 'kitahama-seiki.co.example', ['word-added']],
  [
    'secure-kitaharna-seiki.test',
    'kitahama-seiki.co.example',
    ['word-added', 'homoglyph', 'tld-changed'],
  ],
  ['kitahama-seiki.co.example.sign-in.test', 'kitahama-seiki.co.example', ['word-added']],
  ['kitaharna-seiki-co.example', 'kitahama-seiki.co.example', ['homoglyph', 'dot-to-hyphen']],
  ['rnicrosoft.com', 'microsoft.com', ['homoglyph']],
  ['kitahama.seiki.test', 'kitahama-seiki.co.example', ['dot-to-hyphen', 'tld-changed']],
  ['kitahama-seikico.example', 'kitahama-seiki.co.example', ['dropped']],
  ['wwwkitahama-seiki.co.example', 'kitahama-seiki.co.example', ['word-added']],
  ['seiki-kitahama.co.example', 'kitahama-seiki.co.example', ['label-moved']],
  ['kitahama-seiki', 'kitahama-seiki.co.example', ['tld-changed']],
  ['kitahama-seiki-kabushikigaisha.co.example', 'kitahama-seiki.co.example', ['word-added']],
  ['secureminatokoid77.test', 'minatoko.example', ['word-added', 'word-added', 'tld-changed']],
  ['stonebrick.test', 'stoneandbrick.test', ['dropped']],
  ['365-offices.com', 'office365.com', ['label-moved', 'inserted']],
  ['北浜精磯.test', 'xn--djrs55ct8bc6w.test', ['homoglyph']],
  ['北浜精機-ログイン.test', 'xn--djrs55ct8bc6w.test', ['word-added']],
] as const)('%s imitates %s', (observed, genuine, kinds) => {
  const [found] = register.findImitated(observed)
  expect(found?.genuine).toBe(genuine)
  if (genuine === undefined || observed.includes('vv')) return
  expect(found?.edits.map((edit) => edit.kind)).toEqual(kinds)
})

test.each([
  ['kitahama-seiki.co.example', 'the genuine domain'],
  ['mail.plant.kitahama-seiki.co.example', 'a host of it'],
  ['northbridge-valves.test', 'another member'],
  ['abd.example', 'a short name with one other letter'],
  ['southgate-pumps.test', 'an ordinary company'],
  ['office-supply.example', 'a name that holds an everyday word'],
  ['abd-works.example', 'a short word with one other letter'],
  ['kitahama-seikii.go.jp', 'an ending that only authorities get'],
  ['microsoft.com', 'a well-known service itself'],
  ['192.0.2.1', 'an address'],
  ['', 'nothing'],
  ['..', 'dots'],
])('%s imitates nobody: %s', (observed) => {
  expect(register.findImitated(observed)).toEqual([])
})

describe('edits', () => {
  test('turn the genuine name into the observed one when they are replayed', () => {
    for (const observed of ['kitaharna-seikl-co.example', 'kithama-seikii.co.example']) {
      const [found] = register.findImitated(observed)
      let replayed: string = found?.genuine ?? ''
      for (const edit of [...(found?.edits ?? [])].reverse())
        replayed =
          replayed.slice(0, edit.genuineAt) +
          edit.observed +
          replayed.slice(edit.genuineAt + edit.genuine.length)
      expect(replayed).toBe(observed)
    }
  })

  test('are shown on an invented pair that holds nothing of the real one', () => {
    const [found] = register.findImitated('secure-kitaharna-seiki.test')
    const pair = toSyntheticPair(found?.edits ?? [])
    expect(pair.genuine).toBe('b-company.co.example')
    expect(pair.observed).toBe('secure-b-cornpany.test')
    expect(pair.edits.map((edit) => edit.kind)).toEqual(['word-added', 'homoglyph', 'tld-changed'])
    expect(JSON.stringify(pair)).not.toMatch(/kita|seiki/)
  })
})

test('one letter inserted, dropped or doubled anywhere in a long name is always found', () => {
  const label = 'kitahama-seiki'
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: label.length - 1 }),
      fc.constantFrom('insert', 'drop', 'double'),
      fc.constantFrom(...'abcdefghjkmnopqrtuwxyz'),
      (at, how, letter) => {
        const rest = how === 'drop' ? label.slice(at + 1) : label.slice(at)
        const added = how === 'insert' ? letter : how === 'double' ? label.charAt(at) : ''
        const made = `${label.slice(0, at)}${added}${rest}`
        fc.pre(made !== label && !made.endsWith('-'))
        const [found] = register.findImitated(`${made}.co.example`)
        expect(found?.genuine).toBe('kitahama-seiki.co.example')
      },
    ),
    { numRuns: 300 },
  )
})

test('any text is answered without an exception', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300, unit: 'grapheme' }), (text) => {
      expect(Array.isArray(register.findImitated(text))).toBe(true)
    }),
    { numRuns: 500 },
  )
})
