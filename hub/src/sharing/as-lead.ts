import { asHub, type Db } from '../database/index.ts'
import type { PersonActor } from '../people/index.ts'
import { isClosedText } from '../restriction/index.ts'

/**
 * Stops or takes back a text for a lead, also one of which something is closed to them: who restricts a case after
 * ordering its release would otherwise keep everybody from it. The work is told so, and says nothing of what is closed.
 */
export async function asLead<T>(
  db: Db,
  { roles }: PersonActor,
  bulletinId: string,
  work: (db: Db, isClosed: boolean) => Promise<T>,
): Promise<T> {
  if (!roles.includes('hub-lead') || !(await isClosedText(db, bulletinId))) return work(db, false)
  return asHub(db, (hub) => work(hub, true))
}
