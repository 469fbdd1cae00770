import { expect, test } from 'vitest'
import type { Traces } from '../traces.ts'
import { findTraces } from './find-traces.ts'
import { readLayers } from './read-layers.ts'

// Encodings are opened in every order, so that the same text is met by many ways. It is read once, however it is met,
// and nothing that is met for the first time is passed over.

const TRACES: Traces = {
  organisations: [
    {
      ...{ id: 'org-a', role: 'provider', people: [], hosts: [], ipAddresses: [], numbers: [] },
      ...{ names: ['Akagane Works'], domains: [] },
    },
  ],
}
const howIn = (text: string): readonly string[] => [
  ...new Set(
    findTraces([{ format: 'json', bytes: Buffer.from(text, 'utf8') }], TRACES).map(
      ({ how }) => how,
    ),
  ),
]
const lettersOf = (text: string): number => {
  let letters = 0
  readLayers(Buffer.from(text, 'utf8'), (layer) => {
    letters += layer.text.length
  })
  return letters
}

/** Values with four escapes in each, which have nothing to do with each other. */
const toJson = (count: number, last: string): string =>
  JSON.stringify(
    [...Array.from({ length: count }, (_, at) => at), last].map((at) => ({
      type: 'url',
      name: 'a page that was shown to people',
      value: `https://trap-${at}.test/a%2Fb?c=4f&amp;d=\\\\.e&[.]`,
    })),
  )

test('a text is read as often as it has escapes of a kind, not as often as these can be ordered', () => {
  const text = toJson(300, 'x')
  // Six encodings have 64 sets, most of them read as they stand, from their end and shifted, and 1236 orders of four.
  expect(lettersOf(text)).toBeLessThan(text.length * 40)
})

test.each([
  ['percent after JSON', 'Ak\\u002561gane Works'],
  ['JSON after percent', 'Ak%5cu0061gane Works'],
  ['an entity after both', 'Ak%5cu0026%2397;gane Works'],
  ['JSON in JSON', 'Ak\\u0061gane \\\\"Works\\\\"'],
])('among many values the one with a name in it is found: %s', (_, hidden) => {
  expect(howIn(toJson(50, hidden))).not.toEqual([])
})

test('what most encodings hide is opened though a part of it is met earlier below others', () => {
  const inner = Buffer.from('Akagane Works, 3-1').toString('base64')
  const text = `${encodeURIComponent(encodeURIComponent(`=${inner}`))} and ${inner}`
  expect(howIn(text)).toContain('base64')
})

test('a leak in a value that is read again is where it stands in the whole', () => {
  const text = toJson(50, 'Ak%61gane%20Works')
  const [leak] = findTraces([{ format: 'json', bytes: Buffer.from(text) }], TRACES)
  expect(text.slice(leak?.offset).startsWith('Ak%61gane')).toBe(true)
})
