import { argv } from 'node:process'
import { pathToFileURL } from 'node:url'
import { runAnalyse } from './analyse/run-analyse.ts'
import { runAudit } from './audit/run-audit.ts'
import { runCheckLeaks } from './check-leaks/run-check-leaks.ts'
import { EXIT } from './exit-codes.ts'
import { runTechniques } from './techniques/run-techniques.ts'
import { readVersion } from './read-version.ts'
import { usage } from './usage.ts'

/** Runs one command and answers with its exit code. */
export async function run(words: readonly string[]): Promise<number> {
  // A reader such as `head` may close the pipe early; that is no error of ours.
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      process.exit(error.code === 'EPIPE' ? EXIT.nothing : EXIT.unreadable)
    })
  const [command, ...rest] = words
  switch (command) {
    case 'analyse':
    case 'analyze':
      return runAnalyse(rest)
    case 'techniques':
      return runTechniques(rest)
    case 'audit':
      return runAudit(rest)
    case 'check-leaks':
      return runCheckLeaks(rest)
    case 'serve':
    case 'demo':
    case 'break-glass':
      return runHub(command, rest)
    case '--version':
      process.stdout.write(`${readVersion()}\n`)
      return EXIT.nothing
    case '--help':
    case '-h':
    case 'help':
      process.stdout.write(usage)
      return EXIT.nothing
    default:
      process.stderr.write(usage)
      return EXIT.usage
  }
}

/** Commands that the hub itself carries out, and what it calls them. */
const HUB_COMMANDS = { serve: 'serve', demo: 'demo', 'break-glass': 'breakGlass' } as const

/** The hub is loaded only when it is wanted, so that analysing needs no database driver. */
async function runHub(
  command: keyof typeof HUB_COMMANDS,
  words: readonly string[],
): Promise<number> {
  const hub: HubCommands = await import('hub')
  const start = hub[HUB_COMMANDS[command]]
  if (start === undefined) {
    process.stderr.write(usage)
    return EXIT.usage
  }
  const code = await start(words)
  return typeof code === 'number' ? code : EXIT.nothing
}

type HubCommand = (words: readonly string[]) => Promise<unknown>
type HubCommands = Partial<Record<(typeof HUB_COMMANDS)[keyof typeof HUB_COMMANDS], HubCommand>>

if (argv[1] !== undefined && import.meta.url === pathToFileURL(argv[1]).href)
  process.exitCode = await run(argv.slice(2))
