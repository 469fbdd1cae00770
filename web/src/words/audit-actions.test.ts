import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

// The words stand on our side of the contract, the actions are written all over the hub.
const HUB = join(import.meta.dirname, '..', '..', '..', 'hub', 'src')
const words = readFileSync(join(import.meta.dirname, 'audit-actions.ts'), 'utf8')

const actions = readdirSync(HUB, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !/testing\//.test(file))
  .flatMap((file) => [
    ...readFileSync(join(HUB, file), 'utf8').matchAll(/\baction: '([a-z-]{3,60})'/g),
  ])
  .map(([, action = '']) => action)

test.each([...new Set(actions)].toSorted())('the log names %s in both languages', (action) => {
  expect(words.split(`'${action}':`)).toHaveLength(3)
})
