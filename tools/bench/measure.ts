import type { BenchRow, Contender } from './contender.ts'

/** What one contender did: mails a second of CPU time, and those on which it threw. */
export interface Measured {
  readonly name: string
  readonly mailsPerSecond: number
  readonly megabytesPerSecond: number
  readonly failures: number
}

/** Rounds of which the median counts; the first round, in which code is compiled, is thrown away. */
const ROUNDS = 5

/**
 * Measures all contenders of a row on the same mails. Their rounds take turns, so that what else
 * the machine does meets them alike. CPU time, because wall clock on shared machines varies sixfold.
 */
export async function measureRow(
  row: BenchRow,
  mails: readonly Uint8Array[],
): Promise<readonly Measured[]> {
  const rounds = new Map<Contender, number[]>(row.contenders.map((contender) => [contender, []]))
  const failures = new Map<Contender, number>()
  for (let round = 0; round <= ROUNDS; round++) {
    for (const contender of row.contenders) {
      const { seconds, failed } = await runOnce(contender, mails)
      failures.set(contender, failed)
      if (round > 0) rounds.get(contender)?.push(seconds)
    }
  }
  const megabytes = mails.reduce((sum, mail) => sum + mail.length, 0) / 1e6
  return row.contenders.map((contender) => {
    const seconds = toMedian(rounds.get(contender) ?? [])
    return {
      name: contender.name,
      mailsPerSecond: mails.length / seconds,
      megabytesPerSecond: megabytes / seconds,
      failures: failures.get(contender) ?? 0,
    }
  })
}

async function runOnce(
  contender: Contender,
  mails: readonly Uint8Array[],
): Promise<{ seconds: number; failed: number }> {
  let failed = 0
  const before = process.cpuUsage()
  for (const mail of mails) {
    try {
      await contender.run(mail)
    } catch {
      failed += 1
    }
  }
  const { user, system } = process.cpuUsage(before)
  return { seconds: (user + system) / 1e6, failed }
}

function toMedian(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
