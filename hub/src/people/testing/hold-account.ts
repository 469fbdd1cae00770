import type { PersonId } from 'contract/common'
import { sql } from '../../database/index.ts'
import type { TestHub } from '../../testing/index.ts'
import { waitForLocks } from '../../testing/wait-for-locks.ts'

/** The row of the account, or only that of its authenticator app, which a code is used up in. */
const HOLDING = {
  account: (personId: PersonId) =>
    sql`select from noroshi.person where id = ${personId} for update`,
  app: (personId: PersonId) =>
    sql`select from noroshi.totp_credential where person_id = ${personId} for update`,
}

/**
 * Sends two requests while somebody else works on the account for a moment: the first stands before the second in the
 * line for its row. Gives the answers of both, which come once the account is free again.
 */
export async function sendInLine<A, B>(
  hub: TestHub,
  personId: PersonId,
  first: () => Promise<A>,
  second: () => Promise<B>,
  held: 'account' | 'app' = 'account',
): Promise<[A, B]> {
  const sent = await hub.inStaff(async (db) => {
    await HOLDING[held](personId).execute(db)
    const before = first()
    await waitForLocks(hub, 1)
    const after = second()
    await waitForLocks(hub, 2)
    return [before, after] as const
  })
  return Promise.all(sent)
}
