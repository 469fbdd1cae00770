import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseNames } from './parse-names.ts'

const command = fileURLToPath(new URL('../../bin/noroshi.js', import.meta.url))
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'noroshi-leaks-'))
  const files = {
    'names.txt': '# ours\n株式会社北浜精機\nKitahama Seiki\nkitahama-seiki.example\n',
    'vault.json': JSON.stringify({
      names: [{ text: 'Kitahama Seiki', kind: 'romaji' }],
      networks: ['203.0.113.0/24'],
    }),
    'clean.html': '<p>Harbour Works</p>',
    'named.html': '<p>Kita<b></b>hama Sei<i></i>ki</p>',
    'network.txt': 'seen from 203.0.113.9\n',
    'closed.bin': '\u0000\u0001\u0002\u0003\u0000\u0005',
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(words: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [command, 'check-leaks', ...words],
    { cwd: folder, encoding: 'utf8', input },
  )
  return { status, stdout, stderr }
}

test.each<[string, readonly string[], number, string]>([
  ['a clean file', ['clean.html', '--names', 'names.txt'], 0, '見つかりませんでした'],
  [
    'a file with a name across tags',
    ['named.html', '--names', 'names.txt', '--en'],
    1,
    'element p',
  ],
  [
    'an address of a network in the vault',
    ['network.txt', '--names', 'vault.json', '--en'],
    1,
    'line 1',
  ],
  [
    'bytes of no known format',
    ['closed.bin', '--names', 'names.txt', '--en'],
    2,
    'no known format',
  ],
  [
    'a trace before what is closed',
    ['closed.bin', 'named.html', '--names', 'names.txt'],
    1,
    '痕跡',
  ],
])('%s', (_, words, status, said) => {
  const ran = run(words)
  expect(ran.status).toBe(status)
  expect(ran.stdout).toContain(said)
})

test('standard input is searched, and the answer for machines is one line of JSON', () => {
  const { status, stdout } = run(['-', '--names', 'names.txt', '--json'], '{"a":"北浜精機"}')
  expect(status).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject({
    format: 'json',
    traces: [{ place: { en: 'value a' } }],
  })
})

test('a list of names is sorted by form, and a list of JSON that nobody knows is an error', () => {
  const [own] = parseNames(
    '北浜\na@b.example\nb.example\n192.0.2.7\n+81 3-0206-1821\n',
  ).organisations
  expect(own).toMatchObject({
    names: ['北浜'],
    domains: ['b.example'],
    ipAddresses: ['192.0.2.7'],
    numbers: ['+81 3-0206-1821'],
    people: [{ addresses: ['a@b.example'] }],
  })
  expect(() => parseNames('{"names":["a"],"acounts":["b"]}')).toThrow('unknown list')
  expect(() => parseNames('\n')).toThrow('no names')
})
