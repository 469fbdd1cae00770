import { benchWebLog } from './bench-web-log.ts'

/** `npm run bench -- FOLDER weblog [LINES]`. */
export async function printWebLog(): Promise<string> {
  const wanted = Number(process.argv[4])
  const { lines, megabytes, figures } = await benchWebLog(wanted > 0 ? wanted : undefined)
  const ours = figures[0]?.linesPerSecond ?? Number.NaN
  const rows = figures.map(({ name, linesPerSecond, megabytes: memory, note }) => {
    if (linesPerSecond === undefined) return `| ${name} | ${note ?? ''} | | |`
    const times = (ours / linesPerSecond).toFixed(2)
    return `| ${name} | ${Math.round(linesPerSecond)} | ${memory?.toFixed(0) ?? ''} | ${times} |`
  })
  return [
    '## Access logs (weblog)',
    '',
    `Aim: 500000 lines/s on one core, memory that does not grow. ${lines} lines, ${megabytes.toFixed(0)} MB.`,
    '',
    '| | lines/s of CPU time | peak MB | ours is so many times as fast |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
