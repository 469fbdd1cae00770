import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')

/** Files of ours that the files of a folder import, directly or through others. */
function reachedFrom(folder: string): Set<string> {
  const reached = new Set<string>()
  const waiting = readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => join(ROOT, folder, name))
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file)) continue
    reached.add(file)
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/from '(\.{1,2}\/[^']+)'/gu))
      waiting.push(join(file, '..', path))
  }
  return reached
}

/** What both are given: the traces themselves, and the limits of both. */
const GIVEN = ['traces.ts', 'limits.ts'].map((name) => join(ROOT, name))

test('the leak check and the redactor share no code, so that one error does not pass both', () => {
  const check = new Set([...reachedFrom('check'), ...reachedFrom('check/formats')])
  const redactor = new Set([...reachedFrom('redact'), ...reachedFrom('draft')])
  const shared = [...check].filter((file) => redactor.has(file) && !GIVEN.includes(file))
  expect(shared.filter((file) => file.startsWith(ROOT))).toEqual([])
})
