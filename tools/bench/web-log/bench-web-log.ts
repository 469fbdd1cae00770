import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeLog } from './write-log.ts'

const LINES_DEFAULT = 1_000_000

/** What one program did with the log. */
export interface WebLogFigure {
  readonly name: string
  readonly linesPerSecond?: number
  readonly megabytes?: number
  readonly note?: string
}

/**
 * Reads a written log of so many lines beside what a user would run instead. CPU seconds, because all of these
 * work on one core and wall clock on shared machines varies.
 */
export async function benchWebLog(lines = LINES_DEFAULT) {
  const folder = mkdtempSync(join(tmpdir(), 'noroshi-bench-'))
  const file = join(folder, 'access.log')
  try {
    await writeLog(file, lines)
    const figures = CONTENDERS.map(({ name, command }) => run(name, command(file, folder), lines))
    return { lines, megabytes: statSync(file).size / 1e6, figures }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const READ_LOG = fileURLToPath(new URL('read-log.ts', import.meta.url))

/** The shell line of each program; `awk` and `grep` do a small part of the work, and the part people do by hand. */
const CONTENDERS: readonly {
  readonly name: string
  command(file: string, folder: string): string
}[] = [
  { name: 'noroshi', command: (file) => `'${process.execPath}' '${READ_LOG}' '${file}'` },
  {
    name: 'goaccess',
    command: (file, folder) =>
      `goaccess '${file}' --log-format=COMBINED --no-global-config --no-progress -o '${folder}/out.json'`,
  },
  {
    name: 'awk and grep: sources, paths, statuses, probes',
    command: (file) =>
      `awk '{ s[$1]++; p[$7]++; c[$9]++ } END { for (a in s) print s[a], a; for (a in p) print p[a], a; for (a in c) print c[a], a }' '${file}' | sort -rn | head -50; grep -ciE '(\\.|%2e)(\\.|%2e)(/|%2f)|\\.env|\\.git/|wp-login|cmd=|union(\\+|%20)select|eval-stdin' '${file}'`,
  },
]

function run(name: string, command: string, lines: number): WebLogFigure {
  // `times` (POSIX) tells the CPU time of everything that was run before it.
  const { stdout, status } = spawnSync('sh', ['-c', `{ ${command}; } 2>/dev/null; echo; times`], {
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  })
  const clocks = stdout.trimEnd().split('\n').at(-1) ?? ''
  const seconds = [...clocks.matchAll(/(\d+)m([\d.]+)s/g)]
    .map(([, minutes, rest]) => Number(minutes) * 60 + Number(rest))
    .reduce((sum, one) => sum + one, 0)
  const isInstalled = spawnSync('sh', ['-c', `command -v ${command.split(' ', 1)[0]}`]).status === 0
  if (status !== 0 || !isInstalled) return { name, note: 'not installed' }
  const megabytes = /"megabytes":([\d.]+)/.exec(stdout)?.[1]
  return {
    name,
    linesPerSecond: lines / seconds,
    ...(megabytes === undefined ? {} : { megabytes: Number(megabytes) }),
  }
}
