import { dayInJapan } from '../clock.ts'
import type { Db } from '../database/index.ts'
import { Refusal } from '../refusals.ts'
import type { Room } from './checked-bytes.ts'
import { intakeLimits as limits } from './limits.ts'
import { type MailedUse, countMailed, loadMailedUse } from './mailed-use.queries.ts'

/** Where a mail connected from: absent for a gateway of the hub's own. */
type Network = string | undefined

/**
 * Counts a mail and refuses it beyond the bound of the day, in the transaction that takes it in.
 * The hub proves no sender: whoever forges a contact's address must neither use up the quota of its organisation nor
 * hear from the answer that the address is a contact's. So mail has a bound of its own, the same for everybody.
 */
export async function countWithinMailBound(
  db: Db,
  { network, bytes, now }: { network: Network; bytes: number; now: Date },
): Promise<void> {
  refuseBeyond(await countMailed(db, { network, day: dayInJapan(now), bytes }))
}

/** What is left for one more mail before its bytes have come. */
export async function loadMailRoom(db: Db, network: Network, now: Date): Promise<Room> {
  const use = await loadMailedUse(db, { network, day: dayInJapan(now) })
  return (bytes) =>
    refuseBeyond({
      dayBytes: use.dayBytes + bytes,
      dayMails: use.dayMails + 1,
      networkBytes: use.networkBytes + bytes,
      networkMails: use.networkMails + 1,
    })
}

function refuseBeyond({ dayBytes, dayMails, networkBytes, networkMails }: MailedUse): void {
  if (
    dayBytes > limits.mailedBytesPerDayMax ||
    dayMails > limits.mailedPerDayMax ||
    networkBytes > limits.mailedBytesPerNetworkMax ||
    networkMails > limits.mailedPerNetworkMax
  ) {
    throw new Refusal('mail-full-today')
  }
}
