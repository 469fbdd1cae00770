import fc from 'fast-check'
import { expect, test } from 'vitest'
import { limits } from '../limits.ts'
import { arbitraryText } from '../testing/arbitrary-text.ts'
import { fuzzSettings } from '../testing/fuzz-settings.ts'
import { compileRules } from './compile-rules.ts'

const PIECES = [
  ...[
    'rule ',
    'R1 ',
    'R2 ',
    'private ',
    'global ',
    ': tag ',
    '{ ',
    '} ',
    'strings: ',
    'condition: ',
    'meta: ',
  ],
  ...[
    '$a = "abc" ',
    '$b = { 4D 5A ?? [2-4] (50|45) } ',
    '$c = /a{1,99}b?/ ',
    '$ = "x" wide nocase ',
    'a = 1 ',
  ],
  ...[
    '$a',
    '#a > 1 ',
    '@a[1] ',
    'any of them ',
    'all of ($*) ',
    'for any i in (1..9) : ( i > 1 ) ',
    'filesize ',
    'true ',
  ],
  ...[
    'uint16(0) == 0x5A4D ',
    'import "pe" ',
    'import "console" ',
    'include "a" ',
    'and ',
    'not ',
    '9223372036854775807 ',
  ],
  ...[
    'rule Good { strings: $x = "needle" condition: $x } ',
    '"',
    '\\',
    '/',
    '//',
    '/*',
    '\0',
    '\n',
  ],
]
const TEXT = Buffer.from('MZ hay needle abc hay')

test('rules of any text compile or say why not, and never keep those beside them from being asked', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryText(PIECES), async (text) => {
      const good = { id: 'good', text: 'rule Beside { strings: $x = "needle" condition: $x }' }
      const { rules, errors } = await compileRules([{ id: 'any', text }, good])
      try {
        expect(errors.map(({ sourceId }) => sourceId)).not.toContain('good')
        for (const { message } of errors) expect(message.length).toBeLessThanOrEqual(1_000)
        const { matches } = rules.scan(TEXT)
        expect(rules.scan(TEXT).matches).toEqual(matches)
        expect(matches.length).toBeLessThanOrEqual(limits.ruleMatchesMax)
        const beside = matches.filter(({ sourceId }) => sourceId === 'good')
        expect(beside.map(({ rule }) => rule)).toEqual(['Beside'])
        for (const { places } of matches)
          for (const { range } of places) expect(range.end).toBeLessThanOrEqual(TEXT.length)
      } finally {
        rules.close()
      }
    }),
    fuzzSettings(9_401),
  )
})
