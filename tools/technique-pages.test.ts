import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { logTechniques, techniques } from 'engine'
import { renderTechniquePage } from './technique-page.ts'

const folder = new URL('../docs/techniques/', import.meta.url)

const described = [...techniques, ...logTechniques]

// The pages are generated: `node tools/write-technique-pages.ts` brings them up to date.
test.each(described)('the page on $id says what the detector says', (technique) => {
  const page = readFileSync(new URL(`${technique.id}.md`, folder), 'utf8')
  expect(page).toBe(renderTechniquePage(technique))
})

test('no page is left of a technique that is gone', () => {
  expect(readdirSync(folder).sort()).toEqual(described.map(({ id }) => `${id}.md`).sort())
})
