import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { SIGN_KINDS } from 'engine'

test('the interface has a sentence in both languages for every sign a reader of files reports, and no other', () => {
  const words = readFileSync(
    new URL('../../../web/src/words/file-signs.ts', import.meta.url),
    'utf8',
  )
  const [, ja = '', en = ''] = words.split(/^ {2}(?:ja|en): \{$/m)
  for (const side of [ja, en]) {
    const kinds = Array.from(side.matchAll(/^ {4}'?([a-z-]+)'?:/gm), (match) => match[1])
    expect(kinds).toEqual([...SIGN_KINDS])
  }
})
