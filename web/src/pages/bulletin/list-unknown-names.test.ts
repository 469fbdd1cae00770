import { expect, test } from 'vitest'
import { listSameKind } from './list-unknown-names.ts'

type Question = Parameters<typeof listSameKind>[1]

const CHOICES: Question['choices'] = (['omit', 'keep'] as const).map((choice) => ({
  choice,
  say: { ja: '', en: '' },
}))

const toQuestion = (questionId: string, more: Partial<Question> = {}): Question => ({
  ...{ questionId, number: 1, value: 'v', choices: CHOICES, proposed: 'omit' },
  ...{ say: { ja: '', en: '' }, why: { ja: '', en: '' }, ...more },
})

test.each([
  ['what leaves hosts out holds for the other hosts', 'sending-host', 'omit', 1],
  ['what publishes a host holds for that one', 'sending-host', 'keep', 0],
  ['either answer about a forward publishes one of two mails', 'forward', 'omit', 0],
  ['a name in the text was read there', 'unknown-person', 'keep', 1],
] as const)('%s', (_name, kind, choice, expected) => {
  const [one, other] = [toQuestion(`${kind}:1`), toQuestion(`${kind}:2`)]
  const answered = toQuestion(`${kind}:3`, { decided: 'omit' })
  const all = [one, other, answered, toQuestion('identifying-url:1')]
  expect(listSameKind(all, one, choice)).toEqual(expected === 1 ? [other] : [])
})
