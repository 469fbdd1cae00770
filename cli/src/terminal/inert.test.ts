import { expect, test } from 'vitest'
import { toInert, toInertJson } from './inert.ts'

test.each([
  ['\u061c', 'U+061C', 'the Arabic letter mark turns the direction as U+200F does'],
  ['\u202e', 'U+202E', 'right-to-left override'],
  ['\u{e0041}', 'U+E0041', 'a tag letter, which nobody sees'],
  ['\u009b', 'U+009B', 'the control sequence introducer in one sign'],
])('%j is shown by name, and as an escape in JSON that reads as before', (sign, name) => {
  expect(toInert(`a${sign}b`)).toBe(`a[${name}]b`)
  const json = toInertJson([`a${sign}b`])
  expect(json).toMatch(/^[\x20-\x7e]+$/)
  expect(JSON.parse(json)).toEqual([`a${sign}b`])
})
