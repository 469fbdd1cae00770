import { expect, test } from 'vitest'
import { memoiseByContent } from './memoise.ts'

test('what says the same is read once, and the one not asked for longest is forgotten', () => {
  const read: string[] = []
  const load = memoiseByContent(({ name }: { name: string }) => {
    read.push(name)
    return name.toUpperCase()
  }, 2)
  for (const name of ['a', 'a', 'b', 'a', 'c', 'a', 'b']) {
    expect(load({ name })).toBe(name.toUpperCase())
  }
  expect(read).toEqual(['a', 'b', 'c', 'b'])
})
