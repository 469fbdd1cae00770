import { expect, test } from 'vitest'
import { CLASSIFICATIONS } from '../../analysis.ts'
import { checkTraces } from '../check/find-traces.ts'
import { draftBulletin } from '../draft/draft-bulletin.ts'
import { OWN_SENTENCES } from '../draft/own-sentences.ts'
import type { TraceOrganisation } from '../traces.ts'
import { FRAUD_CASE } from './case-of-invoice-fraud.ts'

const SAID = [
  OWN_SENTENCES,
  ...CLASSIFICATIONS.flatMap((classification) => {
    const { title, summary, advice } = draftBulletin({ ...FRAUD_CASE, classification }).content
    return [...[title, ...advice].flatMap(({ ja, en }) => [ja, en]), ...summary.ja, ...summary.en]
  }),
].join('\n')

const WORDS = new Set(
  [
    ...SAID.matchAll(
      /(?<!\p{Script=Han})\p{Script=Han}{2,3}(?!\p{Script=Han})|(?<![ァ-ヺー])[ァ-ヺー]{3,}|(?<![A-Za-z])[A-Za-z]{5,}/gu,
    ),
  ].map(([word]) => word),
)

test('no sentence of the hub’s own is refused because a company is called by one of its words', () => {
  expect(WORDS.size).toBeGreaterThan(500)
  const organisations = [...WORDS].map((word): TraceOrganisation => {
    const names = /^[a-z]/iu.test(word)
      ? [`${word} Systems Ltd.`]
      : [`${word}タービン株式会社`, `${word}整備`, `${word}リレー`]
    return {
      ...{ id: word, role: 'provider', names, domains: [], people: [] },
      ...{ hosts: [], ipAddresses: [], numbers: [] },
    }
  })
  const { leaks } = checkTraces([{ format: 'web', bytes: Buffer.from(SAID) }], { organisations })
  expect([...new Set(leaks.map(({ trace, excerpt }) => `${trace}: ${excerpt}`))]).toEqual([])
})
