import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeLog } from './log.ts'
import { keepLog } from './testing/keep-log.ts'

test('a hub writes its log to standard error, a line of JSON each, whatever tests do to theirs', () => {
  const log = join(import.meta.dirname, 'log.ts')
  const { stderr, stdout } = spawnSync(
    process.execPath,
    [
      '-e',
      `import(${JSON.stringify(log)}).then((it) => it.writeLog('warning', 'seen', { count: 2 }))`,
    ],
    { encoding: 'utf8' },
  )
  expect(stdout).toBe('')
  expect(JSON.parse(stderr)).toMatchObject({ level: 'warning', event: 'seen', count: 2 })
})

test('a test that listens gets the lines', () => {
  const lines = keepLog()
  writeLog('info', 'heard')
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ level: 'info', event: 'heard' }])
})
