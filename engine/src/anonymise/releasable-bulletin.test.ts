import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { toCanonicalJson } from './canonical-json.ts'
import { draftBulletin } from './draft/draft-bulletin.ts'
import { hashContent, release } from './releasable-bulletin.ts'
import { FRAUD_CASE } from './testing/case-of-invoice-fraud.ts'
import { KNOWN_TRACES } from './testing/known-traces.ts'
import type { TraceOrganisation } from './traces.ts'

const { content } = draftBulletin(FRAUD_CASE)

test('a name in any one format stops the release and says which', () => {
  const clean = { format: 'web', bytes: Buffer.from('<p>A社</p>') }
  const leaking = {
    format: 'stix',
    bytes: Buffer.from('{"author":"\\u5317\\u6d5c\\u7cbe\\u6a5f"}'),
  }
  expect(release(content, [clean], KNOWN_TRACES)).toMatchObject({ ok: true })
  expect(release(content, [clean, leaking], KNOWN_TRACES)).toMatchObject({
    ok: false,
    leaks: [{ format: 'stix', trace: '株式会社北浜精機', how: 'json-escape' }],
  })
})

test('a name in the content stops the release although no format shows it', () => {
  const named = { ...content, advice: [{ ja: '北浜精機へ', en: 'x' }] }
  expect(release(named, [], KNOWN_TRACES).ok).toBe(false)
})

test('T36: what is not in the allow-list stays behind, and what was checked cannot change', () => {
  const more = { ...content, caseNumber: 'C-2026-0147', advice: [{ ja: 'a', en: 'b', by: 'x' }] }
  const released = release(more, [], KNOWN_TRACES)
  const kept = released.ok ? released.releasable : undefined
  expect(JSON.stringify(kept)).not.toMatch(/caseNumber|"by"/u)
  expect(Object.isFrozen(kept?.indicators[0])).toBe(true)
  expect(kept === undefined ? '' : hashContent(kept, 'a')).toBe(
    hashContent({ ...content, advice: [{ ja: 'a', en: 'b' }] }, 'a'),
  )
})

test('the seal says what was read', () => {
  const bytes = Buffer.from('A社')
  const released = release(content, [{ format: 'mail', bytes }], KNOWN_TRACES)
  expect(released.searched.traceCount).toBeGreaterThan(20)
  expect(released.searched.spellingCount).toBeGreaterThan(released.searched.traceCount)
  expect(released.searched.skipped).toEqual([])
})

test('T35: an approval holds for this text and this audience only', () => {
  const audience = { groups: ['g1', 'g2'] }
  const hash = hashContent(content, audience)
  expect(hash).toMatch(/^[0-9a-f]{64}$/u)
  expect(hashContent(structuredClone(content), { groups: ['g1', 'g2'] })).toBe(hash)
  expect(hashContent({ ...content, tlp: 'GREEN' }, audience)).not.toBe(hash)
  expect(hashContent(content, { groups: ['g1'] })).not.toBe(hash)
})

test.each([
  // RFC 8785 §3.2.3, with its order of keys by UTF-16 units.
  [
    { '€': 1, '\r': 2, \ufb33: 3, '1': 4, '😀': 5, ö: 6 },
    '{"\\r":2,"1":4,"ö":6,"€":1,"😀":5,"\ufb33":3}',
  ],
  [[1e21, 0.000001, -0, 'a"\\\n'], '[1e+21,0.000001,0,"a\\"\\\\\\n"]'],
  [{ b: undefined, a: null }, '{"a":null}'],
])('canonical JSON of %j', (value, expected) => {
  expect(toCanonicalJson(value)).toBe(expected)
})

test('the redactor and the leak check share no code', () => {
  const imports = (folder: string): string[] =>
    readdirSync(join(import.meta.dirname, folder))
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .flatMap((name) => {
        const text = readFileSync(join(import.meta.dirname, folder, name), 'utf8')
        return [...text.matchAll(/^import (?!type)[^']*'(\.[^']+)'/gmsu)].map(
          (match) => match[1] ?? '',
        )
      })
  const leavesCheck = imports('check').filter((path) => path.startsWith('../'))
  expect([...new Set(leavesCheck)]).toEqual(['../limits.ts'])
  expect(imports('redact').filter((path) => path.includes('/check/'))).toEqual([])
  expect(imports('draft').filter((path) => path.includes('/check/'))).toEqual([])
})

test('the beginning of a name is shown to a person although the whole name is searched as well', () => {
  const organisation: TraceOrganisation = {
    ...{ id: 'o', role: 'provider', names: ['かもめ航空整備株式会社'], domains: [], people: [] },
    ...{ hosts: [], ipAddresses: [], numbers: [] },
  }
  const { content } = draftBulletin(FRAUD_CASE)
  const summary = { ...content.summary, ja: ['かもめの担当者が気づいた'] }
  const { ok, weakTraces } = release({ ...content, summary }, [], { organisations: [organisation] })
  expect([ok, weakTraces.map(({ excerpt }) => excerpt)]).toEqual([
    true,
    ['かもめの担当者が気づいた'],
  ])
})
