import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/*
 * `npm test`: everything that is checked, here and wherever else it runs. All checks run even after one
 * failed, so that one run tells everything; vitest comes last, so that its closing lines stand at the end.
 */

const ROOT = join(import.meta.dirname, '..')
process.chdir(ROOT)
mkdirSync('.cache', { recursive: true })

const CHECKS: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['format', 'biome', 'format', '.'],
  ['lint', 'oxlint', '--deny-warnings'],
  ['types', 'tsc', '--noEmit', '-p', 'tsconfig.json'],
  ['types of web', 'tsc', '--noEmit', '-p', 'web/tsconfig.json'],
  ['tidy', 'node', 'tools/tidy.ts'],
  ['web bundle', 'vite', 'build', 'web', '--logLevel', 'error'],
  [
    'tests',
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    '--outputFile.json=.cache/vitest.json',
  ],
]

const env = {
  ...process.env,
  PATH: `${join(ROOT, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`,
}
const failed = CHECKS.filter(([name, command, ...args]) => {
  const startedAt = performance.now()
  const { status } = spawnSync(command, args, { env, stdio: 'inherit' })
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  if (name !== 'tests')
    process.stdout.write(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)\n`)
  return status !== 0
})
if (failed.length > 0) process.stdout.write(`Failed: ${failed.map(([name]) => name).join(', ')}\n`)
process.exitCode = failed.length === 0 ? 0 : 1
