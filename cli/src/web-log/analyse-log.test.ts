import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { renderProgress } from './log-progress.ts'
import { renderBars } from './render-bars.ts'

// The command is run as people run it, on logs in every packing and on standard input.

const command = fileURLToPath(new URL('../../bin/noroshi.js', import.meta.url))
const LOG = [
  '192.0.2.1 - - [01/Apr/2024:10:00:00 +0900] "GET / HTTP/1.1" 200 10 "-" "-"',
  '203.0.113.9 - - [01/Apr/2024:10:00:01 +0900] "GET /.env\u001b[2J HTTP/1.1" 200 10 "-" "-"',
  '203.0.113.9 - - [01/Apr/2024:10:00:02 +0900] "GET /.git/config HTTP/1.1" 404 10 "-" "-"',
  '',
].join('\n')
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'noroshi-cli-log-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(words: readonly string[], input?: Uint8Array) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, 'analyse', ...words], {
    encoding: 'utf8',
    ...(input === undefined ? {} : { input }),
  })
  return { status, stdout, stderr }
}

function write(name: string, bytes: string | Uint8Array): string {
  const file = join(folder, name)
  writeFileSync(file, bytes)
  return file
}

const READ = {
  kind: 'web-log',
  lines: { requests: 3 },
  probes: { count: 2, answered: 1, sources: 1 },
}

test.each([
  ['access.log', LOG],
  ['access.log.gz', gzipSync(LOG)],
  ['access.log.zst', zstdCompressSync(LOG)],
])('%s is read as a log', (name, bytes) => {
  const { status, stdout } = run(['--json', write(name, bytes)])
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject(READ)
})

test('a packed log on standard input is read as a log', () => {
  expect(JSON.parse(run(['--json', '-'], gzipSync(LOG)).stdout)).toMatchObject(READ)
})

test('the page says what was looked for, in both languages, and cannot paint on the terminal', () => {
  const file = write('page.log', LOG)
  const ja = run(['--all', file]).stdout
  expect(ja).toMatch(
    /アクセスログ[\s\S]*設定・パスワード・バックアップファイルの探索[\s\S]*203\.0\.113\[\.\]9/,
  )
  expect(ja).not.toMatch(/\u001b/)
  expect(run(['--en', file]).stdout).toMatch(/Access log[\s\S]*configuration, password and backup/)
})

test('a finding of weight answers 1 on request, a damaged log 3', () => {
  const file = write('exit.log', LOG)
  expect(run(['--exit-code', file]).status).toBe(1)
  const packed = gzipSync(LOG.repeat(50))
  const damaged = run([write('cut.log.gz', packed.subarray(0, packed.length - 9))])
  expect(damaged.status).toBe(3)
  expect(damaged.stderr).toContain('cut.log.gz')
})

test('progress tells how far, how fast and how long still', () => {
  const far = { lines: 1_000_000, seconds: 4, share: 0.25 }
  expect(renderProgress(far, 'en')).toBe(
    '[######..................] 25%  1,000,000 lines  250,000 lines/s  about 12 s left',
  )
  expect(renderProgress({ ...far, share: undefined }, 'ja')).toBe('1,000,000 行  毎秒 250,000 行')
})

test('bars fit, nothing is a space, and little still shows', () => {
  expect(renderBars([0, 1, 1000, 500], 10)).toBe(' ▁█▄')
  expect(
    renderBars(
      Array.from({ length: 100 }, () => 1),
      10,
    ),
  ).toHaveLength(10)
})
