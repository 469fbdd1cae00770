import { parseArgs } from 'node:util'
import { UnfitSettings } from './config.ts'
import { prepareFirstAdministrator } from './people/first-administrator.ts'
import { readSettings } from './read-settings.ts'
import { type RunningHub, startHub } from './start-hub.ts'

const HELP = `noroshi serve [--data FOLDER] [--port NUMBER]

Runs the hub until it is stopped. All settings: docs/how-to/settings.md
`

/** `noroshi serve`: runs the hub until it is told to stop. Resolves with the exit code. */
export async function serve(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: { data: { type: 'string' }, port: { type: 'string' }, help: { type: 'boolean' } },
  })
  if (values.help === true) {
    process.stdout.write(HELP)
    return 0
  }
  const flags = {
    ...(values.data === undefined ? {} : { NOROSHI_DATA: values.data }),
    ...(values.port === undefined ? {} : { NOROSHI_PORT: values.port }),
  }
  try {
    let link: string | undefined
    const running = await startHub(readSettings({ ...process.env, ...flags }), async (hub) => {
      link = await prepareFirstAdministrator(hub)
    })
    process.stdout.write(`Noroshi: ${running.baseUrl}\n`)
    if (link !== undefined) {
      const url = new URL(link, running.baseUrl)
      process.stdout.write(`First administrator, once, within a day: ${url.href}\n`)
    }
    await runUntilStopped(running)
    return 0
  } catch (error) {
    if (!(error instanceof UnfitSettings)) throw error
    process.stderr.write(`${error.message}\n`)
    return 78
  }
}

/** Waits for SIGTERM or Ctrl-C and ends everything in good order. A second one does not wait. */
export async function runUntilStopped(running: RunningHub): Promise<void> {
  await new Promise<void>((resolve) => {
    process.once('SIGTERM', resolve)
    process.once('SIGINT', resolve)
  })
  process.once('SIGINT', () => process.exit(130))
  await running.stop()
}
