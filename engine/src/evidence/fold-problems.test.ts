import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { limits } from '../limits.ts'
import { foldProblems } from './fold-problems.ts'
import type { Problem } from './message.ts'
import { openArtefacts } from './open-artefacts.ts'
import { parseMessage } from './parse-message.ts'
import { toProblem } from './problem.ts'

/** A zip in a zip, `depth` times. */
const nest = (depth: number): Uint8Array =>
  depth === 0 ? strToU8('innermost') : zipSync({ 'inner.zip': nest(depth - 1) })

function mailWith(file: Uint8Array): Uint8Array {
  const base64 = Buffer.from(file).toString('base64').replace(/.{76}/g, '$&\r\n')
  return Buffer.from(
    [
      'From: a@attacker.example',
      'To: b@member.example',
      'Content-Type: application/zip; name="many.zip"',
      'Content-Transfer-Encoding: base64',
      'Content-Disposition: attachment; filename="many.zip"',
      '',
      base64,
      '',
    ].join('\r\n'),
  )
}

test('forty archives that are all too deep are one problem with a count and the first places', async () => {
  const branches = Object.fromEntries(
    Array.from({ length: 40 }, (_, at) => [
      `branch-${String(at).padStart(2, '0')}.zip`,
      nest(limits.archiveDepthMax),
    ]),
  )
  const { problems } = await openArtefacts(parseMessage(mailWith(zipSync(branches))))
  const deep = problems.filter(({ code }) => code === 'over-deep-archive')
  expect(deep).toHaveLength(1)
  expect(deep[0]?.count).toBeGreaterThan(30)
  expect(deep[0]?.places).toHaveLength(limits.problemPlacesMax)
  expect(deep[0]?.places?.[0]).toBe(deep[0]?.path)
})

const at = (code: 'archive-bomb' | 'wrong-password', path: string): Problem => toProblem(code, path)

// biome-ignore format: a table is read by its columns.
test.each([
  ['one problem stays as it is',                 [at('archive-bomb', '2')],                                                        ['archive-bomb 2']],
  ['the same of the same place is told once',    [at('archive-bomb', '2'), at('archive-bomb', '2')],                               ['archive-bomb 2']],
  ['the same of two members is one of two',      [at('archive-bomb', '2/1'), at('archive-bomb', '2/7')],                           ['archive-bomb 2/1 ×2 2/1,2/7']],
  ['another layer stays apart',                  [at('archive-bomb', '2/1'), at('archive-bomb', '2/1/1')],                         ['archive-bomb 2/1', 'archive-bomb 2/1/1']],
  ['another problem stays apart',                [at('archive-bomb', '2/1'), at('wrong-password', '2/1')],                         ['archive-bomb 2/1', 'wrong-password 2/1']],
  ['what is folded already is added up',         [...foldProblems([at('archive-bomb', '1'), at('archive-bomb', '2')]), at('archive-bomb', '3')], ['archive-bomb 1 ×3 1,2,3']],
])('%s', (_name, problems, expected) => {
  const shown = foldProblems(problems).map(({ code, path, count, places = [] }) =>
    count === undefined ? `${code} ${path}` : `${code} ${path} ×${count} ${places.join()}`,
  )
  expect(shown).toEqual(expected)
})

test('three hundred sentences of their own end in one that says that there were more', () => {
  const problems = Array.from({ length: 300 }, (_, number) => ({
    ...at('archive-bomb', '2'),
    say: { ja: `${number}`, en: `${number}` },
  }))
  const folded = foldProblems(problems)
  expect(folded).toHaveLength(limits.problemsMax)
  expect(folded.at(-1)?.code).toBe('over-many-problems')
})
