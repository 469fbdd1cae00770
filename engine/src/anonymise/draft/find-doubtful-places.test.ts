import { describe, expect, test } from 'vitest'
import type { Indicator } from '../../evidence/artefact.ts'
import { buildOwners } from '../redact/owners.ts'
import type { CaseMail } from './case-record.ts'
import { findDoubtfulPlaces } from './find-doubtful-places.ts'

const quoting = (name: string, count: number): CaseMail => ({
  ...{ providerId: 'org-hoshimi', findings: [], texts: [] },
  indicators: Array.from({ length: count }, (_, at): Indicator => {
    const value = `https://${name}-${at}.example/p`
    return { type: 'url', value, context: 'quoted-link', path: '1' }
  }),
})

const find = (mails: readonly CaseMail[]) =>
  findDoubtfulPlaces({ mails, decisions: {} }, buildOwners({ organisations: [] }), () => false)

describe('findDoubtfulPlaces', () => {
  test('asks once about what one mail quotes, with one list for all of it', () => {
    const { questionOf } = find([quoting('thread', 200), quoting('other', 2)])
    const question = questionOf('thread-0.example')
    expect(question?.values).toHaveLength(200)
    expect(questionOf('thread-199.example')).toBe(question)
    expect(questionOf('other-0.example')?.values).toStrictEqual(['other-0.example'])
  })

  test('reads a hundred mails with many places in the time of one look at each', () => {
    const mails = Array.from({ length: 100 }, (_, at) => quoting(`thread-${at}`, 200))
    const before = performance.now()
    const { questionOf } = find(mails)
    expect(questionOf('thread-99-199.example')?.values).toHaveLength(200)
    // 20 000 places: some seconds on a slow machine, many minutes where each place reads them all.
    expect(performance.now() - before).toBeLessThan(25_000)
  }, 60_000)
})
