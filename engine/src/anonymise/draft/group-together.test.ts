import { expect, test } from 'vitest'
import { groupTogether } from './group-together.ts'

const toSets = (all: readonly string[]) => all.map((one) => new Set(one.split('')))

test.each<readonly [readonly string[], string, string | undefined]>([
  [['ba', 'cd'], 'a', 'ab'],
  [['ba', 'cd', 'db'], 'a', 'abcd'],
  [['db', 'cd', 'ba'], 'c', 'abcd'],
  [['a', ''], 'a', 'a'],
  [['ab'], 'c', undefined],
])('of %j, %s is with %s', (all, value, group) => {
  expect(groupTogether(toSets(all))(value)?.join('')).toBe(group)
})
