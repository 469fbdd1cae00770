import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findLures } from './find-lures.ts'
import { foldInPlace } from './fold-in-place.ts'
import { LURES } from './lures.ts'
import { fuzzSettings } from '../testing/fuzz-settings.ts'

const said = LURES.flatMap(({ examples }) => [...examples.hits, ...examples.misses])
const piece = fc.oneof(
  fc.constantFrom(...said),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('\u200b', '\n\n', '　', ' ', 'ﾞ', '\u0301', '\ud835', '\udc00', '\u{e0100}'),
)
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))

test('any text is read without an error, the same way twice, and every match lies inside it', () => {
  fc.assert(
    fc.property(text, (one) => {
      const found = findLures(one)
      for (const { start, end } of found) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(one.length)
      }
      expect(findLures(one)).toEqual(found)
    }),
    fuzzSettings(20_260_101),
  )
})

test('folding keeps every place', () => {
  fc.assert(
    fc.property(text, (one) => {
      expect(foldInPlace(one)).toHaveLength(one.length)
    }),
    fuzzSettings(20_260_102),
  )
})

test('text around a lure never hides it, a warning apart', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (rubbish) => {
      const heard = findLures(`${rubbish}\n\n振込先を下記の口座へ変更いたします。`)
      expect(heard.map(({ lure }) => lure.id)).toContain('payment-change')
    }),
    fuzzSettings(20_260_103),
  )
})
