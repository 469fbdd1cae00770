import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseRegistration } from './parse-registration.ts'
import { parseRegistryDay } from './registry-day.ts'
import { fuzzSettings } from '../testing/fuzz-settings.ts'

const PIECES = [
  'Domain Name: ',
  'a.example',
  '\n',
  '\r\n',
  '    ',
  '[登録年月日] ',
  'a. [ドメイン名]',
  'Creation Date: ',
  '2026',
  '/',
  '-',
  '06',
  'Jun',
  ':',
  '{"ldhName":"a.example","events":[',
  '{"eventAction":"registration","eventDate":"2026-01-01"}',
  ']}',
  '"entities":[null]',
  ',',
]

test('any text is read without an error and twice alike', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join('')),
        fc.json().map((json) => `{"ldhName":"a.example","entities":[${json}],"events":${json}}`),
        fc.string({ unit: 'binary', maxLength: 200 }),
      ),
      (text) => {
        const read = parseRegistration(text)
        expect(parseRegistration(text)).toEqual(read)
        const day = parseRegistryDay(text)
        if (day !== undefined) expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      },
    ),
    fuzzSettings(9083),
  )
})

test.each(['a:', '\n', '[', ' ', 'Jun 1 ', '2026-'])('a megabyte of %j takes no time', (piece) => {
  const started = performance.now()
  parseRegistration(piece.repeat(1_000_000 / piece.length))
  expect(performance.now() - started).toBeLessThan(1000)
})
