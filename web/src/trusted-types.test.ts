import { expect, test } from 'vitest'
import { refuseTags } from './trusted-types.ts'

test('a style sheet passes the gate', () => {
  const sheet = ':root { --noroshi-ember: #b83f1c } *::after { transition: none !important; }'
  expect(refuseTags(sheet)).toBe(sheet)
})

test.each(['<img src=x onerror=alert(1)>', 'a</style><script>', '<!--', '&lt;<b'])(
  'text that could make an element does not: %s',
  (text) => expect(() => refuseTags(text)).toThrow(TypeError),
)
