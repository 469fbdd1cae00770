import type { PersonId } from 'contract/common'
import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/db.ts'
import type { Hub } from '../hub.ts'
import { newId, newShortCode } from '../ids.ts'
import { startJob } from '../jobs/index.ts'
import type { PersonActor } from './actor.ts'
import { RECOVERY_CODE_LETTERS, RECOVERY_CODES } from './limits.ts'
import { lockOwnAccount } from './lock-own-account.ts'
import {
  countRecoveryCodes,
  replaceRecoveryCodes,
  spendRecoveryCodeRow,
} from './recovery-codes.queries.ts'

/** Makes new codes, which exist nowhere else afterwards; the old ones are void. */
export function makeRecoveryCodes(hub: Hub, actor: PersonActor, now: Date): Promise<string[]> {
  const { personId } = actor
  const codes = Array.from({ length: RECOVERY_CODES }, () => newShortCode(RECOVERY_CODE_LETTERS))
  return hub.database.inStaff({ personId }, async (db) => {
    await lockOwnAccount(db, actor)
    const hashes = codes.map((code) => hashRecoveryCode(hub, personId, code))
    await replaceRecoveryCodes(db, { personId, hashes, now })
    await recordAudit(db, { actor, action: 'recovery-codes-made', subject: `person:${personId}` })
    return codes.map((code) => code.match(/.{4}/g)?.join('-') ?? code)
  })
}

/**
 * The code as it was made, from what somebody typed off paper: spaces, hyphens, small and wide letters do not matter,
 * nor the letters that Crockford's base 32 leaves out for what they look like. Nothing when it cannot be one.
 */
export function parseRecoveryCode(typed: string): string | undefined {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  const isWhole = code.length === RECOVERY_CODE_LETTERS && /^[0-9A-HJKMNP-TV-Z]+$/.test(code)
  return isWhole ? code : undefined
}

/**
 * Uses a code up and has its owner told; false when it is not one of theirs or was used. The hash is keyed and bound to
 * the person: whoever copies the database can neither try codes out nor move a row of their own to somebody else.
 */
export async function spendRecoveryCode(
  hub: Hub,
  db: Db,
  { personId, code, now }: { personId: PersonId; code: string; now: Date },
): Promise<boolean> {
  const codeHash = hashRecoveryCode(hub, personId, code)
  if ((await spendRecoveryCodeRow(db, { personId, codeHash, now })) === 0) return false
  const { left } = await countRecoveryCodes(db, personId)
  await recordAudit(db, {
    actor: { audit: `person:${personId}` },
    action: 'recovery-code-used',
    subject: `person:${personId}`,
    detail: { left },
  })
  const happeningId = newId()
  await startJob(db, 'tell-person', { personId, kind: 'recovery-code-used', happeningId })
  return true
}

const hashRecoveryCode = (hub: Hub, personId: PersonId, code: string) =>
  hub.secrets.fingerprint('recovery-code', JSON.stringify([personId, code]))
