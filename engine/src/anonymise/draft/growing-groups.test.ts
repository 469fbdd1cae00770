import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Indicator } from '../../evidence/artefact.ts'
import { type Decisions, toDecisions } from '../question.ts'
import { FRAUD_CASE, FRAUD_MAIL } from '../testing/case-of-invoice-fraud.ts'
import type { CaseMail } from './case-record.ts'
import { draftBulletin } from './draft-bulletin.ts'

// Files, pages and hops that one question asks about: what an answer stands for when mails join or leave the case.

const toHash = (name: string): string => createHash('sha256').update(name).digest('hex')
const toPage = (name: string): string => `https://bit.ly/${name}aB3dE5`

const toFile = (name: string): Indicator => ({
  ...{ type: 'sha256', value: toHash(name), context: 'attachment', path: '0.1' },
})
const toLink = (name: string): Indicator => ({
  ...{ type: 'url', value: toPage(name), context: 'link', path: '0' },
})

const toMail = (toIndicator: (name: string) => Indicator, names: string): CaseMail => ({
  ...{ ...FRAUD_MAIL, texts: [] },
  indicators: [...names].map(toIndicator),
})

const KINDS = [
  { kind: 'identifying-hash', toIndicator: toFile, toValue: toHash },
  { kind: 'identifying-url', toIndicator: toLink, toValue: toPage },
] as const

describe.each(KINDS)('$kind', ({ kind, toIndicator, toValue }) => {
  const nameOf = new Map([...'abcdefghijklm'].map((name) => [toValue(name), name]))

  /** Letters of what is asked about together, with the answer where there is one, and letters of what goes out. */
  function draft(mails: readonly string[], decisions: Decisions = {}) {
    const { content, questions } = draftBulletin({
      ...FRAUD_CASE,
      ...{ decisions, mails: mails.map((names) => toMail(toIndicator, names)) },
    })
    const asked = questions.filter(({ questionId }) => questionId.startsWith(`${kind}:`))
    const lettersOf = (values: readonly string[]): string =>
      values
        .flatMap((value) => nameOf.get(value) ?? [])
        .sort()
        .join('')
    return {
      questions: asked,
      asked: asked
        .map(({ value, values = [value], decided = 'open' }) => `${lettersOf(values)} ${decided}`)
        .sort(),
      out: lettersOf(content.indicators.map(({ value }) => value)),
    }
  }

  const answer = (mails: readonly string[], choice: 'ask' | 'omit', decisions: Decisions = {}) => {
    const open = draft(mails, decisions).questions.filter(({ decided }) => decided === undefined)
    return { ...decisions, ...toDecisions(open, choice) }
  }

  test('what joins those that go out is asked about by itself, and stays inside until then', () => {
    const decisions = answer(['abcd'], 'ask')
    const grown = draft(['abcd', 'defg'], decisions)
    expect(grown).toMatchObject({ asked: ['abcd ask', 'efg open'], out: 'abcd' })
    const all = answer(['abcd', 'defg'], 'ask', decisions)
    expect(draft(['abcd', 'defg'], all)).toMatchObject({ asked: ['abcdefg ask'], out: 'abcdefg' })
    const some = answer(['abcd', 'defg'], 'omit', decisions)
    expect(draft(['abcd', 'defg'], some)).toMatchObject({
      asked: ['abcd ask', 'efg omit'],
      out: 'abcd',
    })
  })

  test('what joins is told from what was answered, and what a difference may tell is said', () => {
    const { questions } = draft(['abcd', 'defg'], answer(['abcd'], 'ask'))
    const whys = new Map(questions.map(({ decided = 'open', why }) => [decided, why.en]))
    expect(whys.get('open')).toContain('joined them since')
    expect(whys.get('open')).toContain('somebody else did too')
    expect(whys.get('ask')).not.toContain('joined them since')
  })

  test('T33: what joins those that stay inside stays there with them, so that none stands out', () => {
    const grown = draft(['abcd', 'defg'], answer(['abcd'], 'omit'))
    expect(grown).toMatchObject({ asked: ['abcdefg omit'], out: '' })
  })

  test('what remains when a mail leaves the case, or the case is split, keeps its answer', () => {
    const decisions = answer(['abcd', 'defg'], 'ask')
    expect(draft(['defg'], decisions)).toMatchObject({ asked: ['defg ask'], out: 'defg' })
    // Each of few is asked about by itself, and was answered with the others.
    expect(draft(['ab'], decisions)).toMatchObject({ asked: ['a ask', 'b ask'], out: 'ab' })
    expect(draft(['ab', 'hijk'], decisions)).toMatchObject({
      asked: ['a ask', 'b ask', 'hijk open'],
      out: 'ab',
    })
  })

  test('what was answered alone keeps its answer among many', () => {
    const decisions = answer(['a'], 'ask')
    expect(draft(['a', 'abcd'], decisions)).toMatchObject({
      asked: ['a ask', 'bcd open'],
      out: 'a',
    })
  })

  test.each([
    ['efgh', 'ask', ['abcdefgh ask', 'ij open'], 'abcdefgh'],
    ['efgh', 'omit', ['abcd ask', 'efgh omit', 'ij open'], 'abcd'],
  ] as const)(
    'two groups that a mail joins keep their own answers (%s %s), and its own files are asked about',
    (second, choice, asked, out) => {
      const decisions = { ...answer(['abcd'], 'ask'), ...answer([second], choice) }
      expect(draft(['abcd', second, 'dehij'], decisions)).toMatchObject({ asked, out })
    },
  )

  test('whatever order mails came in, and joins an answered group, nothing unanswered goes out', () => {
    const decisions = answer(['abcd'], 'ask')
    const joining = ['abcd', 'defg', 'ghij', 'klm', 'a']
    for (let turn = 0; turn < joining.length; turn += 1) {
      const mails = [...joining.slice(turn), ...joining.slice(0, turn)]
      expect(draft(mails, decisions).out).toBe('abcd')
    }
  })
})

