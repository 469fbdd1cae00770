import { tmpdir } from 'node:os'
import { startSession } from '../hub/src/people/sessions.ts'
import { startWalkedHub } from './running-hub.ts'
import type { Walker } from './village.ts'

/*
 * A whole hub in a process of its own, so that everything it and its children write to their outputs can be read.
 * Started by canary.test.ts; ends when the channel to its parent does.
 */

/** What the parent has to know to knock at the hub's doors. */
export interface CanaryHubDoors {
  readonly baseUrl: string
  readonly smtpPort: number
  /** Address, session and token of each who walks. */
  readonly people: Readonly<
    Record<Walker, { readonly email: string; readonly session: string; readonly token?: string }>
  >
}

const walked = await startWalkedHub({ parent: tmpdir() })
const { hub, config } = walked.running

async function enter(who: Walker): Promise<CanaryHubDoors['people'][Walker]> {
  const { personId, email, token } = walked.people[who]
  const now = hub.clock.now()
  const about = { personId, secondFactor: true, now, browser: 'walk', isProofLasting: true }
  const session = await hub.database.inStaff({}, (db) => startSession(db, about))
  return { email, session, ...(token === undefined ? {} : { token }) }
}

const entered = await Promise.all(
  (Object.keys(walked.people) as Walker[]).map(async (who) => [who, await enter(who)] as const),
)
const doors: CanaryHubDoors = {
  baseUrl: walked.baseUrl,
  smtpPort: config.smtp?.port ?? 0,
  people: Object.fromEntries(entered) as CanaryHubDoors['people'],
}
process.send?.(doors)
// The folder stays: it is what is searched. The parent takes it away.
process.once('message', () => void walked.running.stop().then(() => process.exit(0)))
process.once('disconnect', () => process.exit(1))
