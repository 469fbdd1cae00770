import type { PersonId } from 'contract/common'
import type { BulletinRecord } from '../anonymisation/index.ts'
import type { Db } from '../database/index.ts'
import { isFellowOfFounding, isSecondPerson, type PersonActor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { listWriters } from './writer.queries.ts'

/**
 * Two people see a text before it leaves: nobody lets go what they wrote themselves, wholly or in part, or what an
 * account wrote that is not another person's as far as the hub can tell. The last writer alone does not count: anybody's
 * small change after one's own would else make one the second person.
 */
export async function assertSecondPerson(
  db: Db,
  { personId }: PersonActor,
  bulletin: BulletinRecord,
): Promise<void> {
  const written = await listWriters(db, bulletin)
  const writers = new Set([
    ...written,
    ...(bulletin.editedBy === undefined ? [] : [bulletin.editedBy]),
  ])
  for (const writer of writers) {
    const pair = { first: writer as PersonId, second: personId }
    if ((await isSecondPerson(db, pair)) || (await isFellowOfFounding(db, pair))) continue
    throw new Refusal('second-person-needed')
  }
}
