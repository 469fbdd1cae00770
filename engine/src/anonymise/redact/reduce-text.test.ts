import { expect, test } from 'vitest'
import { readText, reduceName } from './reduce-text.ts'

test('a text that is being read stays as it is while others are read', () => {
  const read = readText('Kitahama Seiki', ['as-digits', 'backwards'], (reduced, reading) => {
    const others = [
      reduceName('みさき'),
      ...readText('Kitahama', ['rotated'], (one) => [one.join()]),
    ]
    return [[reading, reduced.join(), ...others]]
  })
  expect(read).toEqual([
    ['as-digits', 'kitahamaseiki', 'misaki', 'xvgnunzn'],
    ['backwards', 'ikiesamahatik', 'misaki', 'xvgnunzn'],
  ])
})
