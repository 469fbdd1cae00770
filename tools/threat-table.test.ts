import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'

// The tables of docs/security promise that a test holds each control; a promise must name a test that exists.

const root = new URL('..', import.meta.url).pathname

const tests = new Set(
  globSync('{contract,engine,exchange,reports,hub,web,cli,walks,tools}/**/*.test.ts', {
    cwd: root,
    exclude: ['**/node_modules/**'],
  }).map((path) => basename(path)),
)

function rowsOf(page: string): string[][] {
  return readFileSync(`${root}docs/security/${page}`, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') || line.startsWith('|T'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
}

const threats = rowsOf('threats.md').filter(([id]) => id !== 'id')

test('every threat from T01 to T75 has its line, in order', () => {
  const ids = Array.from({ length: 75 }, (_, at) => `T${String(at + 1).padStart(2, '0')}`)
  expect(threats.map(([id]) => id)).toEqual(ids)
})

test.each(threats)('%s (%s) names a control and a test, or says not yet', (...cells) => {
  const [, way, control, proof] = cells
  expect(cells).toHaveLength(4)
  expect(way).not.toBe('')
  expect(control).not.toBe('')
  const isOpen = `${control} ${proof}`.includes('*not yet*')
  const isNothingToTest = proof === 'none'
  expect(isOpen || isNothingToTest || /`[^`]+`/u.test(proof ?? '')).toBe(true)
})

test.each(['threats.md', 'README.md', 'asvs.md'])('every test that %s names exists', (page) => {
  const named = rowsOf(page).flatMap((cells) =>
    [...(cells.at(-1) ?? '').matchAll(/`([a-z.-]+\.test\.ts)`/gu)].map(([, name]) => name ?? ''),
  )
  expect(named.length).toBeGreaterThan(0)
  expect(named.filter((name) => !tests.has(name))).toEqual([])
})

// ASVS 5.0.0 counts 70 requirements of level 1 and 183 of level 2.
const items = rowsOf('asvs.md').filter(([id]) => id?.startsWith('v5.0.0-') === true)

test('every item of ASVS 5.0 levels 1 and 2 has its line', () => {
  const ofLevel = (level: string) => items.filter((cells) => cells[1] === level).length
  expect([ofLevel('1'), ofLevel('2')]).toEqual([70, 183])
})

test('the items of ASVS stand in order, each once', () => {
  const places = items.map(([id]) => (id ?? '').slice('v5.0.0-'.length).split('.').map(Number))
  const rank = ([chapter = 0, section = 0, item = 0]: readonly number[]) =>
    chapter * 10_000 + section * 100 + item
  const ranks = places.map(rank)
  expect(ranks).toEqual([...new Set(ranks)].toSorted((a, b) => a - b))
})

test.each(items)(
  '%s of level %s (%s) is held by something, does not apply, or says not yet',
  (...cells) => {
    const [, level, asks, control, proof = ''] = cells
    expect(cells).toHaveLength(5)
    expect(['1', '2', '3']).toContain(level)
    expect([asks, control, proof]).not.toContain('')
    const isOpen = `${control} ${proof}`.includes('*not yet*')
    const isElsewhere = /^n\/a\b/.test(control ?? '') || proof.startsWith('n/a: ')
    const isProved = /`[^`]+\.ts`|by hand \d{4}-\d{2}-\d{2}/.test(proof)
    expect(isOpen || isElsewhere || isProved).toBe(true)
  },
)
