import { describe, expect, test } from 'vitest'
import type { Artefact } from '../evidence/artefact.ts'
import { limits } from '../limits.ts'
import { compileRules } from './compile-rules.ts'
import type { CompiledRules } from './rule-match.ts'
import { scanArtefacts } from './scan-artefacts.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')
const rule = (name: string, text: string) =>
  `rule ${name} { strings: $a = "${text}" condition: $a }`

describe('rules of the hub', () => {
  test('say where they are met', async () => {
    const { rules, errors } = await compileRules([{ id: 'one', text: rule('Seen', 'needle') }])
    expect(errors).toEqual([])
    expect(rules.scan(bytes('hay needle hay needle'))).toEqual({
      isCut: false,
      matches: [
        {
          rule: 'Seen',
          sourceId: 'one',
          tags: [],
          meta: {},
          places: [
            { pattern: '$a', range: { start: 4, end: 10 } },
            { pattern: '$a', range: { start: 15, end: 21 } },
          ],
        },
      ],
    })
    rules.close()
  })

  test('with an error are left out with the compiler’s words, and the others stand', async () => {
    const { rules, errors } = await compileRules([
      { id: 'broken', text: 'rule Broken { condition: }' },
      { id: 'good', text: rule('Good', 'x') },
      { id: 'again', text: rule('Good', 'x') },
    ])
    expect(errors.map(({ sourceId }) => sourceId)).toEqual(['broken'])
    expect(errors[0]?.message).toMatch(/syntax error/i)
    const { matches } = rules.scan(bytes('x'))
    expect(matches.map(({ sourceId }) => sourceId)).toEqual(['good', 'again'])
    rules.close()
  })

  test.each([
    ['reach for another file', 'include "other.yar"'],
    ['are longer than allowed', rule('Long', 'a'.repeat(600_000))],
  ])('that %s are refused', async (_name, text) => {
    const { rules, errors } = await compileRules([{ id: 'bad', text }])
    expect(errors).toHaveLength(1)
    expect(rules.scan(bytes('x')).matches).toEqual([])
    rules.close()
  })

  test('that take too long are cut short and say so', async () => {
    const slow = `rule Slow { strings: $a = /(a|b|c|d)+(a|b|c|d)+(a|b|c|d)+x/ condition:
      for all i in (1..100000000) : ( for any j in (1..1000) : ( uint8(i * j % 1000) == 300 ) or #a > i ) }`
    const { rules, errors } = await compileRules([{ id: 'slow', text: slow }])
    expect(errors).toEqual([])
    const started = performance.now()
    rules.scan(bytes('abcd'.repeat(10_000)))
    expect(performance.now() - started).toBeLessThan(15_000)
    rules.close()
  })
})

test('what was not asked to the end is told, and a mail is not kept waiting for each of its files', () => {
  const asked: number[] = []
  const rules: CompiledRules = {
    scan(bytes) {
      asked.push(bytes.length)
      return { matches: [], isCut: bytes.length === 7 }
    },
    close() {},
  }
  const file = (path: string, length: number): Artefact => ({
    path,
    type: 'application/octet-stream',
    sizeBytes: length,
    sha256: '',
    sha1: '',
    md5: '',
    kind: 'attachment',
    content: Buffer.alloc(length),
  })
  const { cut } = scanArtefacts(rules, [file('1', 3), file('2', 7), file('3', 5)])
  expect(cut).toEqual(['2', '3'])
  expect(asked).toEqual([3, 7])
})

test('of a mail of two thousand files some are asked about alone and the rest together', () => {
  const asked: number[] = []
  const rules: CompiledRules = {
    scan(bytes) {
      asked.push(bytes.length)
      const at = Buffer.from(bytes).indexOf('needle')
      const places = [{ pattern: '$a', range: { start: at, end: at + 6 } }]
      const match = { rule: 'Seen', sourceId: 'one', tags: [], meta: {}, places }
      return { isCut: false, matches: at < 0 ? [] : [match] }
    },
    close() {},
  }
  const files = Array.from({ length: 2_000 }, (_, at): Artefact => {
    const content = bytes(at === 1_900 ? 'a needle' : 'hay')
    const path = `1/${at}`
    const hashes = { sha256: '', sha1: '', md5: '' }
    return { path, type: 'a/b', sizeBytes: 3, ...hashes, kind: 'archive-member', content }
  })
  const { matches, cut } = scanArtefacts(rules, files)
  expect(asked).toHaveLength(limits.ruleFilesMax + 1)
  expect(matches.map(({ file, match }) => [file.path, match.places[0]?.range.start])).toEqual([
    ['1/1900', 2],
  ])
  expect(cut).toEqual([`1/${limits.ruleFilesMax}`])
})
