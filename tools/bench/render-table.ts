import type { BenchRow } from './contender.ts'
import type { Measured } from './measure.ts'

/** One row as a Markdown table, with ours and whether it reached its aim. */
export function renderTable(row: BenchRow, measured: readonly Measured[]): string {
  const ours = measured[0]?.mailsPerSecond ?? Number.NaN
  const lines = measured.map(({ name, mailsPerSecond, megabytesPerSecond, failures }) => {
    const times = ours / mailsPerSecond
    const ratio = times === 1 ? '1' : `1/${times.toFixed(1)}`
    const speed = `${Math.round(mailsPerSecond)} | ${megabytesPerSecond.toFixed(0)}`
    return `| ${name} | ${speed} | ${ratio} | ${failures} |`
  })
  const best = Math.max(...measured.slice(1).map(({ mailsPerSecond }) => mailsPerSecond))
  const { mailsPerSecond, times } = row.aim
  const isReached = ours >= mailsPerSecond && (measured.length < 2 || ours >= best * times)
  return [
    `## ${row.name}`,
    '',
    `Aim: ${mailsPerSecond} mails/s on one core, ${times} times the next best. ${isReached ? 'Reached.' : 'Not reached.'}`,
    '',
    '| | mails/s/core | MB/s | of ours | failures |',
    '|---|---|---|---|---|',
    ...lines,
    '',
  ].join('\n')
}
