import { findAlias } from '../../engine/src/anonymise/aliases.ts'
import { findSpans } from '../../engine/src/anonymise/check/find-spans.ts'
import { startBudget } from '../../engine/src/files/archives/archive-member.ts'
import { projects } from '../../engine/src/files/projects/reader.ts'

/** What makes functions build their expressions, with what strangers may put into them. */
export const EXERCISES: readonly (() => unknown)[] = [
  ...[
    '(a+)+$',
    '..........',
    'a@b.example',
    'http://a.example/?q=[^x]*',
    '\\\\',
    '@@@@@@',
    '(?:',
  ].map((value) => () => findSpans('x', value)),
  () => findAlias('x', 'A'),
  // A name in each script, which is looked for in its own way. Loaded here: what it imports builds some as well.
  ...['瀬名波', 'ワカバ', 'せなは', 'Senaha'].map((name) => async () => {
    const { findRepeated } = await import('../../engine/src/anonymise/redact/find-repeated.ts')
    const nobody = { people: [], companies: [] }
    return findRepeated(`${name} x`, nobody, { ...nobody, people: [name] })
  }),
  () =>
    projects.read({
      bytes: Buffer.from(
        '<Project><UsingTask TaskFactory="CodeTaskFactory"/><Exec Command="a"/></Project>',
      ),
      type: 'application/x-msbuild',
      fileName: 'a.csproj',
      passwords: [],
      budget: startBudget(1_000),
    }),
]
