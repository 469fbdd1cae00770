import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { UnfitSettings } from '../config.ts'
import { runUntilStopped } from '../serve.ts'
import { playStory, type StoryOutcome, type StoryStep } from './play-story.ts'
import { openScreen, type Screen } from './screen.ts'
import { type DemoHub, startDemo } from './start-demo.ts'
import { DEMO_GROUPS, DEMO_ORGANISATIONS } from './community-facts.ts'
import { toKeys } from './to-keys.ts'

const HELP = `noroshi demo [--exit] [--keys FILE] [--port NUMBER]

Starts a throw-away hub with a told story on this machine. Nothing leaves it.

  --exit        play the story, print one JSON summary and stop
  --keys FILE   write addresses, throw-away credentials and tokens of every persona
  --port NUMBER port of the web interface (8080 when free)
`

/** `noroshi demo`: a running hub with real parts and a story in it. Resolves with the exit code. */
export async function demo(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      exit: { type: 'boolean', default: false },
      keys: { type: 'string' },
      port: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(HELP)
    return 0
  }
  const startedAt = Date.now()
  const out = values.exit ? process.stderr : process.stdout
  const screen = openScreen(out, out.isTTY === true && process.env['NO_COLOR'] === undefined)
  const folder = mkdtempSync(join(tmpdir(), 'noroshi-demo-'))
  try {
    const settings = {
      ...process.env,
      ...(values.port === undefined ? {} : { NOROSHI_PORT: values.port }),
    }
    return await run(folder, settings, { screen, startedAt, exit: values.exit, keys: values.keys })
  } catch (error) {
    if (!(error instanceof UnfitSettings)) throw error
    process.stderr.write(`${error.message}\n`)
    return 78
  } finally {
    // Everything of a demonstration is thrown away.
    if (existsSync(folder)) rmSync(folder, { recursive: true, force: true })
  }
}

interface Run {
  readonly screen: Screen
  readonly startedAt: number
  readonly exit: boolean
  readonly keys: string | undefined
}

async function run(
  folder: string,
  settings: Readonly<Record<string, string | undefined>>,
  { screen, startedAt, exit, keys }: Run,
): Promise<number> {
  const seconds = () => (Date.now() - startedAt) / 1000
  screen.line()
  screen.line(
    `${screen.bold('狼煙 Noroshi')}  ${screen.dim('見本のハブを立ち上げます。外部への通信は行いません。')}`,
  )
  screen.line()
  const hub = await startDemo(folder, settings)
  const interrupted = stopWhenInterrupted(hub)
  try {
    screen.step('ハブ', 'PostgreSQL 18・HTTP・SMTP・TAXII 2.1', seconds())
    screen.step(
      '見本の組織',
      `${DEMO_GROUPS.length}グループ・${DEMO_ORGANISATIONS.length}組織`,
      seconds(),
    )
    const cast = await hub.toCast((step) => show(screen, step, seconds()))
    const outcome = await playStory(cast)
    if (keys !== undefined)
      writeFileSync(keys, `${JSON.stringify(toKeys(hub), null, 2)}\n`, { mode: 0o600 })
    if (exit) {
      process.stdout.write(`${JSON.stringify(toSummary(hub, outcome, startedAt))}\n`)
      await hub.stop()
      return 0
    }
    interrupted.forget()
    showDoors(screen, hub)
    await runUntilStopped({ ...hub.running, stop: () => hub.stop() })
    return 0
  } catch (error) {
    await hub.stop()
    throw error
  } finally {
    interrupted.forget()
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

function show(
  screen: Screen,
  { step, count, number, organisations }: StoryStep,
  seconds: number,
): void {
  const about = {
    submitted: ['情報提供', `${count ?? 0}件（メール転送・API・画面）`],
    analysed: ['解析', `所見${count ?? 0}件`],
    case: ['事案', `${number ?? ''} を開きました`],
    approved: ['提供元の承認', `${count ?? 0}組織が承認しました`],
    released: ['情報共有', `${number ?? ''} を${organisations ?? 0}組織に届けました`],
    answered: ['回答', `${count ?? 0}組織が答えました`],
    more: ['そのほか', `情報提供は合わせて${count ?? 0}件`],
  } as const
  const [title, text] = about[step]
  screen.step(title, text, seconds, step === 'released')
}

function showDoors(screen: Screen, hub: DemoHub): void {
  const { baseUrl } = hub.running
  const link = (path: string) => `${baseUrl}${path}`
  const { analyst, lead, provider, receiver } = hub.visitors
  screen.line()
  screen.line(`  ${screen.dim('ひらく')}  ${screen.bold(baseUrl)}`)
  screen.line()
  const rows = [
    ['分析担当', analyst, '待ちの先頭を開き、c で事案にする'],
    ['責任者', lead, '共有する前の確認を読む'],
    ['参加組織（提供元）', provider, '承認のお願いに答える'],
    ['参加組織（受け取る側）', receiver, '警告に「届いた」を返す'],
  ] as const
  for (const [role, persona, first] of rows) {
    screen.line(`  ${screen.bold(role)}  ${persona.name}  ${screen.dim(first)}`)
    screen.line(`    ${link(persona.link)}`)
  }
  screen.line()
  screen.line(`  ${screen.dim('サインイン用のリンクはそれぞれ一度だけ使えます。')}`)
  screen.line(
    `  ${screen.dim('メールを1通送ってみる')}  ${hub.smtpPort} 番ポートへ、report@hub.example 宛て（差出人 ${receiver.email}）`,
  )
  screen.line(
    `  ${screen.dim('機械から取り出す')}  curl -H "authorization: Bearer ${hub.machineToken}" ${baseUrl}/taxii2/`,
  )
  screen.line(`  ${screen.dim('送られた通知')}  ${hub.mail.count()}通  ${hub.mail.folder}`)
  screen.line()
  screen.line(`  ${screen.dim('Ctrl-C で終了します。見本のデータはすべて消えます。')}`)
  screen.line()
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
