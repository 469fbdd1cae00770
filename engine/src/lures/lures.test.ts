import { describe, expect, test } from 'vitest'
import { findLures } from './find-lures.ts'
import { LURES } from './lures.ts'

const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/
const listIds = (text: string) => findLures(text).map(({ lure }) => lure.id)

describe.each(LURES)('$id', ({ id, examples }) => {
  test.each(examples.hits)('is heard in “%s”', (text) => {
    expect(listIds(text)).toContain(id)
  })

  test.each(examples.misses)('is not heard in “%s”', (text) => {
    expect(listIds(text)).not.toContain(id)
  })

  test('brings eight examples of each outcome, in both languages', () => {
    for (const said of [examples.hits, examples.misses]) {
      expect(said.length).toBeGreaterThanOrEqual(8)
      expect(said.filter((text) => JAPANESE.test(text)).length).toBeGreaterThanOrEqual(3)
      expect(said.filter((text) => !JAPANESE.test(text)).length).toBeGreaterThanOrEqual(3)
    }
  })
})

test('lures are listed once, sorted by id', () => {
  const ids = LURES.map(({ id }) => id)
  expect(ids).toEqual([...new Set(ids)].sort())
})
