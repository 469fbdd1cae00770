import type { Artefact } from 'engine'
import { expect, test } from 'vitest'
import { drawFiles } from './draw-files.ts'
import { analysisLimits as limits } from '../limits.ts'

/** A page of an archive, as an attacker packs a thousand of it into a megabyte. */
const page = (index: number): Artefact => ({
  path: `0.2/${index}`,
  kind: 'archive-member',
  fileName: `${index}.htm`,
  type: 'text/html',
  sizeBytes: 200_000,
  sha256: '',
  sha1: '',
  md5: '',
  reading: {
    text: 'x'.repeat(200_000),
    links: [
      { url: `https://far.example/${'a'.repeat(60_000)}`, kind: 'link', path: `0.2/${index}` },
    ],
    signs: [{ kind: 'script', excerpt: 'y'.repeat(500) }],
    facts: [],
  } as unknown as NonNullable<Artefact['reading']>,
})

test('a thousand pages in one archive become a row that the database takes, what acts in them first', () => {
  const drawn = drawFiles(
    Array.from({ length: 1000 }, (_, index) => page(index)),
    [],
  )
  expect(drawn).toHaveLength(1000)
  expect(JSON.stringify(drawn).length).toBeLessThan(limits.readingsCharsMax * 1.2)
  expect(drawn[0]?.reading?.text).toHaveLength(200_000)
  expect(drawn.at(-1)?.reading?.text).toBe('')
})
