import { expect, test } from 'vitest'
import { findReaders } from './find-readers.ts'

/** Two thousand such lines took two seconds and more. */
const FULL = 'a@b.cc '.repeat(57)

const measure = (text: string): number => {
  const from = performance.now()
  findReaders(text)
  return performance.now() - from
}

test('lines full of mailboxes, alike or not, are read only as far as a letter goes', () => {
  const alike = Array.from({ length: 2_000 }, () => FULL).join('\n')
  const different = Array.from({ length: 2_000 }, (_, at) => `${at} ${FULL}`).join('\n')
  expect(measure(alike)).toBeLessThan(1_000)
  expect(measure(different)).toBeLessThan(1_000)
})
