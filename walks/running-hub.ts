import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { findFreePort } from '../hub/src/demo/find-free-port.ts'
import { startMailDrop } from '../hub/src/demo/mail-drop.ts'
import { type RunningHub, startHub } from '../hub/src/start-hub.ts'
import { findFastFolder } from '../hub/src/testing/find-fast-folder.ts'
import { CODE_CACHE } from './code-cache.ts'
import { listNotices, type SentNotice } from './sent-notices.ts'
import { seedVillage, type Village } from './village.ts'

/** A whole hub with its own processes, database and mail relay, and a small community in it. */
export interface WalkedHub extends Village {
  readonly baseUrl: string
  readonly running: RunningHub
  /** Everything the relay has taken so far. */
  notices(): Promise<readonly SentNotice[]>
  stop(): Promise<void>
}

export interface WalkedHubOptions {
  /** Where its folder is made; the fast one of the tests otherwise. */
  readonly parent?: string
  /** Settings besides the usual ones, for the address the hub will have. */
  settingsFor?(baseUrl: string): Promise<Readonly<Record<string, string>>>
}

/** Starts it in a folder of its own, on ports the system chooses. */
export async function startWalkedHub(options: WalkedHubOptions = {}): Promise<WalkedHub> {
  const folder = await mkdtemp(join(options.parent ?? findFastFolder(), 'noroshi-walk-'))
  const relay = await startMailDrop(join(folder, 'sent-mail'))
  let village: Village | undefined
  try {
    const running = await startHub(await toSettings(folder, relay.url, options), async (hub) => {
      village = await seedVillage(hub)
    })
    if (village === undefined) throw new Error('The community was not entered.')
    return {
      ...village,
      running,
      baseUrl: running.baseUrl,
      notices: () => listNotices(relay.folder),
      async stop() {
        await running.stop()
        await relay.stop()
        await rm(folder, { recursive: true, force: true })
      },
    }
  } catch (error) {
    await relay.stop()
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

async function toSettings(
  folder: string,
  relayUrl: string,
  { settingsFor }: WalkedHubOptions,
): Promise<Record<string, string>> {
  const port = await findFreePort(0)
  return {
    ...(await settingsFor?.(`http://localhost:${port}`)),
    NODE_COMPILE_CACHE: CODE_CACHE,
    NOROSHI_DATA: folder,
    NOROSHI_PORT: String(port),
    NOROSHI_SMTP_PORT: String(await findFreePort(0)),
    NOROSHI_MAIL_DOMAIN: 'hub.example',
    NOROSHI_MAIL_FROM: 'noroshi@hub.example',
    NOROSHI_MAIL_RELAY_URL: relayUrl,
    NOROSHI_RELEASE_DELAY_MINUTES: '0',
    // A walk turns pages faster than people do.
    NOROSHI_REQUESTS_PER_MINUTE: '6000',
  }
}
