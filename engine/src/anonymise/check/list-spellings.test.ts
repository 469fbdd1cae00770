import { expect, test } from 'vitest'
import type { TraceOrganisation } from '../traces.ts'
import { checkTraces } from './find-traces.ts'
import { listSpellings } from './list-spellings.ts'

const organisation = (part: Partial<TraceOrganisation>): TraceOrganisation => ({
  ...{ id: 'o1', role: 'provider', names: [], domains: [], people: [], hosts: [] },
  ...{ ipAddresses: [], numbers: [] },
  ...part,
})

test.each([
  ['株式会社北浜精機', { names: ['株式会社北浜精機'] }, '北浜精機'],
  ['kitahama-seiki.example', { domains: ['kitahama-seiki.example'] }, 'kitahama-seiki'],
  ['森田 恭子', { people: [{ names: ['森田 恭子'], addresses: [] }] }, '恭子 森田'],
])('%s is searched for in other spellings too', (trace, part, spelling) => {
  const rows = listSpellings({ organisations: [organisation(part)] })
  expect(rows.find((row) => row.trace === trace)?.spellings).toContain(spelling)
})

test.each([
  ['大阪', { names: ['大阪'] }, 'asked'],
  ['12345', { numbers: ['12345'] }, 'unsearched'],
  ['北浜精機', { names: ['北浜精機'] }, undefined],
  ['03-0206-1821', { numbers: ['03-0206-1821'] }, undefined],
])('of %s it is told beforehand what the check will do with it', (trace, part, doubt) => {
  const traces = { organisations: [organisation(part)] }
  expect(listSpellings(traces).find((row) => row.trace === trace)?.doubt).toBe(doubt)
  const { skipped, ordinary } = checkTraces([], traces)
  expect([skipped.includes(trace), ordinary.includes(trace)]).toEqual([
    doubt === 'unsearched',
    doubt === 'asked',
  ])
})
