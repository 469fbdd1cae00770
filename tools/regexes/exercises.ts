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
  // A permitted link, which is cut out of a text with all that means something in an expression.
  async () => {
    const { findKeptBack } = await import('../../hub/src/anonymisation/find-kept-back.ts')
    const nothing = { ja: '', en: '' }
    const [questionId, value] = ['identifying-url:1', 'http://a.example/?q=[^x]*(a+)+$']
    const choices = [{ choice: 'ask' as const, say: nothing }]
    return findKeptBack({
      content: {
        ...{ title: nothing, arrivedPeriod: nothing, summary: { ja: ['x'], en: [] } },
        ...{ classification: 'phishing', tlp: 'AMBER', indicators: [] },
        ...{ techniques: [], lookalikes: [], advice: [], omitted: [] },
      },
      questions: [
        { questionId, value, number: 1, say: nothing, why: nothing, choices, proposed: 'ask' },
      ],
      decisions: { [questionId]: 'ask' },
      permitted: [value],
    })
  },
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
