import { expect, test } from 'vitest'
import { growsTooFast } from './grows-too-fast.ts'
import { judgeRegex } from './judge-regex.ts'
import { hashOf, readAccepted, readChecked } from './known-regexes.ts'
import { listBuiltRegexes } from './list-built-regexes.ts'
import { listRegexes } from './list-regexes.ts'

const written = listRegexes()
const accepted = readAccepted()

test('no regular expression takes more than linear time on any text', async () => {
  const checked = readChecked()
  const faults: string[] = []
  for (const regex of written) {
    const literal = `/${regex.source}/${regex.flags}`
    if (checked.has(hashOf(regex)) || accepted.has(literal)) continue
    const fault = await judgeRegex(regex)
    if (fault !== undefined) faults.push(`${regex.place} ${literal}\n${fault}`)
  }
  // Many new ones take long: `node tools/check-regexes.ts` writes down which were found linear.
  expect(faults).toEqual([])
}, 120_000)

test('no expression that is put together at run time takes more than linear time either', async () => {
  const { regexes, unseen } = await listBuiltRegexes()
  const checked = readChecked()
  const faults: string[] = []
  for (const regex of regexes) {
    const fault = checked.has(hashOf(regex)) ? undefined : await judgeRegex(regex)
    if (fault !== undefined) faults.push(`${regex.place} /${regex.source}/${regex.flags}\n${fault}`)
  }
  expect(faults).toEqual([])
  // A file listed here builds one that `exercises.ts` does not reach.
  expect(unseen).toEqual([])
}, 120_000)

test('every accepted exception still exists', () => {
  const literals = new Set(written.map(({ source, flags }) => `/${source}/${flags}`))
  expect([...accepted].filter((literal) => !literals.has(literal))).toEqual([])
})

test.each([
  ['^\\s*-{2,}x', 'm', '\n'],
  ['^(a+)+$', '', 'a'],
])('/%s/%s grows too fast', (source, flags, pump) => {
  expect(growsTooFast(source, flags)).toBe(pump)
})

test.each(['^[^\\S\\n]{0,20}-{2,60}x', '(?<! ) +\\n', '[a-z]{1,40}@'])(
  '/%s/ grows with its text',
  (source) => {
    expect(growsTooFast(source, 'm')).toBeUndefined()
  },
)
