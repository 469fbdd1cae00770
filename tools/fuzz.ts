import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { parseArgs } from 'node:util'

/**
 * `npm run fuzz -- [NAME] [--minutes N] [--seed N]`: every property of every parser (or of those whose
 * path holds NAME) for N minutes each, from a seed that is printed and can be given again.
 */
const ROOT = join(import.meta.dirname, '..')
process.chdir(ROOT)

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
})
const [name = ''] = positionals
const minutes = Number(values.minutes)
const seed = Number(values.seed)
const files = globSync('{engine,exchange,contract,reports}/**/*.fuzz.test.ts')
  .filter((path) => !path.includes('node_modules') && path.includes(name))
  .toSorted()

if (files.length === 0 || !(minutes > 0) || !Number.isSafeInteger(seed)) {
  process.stderr.write('npm run fuzz -- [NAME] [--minutes N] [--seed N]\n')
  process.exitCode = 2
} else {
  process.stdout.write(
    `${files.length} files, ${minutes} min for each property, seed ${seed}\n` +
      `Again: npm run fuzz -- ${name} --minutes ${minutes} --seed ${seed}\n`,
  )
  const ms = Math.round(minutes * 60_000)
  const { status } = spawnSync('vitest', ['run', `--testTimeout=${ms * 2 + 60_000}`, ...files], {
    env: {
      ...process.env,
      PATH: `${join(ROOT, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`,
      NOROSHI_FUZZ_MS: String(ms),
      NOROSHI_FUZZ_SEED: String(seed),
    },
    stdio: 'inherit',
  })
  process.exitCode = status ?? 1
}
