import type { PersonId } from 'contract/common'
import type { Db } from '../database/db.ts'
import type { Hub } from '../hub.ts'
import { Refusal } from '../refusals.ts'
import { countFailures, forgetFailures, saveFailures } from './brake.queries.ts'
import { hashSecret } from './hash-secret.ts'
import { isKnownBrowser } from './known-browser.queries.ts'
import {
  ATTEMPTS_AT_ONCE_MAX,
  ATTEMPTS_PER_ADDRESS_AT_ONCE_MAX,
  DELAY_MS_MAX,
  FAILURE_WINDOW_MS,
  FIRST_DELAY_MS,
  FREE_FAILURES_PER_ACCOUNT,
  FREE_FAILURES_PER_ADDRESS,
} from './limits.ts'

/** Who is guessed and from where, as keyed hashes: the table of failures names nobody. */
export interface BrakeKeys {
  readonly account: string
  readonly address: string
  /** Signed in before in this browser: its failures count for themselves, strangers' do not touch it. */
  readonly isKnown: boolean
}

/** What an attempt is braked by. `browserSecret` is what the browser keeps since an earlier success. */
export async function toBrakeKeys(
  hub: Hub,
  {
    email,
    address,
    browserSecret,
  }: { email: string; address: string; browserSecret?: string | undefined },
): Promise<BrakeKeys> {
  const secretHash = browserSecret === undefined ? undefined : hashSecret(browserSecret)
  const isKnown =
    secretHash !== undefined &&
    (await hub.database.inStaff({}, (db) => isKnownBrowser(db, { email, secretHash })))
  const of = isKnown ? JSON.stringify([email, secretHash]) : email
  return {
    account: hub.secrets.fingerprint('account', of),
    address: hub.secrets.fingerprint('address', isKnown ? of : address),
    isKnown,
  }
}

/** What guesses at the second factor alone are braked by. They do not slow a sign-in with the password, nor it them. */
export function toCodeKeys(
  { secrets }: Hub,
  { personId, address }: { personId: PersonId; address: string },
): BrakeKeys {
  return {
    account: secrets.fingerprint('account', JSON.stringify(['code', personId])),
    address: secrets.fingerprint('address', address),
    isKnown: false,
  }
}

const waiting = new Map<string, number>()
let waitingInAll = 0

/**
 * Makes an attempt wait after failures for the same account or from the same address. It slows and never locks:
 * a lock would let anybody keep an account's owner out by guessing badly on purpose.
 */
export async function slowDown(hub: Hub, { account, address }: BrakeKeys): Promise<void> {
  const since = new Date(hub.clock.now().getTime() - FAILURE_WINDOW_MS)
  const counts = await hub.database.inStaff({}, (db) =>
    countFailures(db, [account, address], since),
  )
  const delayMs = Math.max(
    delayAfter(counts.get(account) ?? 0, FREE_FAILURES_PER_ACCOUNT),
    delayAfter(counts.get(address) ?? 0, FREE_FAILURES_PER_ADDRESS),
  )
  if (delayMs > 0) await waitInLine(hub, address, delayMs)
}

/** Each wait holds a connection; beyond a number of them, in all or of one address, the rest come back later. */
async function waitInLine(hub: Hub, address: string, delayMs: number): Promise<void> {
  const own = waiting.get(address) ?? 0
  if (waitingInAll >= ATTEMPTS_AT_ONCE_MAX || own >= ATTEMPTS_PER_ADDRESS_AT_ONCE_MAX) {
    throw new Refusal('slow-down', { retryAfterSeconds: Math.ceil(DELAY_MS_MAX / 1000) })
  }
  waiting.set(address, own + 1)
  waitingInAll += 1
  try {
    await hub.clock.sleep(delayMs)
  } finally {
    waitingInAll -= 1
    const left = (waiting.get(address) ?? 1) - 1
    if (left === 0) waiting.delete(address)
    else waiting.set(address, left)
  }
}

/** Nothing for the first failures, then doubling up to the longest wait. */
export function delayAfter(failures: number, free: number): number {
  if (failures < free) return 0
  return Math.min(FIRST_DELAY_MS * 2 ** (failures - free), DELAY_MS_MAX)
}

export function noteFailure(db: Db, { account, address }: BrakeKeys, now: Date): Promise<void> {
  const forgetBefore = new Date(now.getTime() - FAILURE_WINDOW_MS)
  return saveFailures(db, [account, address], { now, forgetBefore })
}

export function noteSuccess(db: Db, { account }: BrakeKeys): Promise<void> {
  return forgetFailures(db, account)
}
