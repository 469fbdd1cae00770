import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { analyse, buildRegister } from 'engine'
import { measureCpuSeconds } from './child-cpu.ts'
import { measureRspamdSeconds } from './rspamd.ts'

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
  return [
    await measureOurs(mails),
    await measureOther('rspamd', mails, measureRspamdSeconds),
    await measureOther('spamassassin', mails, measureSpamAssassinSeconds),
  ]
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

type MeasureSeconds = (folder: string, files: readonly string[]) => number | Promise<number>

/** CPU seconds a mail; perl starts once for all, and that start is taken off. */
function measureSpamAssassinSeconds(_: string, files: readonly string[]): number {
  const measure = (some: readonly string[]) =>
    measureCpuSeconds('spamassassin', ['--local', '--test-mode', ...some])
  const one = files.slice(0, 1)
  return (measure(files) - measure(one)) / (files.length - one.length)
}

/** Lets another tool read the same files, on the CPU time it takes. */
async function measureOther(
  name: string,
  mails: readonly Uint8Array[],
  measure: MeasureSeconds,
): Promise<AnalysisFigure> {
  if (spawnSync(name, ['--version'], { stdio: 'ignore' }).error !== undefined)
    return { name, note: 'not installed' }
  const folder = mkdtempSync(join(tmpdir(), 'noroshi-bench-'))
  try {
    const files = mails.slice(0, SLOW_MAILS_MAX).map((bytes, at) => {
      const file = join(folder, `${at}.eml`)
      writeFileSync(file, bytes)
      return file
    })
    return { name, mailsPerSecond: 1 / (await measure(folder, files)) }
  } catch (error) {
    return { name, note: `did not run: ${error instanceof Error ? error.message : ''}` }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
}
