import { recordAudit } from '../audit/index.ts'
import type { Hub } from '../hub.ts'
import { Refusal } from '../refusals.ts'
import { NOBODY } from './actor.ts'
import { type BrakeKeys, noteFailure } from './brake.ts'

/** Counts an attempt that failed and refuses it, with one answer for every reason. */
export async function failSignIn(hub: Hub, keys: BrakeKeys, now: Date): Promise<never> {
  await hub.database.inStaff({}, async (db) => {
    await noteFailure(db, keys, now)
    await recordAudit(db, {
      actor: NOBODY,
      action: 'sign-in-failed',
      subject: `account:${keys.account}`,
      detail: { address: keys.address },
    })
  })
  throw new Refusal('sign-in-failed')
}
