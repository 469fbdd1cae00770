import { deflateRawSync, inflateRawSync, constants } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beginsAsDeflate } from './begins-as-deflate.ts'

// zlib says what a stream is; nothing that it reads may be passed over.

const isRead = (bytes: Uint8Array): boolean => {
  try {
    inflateRawSync(bytes)
    return true
  } catch {
    return false
  }
}

const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 300 }),
  fc.constant('北浜製作所'.repeat(90)),
)
const STRATEGIES = [constants.Z_DEFAULT_STRATEGY, constants.Z_FIXED, constants.Z_HUFFMAN_ONLY]

test('whatever zlib writes in one block begins as a stream', () => {
  fc.assert(
    fc.property(text, fc.constantFrom(...STRATEGIES), (written, strategy) => {
      expect(beginsAsDeflate(deflateRawSync(written, { strategy }))).toBe(true)
    }),
    { numRuns: 300 },
  )
})

/** The first three bits say one final block, of fixed or of own codes. */
const block = (kind: number) =>
  fc.uint8Array({ minLength: 8, maxLength: 80 }).map((bytes) => {
    bytes[0] = ((bytes[0] ?? 0) & ~7) | kind
    return bytes
  })

test('chance bytes as a block of fixed codes are a stream when zlib reads them to the end, and only then', () => {
  const seen = { read: 0, refused: 0 }
  fc.assert(
    fc.property(block(0b011), (bytes) => {
      seen[isRead(bytes) ? 'read' : 'refused'] += 1
      expect(beginsAsDeflate(bytes)).toBe(isRead(bytes))
    }),
    { numRuns: 1000, seed: 1951 },
  )
  expect(seen.read).toBeGreaterThan(3)
  expect(seen.refused).toBeGreaterThan(500)
})

test('chance bytes as a block of own codes are hardly ever taken for a stream, a true one always', () => {
  let taken = 0
  fc.assert(
    fc.property(block(0b101), (bytes) => {
      if (beginsAsDeflate(bytes)) taken += 1
      else expect(isRead(bytes)).toBe(false)
    }),
    { numRuns: 1000, seed: 1951 },
  )
  expect(taken).toBeLessThan(100)
})
