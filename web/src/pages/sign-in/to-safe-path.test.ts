import { expect, test } from 'vitest'
import { toSafePath } from './to-safe-path.ts'

const OWN = 'https://hub.example'

test.each(['/', '/queue?tab=all', '/approvals/1#seen', '/home?next=https://evil.example'])(
  '%s is where one wanted to go',
  (path) => {
    expect(toSafePath(path)).toBe(path)
    expect(new URL(path, OWN).origin).toBe(OWN)
  },
)

test.each([
  undefined,
  '',
  'queue',
  'https://evil.example/',
  'javascript:alert(1)',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r\\evil.example',
  '\t//evil.example',
  ' //evil.example',
  '/queue\n',
])('%j leads home', (next) => {
  expect(toSafePath(next)).toBe('/')
})
