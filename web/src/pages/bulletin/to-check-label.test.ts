import type { LeakCheck } from 'contract/bulletin'
import { expect, test } from 'vitest'
import { bulletinWords } from '../../words/bulletin.ts'
import { bulletinTextWords } from '../../words/bulletin-text.ts'
import { i18n } from '../../words/i18n.ts'
import { toCheckLabel } from './to-check-label.ts'

const CHECK: LeakCheck = {
  ...{ checkedAt: '2026-10-15T01:00:00.000Z', contentHash: '0'.repeat(64), clean: true },
  ...{ checker: '1', traceCount: 0, spellingCount: 0, encodedForms: 0, weakTraces: [] },
  ...{ skipped: [], skippedCount: 0, formats: [], leaks: [] },
}

// biome-ignore format: a table is read by its columns.
test.each([
  ['ja', {},               '「検査する」'],
  ['ja', { check: CHECK }, '「もう一度検査する」'],
  ['en', {},               '“Check it”'],
  ['en', { check: CHECK }, '“Check it again”'],
] as const)('in %s the notice of a text that could not be written names the button as it reads', (language, view, named) => {
  i18n.activate(language)
  const button = i18n._(`${bulletinWords.area}.${toCheckLabel(view)}`)
  expect(i18n._(`${bulletinTextWords.area}.settling-failed`, { button })).toContain(named)
})
