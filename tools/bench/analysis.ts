import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { analyse, buildRegister } from 'engine'

/** One line of the table: what ran, and how fast. `mailsPerSecond` counts CPU time of one core. */
export interface AnalysisFigure {
  readonly name: string
  readonly mailsPerSecond?: number
  readonly p99Ms?: number
  /** Why there is no figure. */
  readonly note?: string
}

const ROUNDS = 5
/** SpamAssassin takes some 300 ms a mail; this many give a steady figure in half a minute. */
const SLOW_MAILS_MAX = 100

/** Full analysis of each mail, beside what a user would run instead, all offline and on one core. */
export async function benchAnalysis(mails: readonly Uint8Array[]): Promise<AnalysisFigure[]> {
  return [await measureOurs(mails), measureRspamd(mails), measureSpamAssassin(mails)]
}

async function measureOurs(mails: readonly Uint8Array[]): Promise<AnalysisFigure> {
  const register = buildRegister({ organisations: [] })
  const rates: number[] = []
  // The shortest of several times is the work itself: whatever else the machine does only adds.
  const times = mails.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage()
    for (const [number, bytes] of mails.entries()) {
      const startedAt = performance.now()
      await analyse(bytes, { register })
      times[number] = Math.min(times[number] ?? 0, performance.now() - startedAt)
    }
    const { user, system } = process.cpuUsage(before)
    rates.push((mails.length / (user + system)) * 1e6)
  }
  return {
    name: 'noroshi analyse',
    mailsPerSecond: median(rates),
    p99Ms: times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0,
  }
}

/** `rspamc` asks a running rspamd for all its symbols, as a mail server would. */
function measureRspamd(mails: readonly Uint8Array[]): AnalysisFigure {
  return measureCommand('rspamd', 'rspamc', mails, (files) => [
    '--max-requests=1',
    'symbols',
    ...files,
  ])
}

function measureSpamAssassin(mails: readonly Uint8Array[]): AnalysisFigure {
  return measureCommand('SpamAssassin', 'spamassassin', mails, (files) => [
    '--local',
    '--test-mode',
    ...files,
  ])
}

/** Runs another tool over the same files; it works on one core, so its wall time is its CPU time. */
function measureCommand(
  name: string,
  command: string,
  mails: readonly Uint8Array[],
  toArguments: (files: readonly string[]) => readonly string[],
): AnalysisFigure {
  if (spawnSync(command, ['--version'], { stdio: 'ignore' }).error !== undefined)
    return { name, note: 'not installed' }
  const folder = mkdtempSync(join(tmpdir(), 'noroshi-bench-'))
  try {
    const files = mails.slice(0, SLOW_MAILS_MAX).map((bytes, at) => {
      const file = join(folder, `${at}.eml`)
      writeFileSync(file, bytes)
      return file
    })
    const startedAt = performance.now()
    execFileSync(command, [...toArguments(files)], { stdio: 'ignore' })
    const seconds = (performance.now() - startedAt) / 1000
    return { name, mailsPerSecond: files.length / seconds }
  } catch {
    return { name, note: 'did not run' }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
}
