import { benchAnalysis } from './analysis.ts'
import { benchLookalike } from './lookalike.ts'
import { benchRedaction } from './redaction.ts'
import { printWebLog } from './web-log/print-web-log.ts'

/** The rows whose figures are more than mails a second: full analysis, and the register's question. */
export const figures: readonly {
  readonly name: string
  print(mails: readonly Uint8Array[]): Promise<string>
}[] = [
  { name: 'Full analysis, all techniques', print: printAnalysis },
  { name: 'Whom does this domain imitate?', print: printLookalike },
  { name: 'Redaction and leak check', print: printRedaction },
  { name: 'Access logs (weblog)', print: printWebLog },
]

async function printAnalysis(mails: readonly Uint8Array[]): Promise<string> {
  const measured = await benchAnalysis(mails)
  const ours = measured[0]?.mailsPerSecond ?? Number.NaN
  const lines = measured.map(({ name, mailsPerSecond, p99Ms, note }) => {
    if (mailsPerSecond === undefined) return `| ${name} | ${note ?? ''} | | |`
    const times = ours / mailsPerSecond
    const ratio = times === 1 ? '1' : `1/${times.toFixed(1)}`
    return `| ${name} | ${Math.round(mailsPerSecond)} | ${p99Ms?.toFixed(1) ?? ''} | ${ratio} |`
  })
  return [
    '## Full analysis, all techniques',
    '',
    'Aim: 2000 mails/s on one core, p99 20 ms, 3 times rspamd, 150 times SpamAssassin.',
    '',
    '| | mails/s/core | p99 ms | of ours |',
    '|---|---|---|---|',
    ...lines,
    '',
  ].join('\n')
}

async function printLookalike(): Promise<string> {
  const { domains, buildMs, megabytes, p50Ms, p99Ms, recall } = benchLookalike(100_000)
  return [
    '## Whom does this domain imitate?',
    '',
    'Aim: p99 1 ms, built in 2 s, 300 MB.',
    '',
    '| domains | built in s | MB | p50 ms | p99 ms | answered |',
    '|---|---|---|---|---|---|',
    `| ${domains} | ${(buildMs / 1000).toFixed(1)} | ${megabytes.toFixed(0)} | ${p50Ms.toFixed(2)} | ${p99Ms.toFixed(2)} | ${(recall * 100).toFixed(1)} % |`,
    '',
  ].join('\n')
}

async function printRedaction(mails: readonly Uint8Array[]): Promise<string> {
  const measured = await benchRedaction(mails)
  return [
    '## Redaction and leak check',
    '',
    '| | aim s | CPU s |',
    '|---|---|---|',
    ...measured.map(
      ({ name, aimMs, ms }) => `| ${name} | ${aimMs / 1000} | ${(ms / 1000).toFixed(2)} |`,
    ),
    '',
  ].join('\n')
}