test('a group that grows beyond what anybody is asked about loses nothing that was let out', () => {
  const chain = Array.from({ length: 4 }, (_, mail) =>
    Array.from({ length: 200 }, (__, file) => toFile(`${mail * 199 + file}`)),
  )
  const toRecord = (some: readonly (readonly Indicator[])[], decisions: Decisions = {}) => ({
    ...{ ...FRAUD_CASE, decisions },
    mails: some.map((indicators) => ({ ...FRAUD_MAIL, indicators })),
  })
  const decisions = toDecisions(draftBulletin(toRecord(chain.slice(0, 1))).questions, 'ask')
  const { content, questions } = draftBulletin(toRecord(chain, decisions))
  expect(content.indicators.filter(({ type }) => type === 'sha256')).toHaveLength(200)
  expect(questions.filter(({ decided }) => decided === undefined)).toEqual([])
})

test('links that somebody adds push no page out that was let out', () => {
  const toRecord = (mails: readonly string[][], decisions: Decisions = {}) => ({
    ...{ ...FRAUD_CASE, decisions },
    mails: mails.map((names) => ({ ...FRAUD_MAIL, indicators: names.map(toLink) })),
  })
  const own = ['y1', 'y2', 'y3', 'y4']
  const decisions = toDecisions(draftBulletin(toRecord([own])).questions, 'ask')
  // In the order of the letters these come first.
  const filler = Array.from({ length: 60 }, (_, at) => `b${at + 100}`)
  const { content, questions } = draftBulletin(toRecord([own, ['y1', ...filler]], decisions))
  const values = content.indicators.map(({ value }) => value)
  expect(values).toEqual(expect.arrayContaining(own.map(toPage)))
  const open = questions.filter(({ decided }) => decided === undefined)
  expect(open.map(({ values: asked = [] }) => asked.length)).toEqual([26])
  expect(values.filter((value) => value.includes('/b1'))).toEqual([])
})

test('T02: a hop that joins those of a mail is asked about by itself, and no longer with others', () => {
  const toRecord = (ends: readonly number[], decisions: Decisions = {}) => ({
    ...{ ...FRAUD_CASE, decisions },
    mails: [
      {
        ...{ ...FRAUD_MAIL, texts: [] },
        indicators: ends.map(
          (end): Indicator => ({
            ...{ type: 'ipv4', value: `192.0.2.${end}`, context: 'received', path: '0' },
          }),
        ),
      },
    ],
  })
  const nine = [11, 12, 13, 14, 15, 16, 17, 18, 19]
  const [together] = draftBulletin(toRecord(nine)).questions
  expect(together?.values).toHaveLength(9)
  const decisions = toDecisions(together === undefined ? [] : [together], 'keep')
  const { content, questions } = draftBulletin(toRecord([...nine, 10], decisions))
  expect(content.indicators.map(({ value }) => value)).toEqual(nine.map((end) => `192.0.2.${end}`))
  const open = questions.filter(({ decided }) => decided === undefined)
  expect(open.map(({ value }) => value)).toEqual(['192.0.2.10'])
})

test('an answer that is not offered is none: the question is asked', () => {
  const decisions = toDecisions([{ questionId: 'identifying-hash', values: [toHash('a')] }], 'keep')
  const { content, questions } = draftBulletin({
    ...{ ...FRAUD_CASE, decisions },
    mails: [toMail(toFile, 'a')],
  })
  expect(content.indicators).toEqual([])
  expect(questions).toMatchObject([{ value: toHash('a'), proposed: 'omit' }])
  expect(questions[0]?.decided).toBeUndefined()
})
