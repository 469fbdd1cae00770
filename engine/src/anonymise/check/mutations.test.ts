import { expect, test } from 'vitest'
import { CANARIES, CANARY_TRACES } from '../testing/mutations/canaries.ts'
import { FILE_CHARSETS, HIDING_ENCODINGS } from '../testing/mutations/encodings.ts'
import { isSearched } from '../testing/mutations/is-searched.ts'
import { findTraces } from './find-traces.ts'

const isFound = (bytes: Uint8Array): boolean =>
  findTraces([{ format: 'x', bytes }], CANARY_TRACES).length > 0

/** `node tools/measure/leak-mutations.ts` runs them all. */
const SHARE = 12

test('A-2: every spelling of everything known is found as it is', () => {
  const missed = CANARIES.filter(({ text }) => !isFound(Buffer.from(`See ${text}. End`)))
  expect(missed).toEqual([])
})

test('A-2: no spelling and no encoding meet that the check overlooks, in a sample of all pairs', () => {
  const missed = HIDING_ENCODINGS.flatMap(({ name, hide }, at) =>
    // Other spellings for each encoding, so that neighbours cover what one leaves out.
    CANARIES.filter((_, index) => (index + at) % SHARE === 0).flatMap((canary) => {
      const hidden = isSearched(name, canary) ? hide(canary.text) : undefined
      if (hidden === undefined || isFound(Buffer.from(`See ${hidden}. End`))) return []
      return [`${name}: ${canary.spelling}: ${canary.text}`]
    }),
  )
  expect(missed).toEqual([])
})

// `<~>` looks like the end of a run where the run itself begins with `>`.
test.each(['\\\\KTHM-WS065\\c$', '[2001:db8:25::9]:443'])(
  'A-2: %s is found in ASCII85, whose first letter is that of its end',
  (text) => {
    const hidden = HIDING_ENCODINGS.find(({ name }) => name === 'ascii85')?.hide(text)
    expect(hidden).toMatch(/^<~>/u)
    expect(isFound(Buffer.from(`See ${hidden}. End`))).toBe(true)
  },
)

test('A-2: no charset of a file hides a name', () => {
  const missed = Object.entries(FILE_CHARSETS).flatMap(([name, encode], at) =>
    CANARIES.filter((_, index) => (index + at) % SHARE === 0).flatMap(({ text }) => {
      const bytes = encode(`See ${text}. End`)
      return bytes === undefined || isFound(bytes) ? [] : [`${name}: ${text}`]
    }),
  )
  expect(missed).toEqual([])
})
