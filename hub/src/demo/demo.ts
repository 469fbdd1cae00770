import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { UnfitSettings } from '../config.ts'
import { runUntilStopped } from '../serve.ts'
import { DEMO_GROUPS, DEMO_ORGANISATIONS } from './community-facts.ts'
import { DEMO_WORDS, type DemoWords } from './demo-words.ts'
import { listenForKeys } from './listen-for-keys.ts'
import { playStory, type StoryOutcome } from './play-story.ts'
import { openScreen, type Screen } from './screen.ts'
import { showDoors, showHub, showLinks, showOpening, showStep } from './show-demo.ts'
import { type DemoHub, startDemo } from './start-demo.ts'
import { toKeys } from './to-keys.ts'

const HELP = `noroshi demo [--exit] [--keys FILE] [--port NUMBER] [--en]

Starts a throw-away hub with a told story on this machine. Nothing leaves it.

  --exit        play the story, print one JSON summary and stop
  --keys FILE   write addresses, throw-away credentials and tokens of every persona
  --port NUMBER port of the web interface (8080 when free)
  --en          speak English
`

interface Run {
  readonly screen: Screen
  readonly words: DemoWords
  readonly startedAt: number
  readonly isBrief: boolean
  readonly keysFile: string | undefined
}

/** `noroshi demo`: a running hub with real parts and a story in it. Resolves with the exit code. */
export async function demo(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      exit: { type: 'boolean', default: false },
      keys: { type: 'string' },
      port: { type: 'string' },
      en: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(HELP)
    return 0
  }
  const out = values.exit ? process.stderr : process.stdout
  const hasColour = out.isTTY === true && process.env['NO_COLOR'] === undefined
  const words = DEMO_WORDS[values.en ? 'en' : 'ja']
  const port = values.port === undefined ? {} : { NOROSHI_PORT: values.port }
  const folder = mkdtempSync(join(tmpdir(), 'noroshi-demo-'))
  try {
    await run(
      folder,
      { ...process.env, ...port },
      {
        screen: openScreen(out, hasColour, words.seconds),
        words,
        startedAt: Date.now(),
        isBrief: values.exit,
        keysFile: values.keys,
      },
    )
    return 0
  } catch (error) {
    if (!(error instanceof UnfitSettings)) throw error
    process.stderr.write(`${error.message}\n`)
    return 78
  } finally {
    // Everything of a demonstration is thrown away.
    rmSync(folder, { recursive: true, force: true })
  }
}

async function run(
  folder: string,
  settings: Readonly<Record<string, string | undefined>>,
  { screen, words, startedAt, isBrief, keysFile }: Run,
): Promise<void> {
  const seconds = () => (Date.now() - startedAt) / 1000
  showOpening(screen, words)
  const hub = await startDemo(folder, settings)
  const interrupted = stopWhenInterrupted(hub)
  try {
    showHub(screen, words, seconds())
    const cast = await hub.toCast((step) => showStep(screen, words, step, seconds()))
    const outcome = await playStory(cast)
    await waitForNotices(hub)
    if (keysFile !== undefined) {
      writeFileSync(keysFile, `${JSON.stringify(toKeys(hub), null, 2)}\n`, { mode: 0o600 })
    }
    if (isBrief) {
      process.stdout.write(`${JSON.stringify(toSummary(hub, outcome, startedAt))}\n`)
      return
    }
    interrupted.forget()
    const keyboard = listenForKeys(process.stdin, {
      n: () => void hub.renewLinks().then(() => showLinks(screen, words, hub)),
      q: () => process.kill(process.pid, 'SIGTERM'),
    })
    showDoors(screen, words, hub, keyboard.isListening)
    await runUntilStopped({ ...hub.running, stop: async () => keyboard.stop() })
  } finally {
    interrupted.forget()
    await hub.stop()
  }
}

/** Ctrl-C in the middle of the story leaves no process and no file behind either. */
function stopWhenInterrupted(hub: DemoHub): { forget(): void } {
  const stop = () => {
    void hub.stop().then(() => {
      rmSync(hub.running.config.dataFolder, { recursive: true, force: true })
      process.exit(130)
    })
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  return {
    forget() {
      process.off('SIGINT', stop)
      process.off('SIGTERM', stop)
    },
  }
}

/** The outbox empties by itself; half a second without a new notice means that it is empty. */
async function waitForNotices({ mail }: DemoHub): Promise<void> {
  for (let rounds = 0, before = -1; rounds < 20 && mail.count() !== before; rounds++) {
    before = mail.count()
    await pause(500)
  }
}

function toSummary(hub: DemoHub, outcome: StoryOutcome, startedAt: number) {
  const { firstBulletinAt, ...counts } = outcome
  return {
    web: hub.running.baseUrl,
    taxii: `${hub.running.baseUrl}/taxii2/`,
    smtp: `127.0.0.1:${hub.smtpPort}`,
    groups: DEMO_GROUPS.length,
    organisations: DEMO_ORGANISATIONS.length,
    ...counts,
    noticesSent: hub.mail.count(),
    secondsToFirstBulletin: (firstBulletinAt.getTime() - startedAt) / 1000,
    seconds: (Date.now() - startedAt) / 1000,
  }
}
