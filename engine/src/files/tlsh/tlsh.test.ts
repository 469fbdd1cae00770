import fc from 'fast-check'
import { expect, test } from 'vitest'
import oracle from 'tlsh'
import { computeTlsh } from './compute-tlsh.ts'

/** Another implementation, which knows no version mark and wants 512 bytes; undefined when it refuses. */
function compute(bytes: Uint8Array): string | undefined {
  try {
    return `T1${oracle(Buffer.from(bytes).toString('latin1')).toUpperCase()}`
  } catch {
    return undefined
  }
}

test('another implementation gives the same for bytes of any kind and length', () => {
  const bytes = fc.uint8Array({ minLength: 512, maxLength: 6_000 })
  const text = fc
    .array(fc.constantFrom('請求書', 'payment ', 'http://', '\r\n', 'abc', '0'), {
      minLength: 200,
      maxLength: 900,
    })
    .map((words) => Buffer.from(words.join('')))
  fc.assert(
    fc.property(fc.oneof(bytes, text), (input) => {
      if (input.length >= 512) expect(computeTlsh(input)).toBe(compute(input))
    }),
    { seed: 26, interruptAfterTimeLimit: 3_000, numRuns: 100_000, markInterruptAsFailure: false },
  )
})

test.each([0, 4, 49])('%i bytes are too few', (length) => {
  expect(computeTlsh(new Uint8Array(length).map((_, at) => at * 7))).toBeUndefined()
})

test('bytes without variety have none', () => {
  expect(computeTlsh(new Uint8Array(10_000))).toBeUndefined()
})

test('fifty bytes of variety have one', () => {
  const words = 'The quick brown fox jumps over the lazy dog 0123456789.'
  expect(computeTlsh(Buffer.from(words))).toMatch(/^T1[0-9A-F]{70}$/)
})
