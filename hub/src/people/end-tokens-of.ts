import type { PersonId } from 'contract/common'
import { type AuditActor, recordAudit } from '../audit/index.ts'
import type { Db } from '../database/db.ts'
import { revokeTokensOf } from './api-tokens.queries.ts'
import { lockPerson } from './people.queries.ts'

/**
 * Ends every token that a person made, for good: whoever took an account over made one as a door to come back by, and it
 * must not open again when the account does. Returns how many there were.
 */
export async function endTokensOf(
  db: Db,
  actor: AuditActor,
  { personId, now }: { readonly personId: PersonId; readonly now: Date },
): Promise<number> {
  await lockPerson(db, personId)
  const tokenIds = await revokeTokensOf(db, { personId, now })
  for (const tokenId of tokenIds) {
    const detail = { person: personId }
    await recordAudit(db, { actor, action: 'token-revoked', subject: `token:${tokenId}`, detail })
  }
  return tokenIds.length
}
