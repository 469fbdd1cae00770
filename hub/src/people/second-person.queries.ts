import type { PersonId } from 'contract/common'
import { z } from 'zod'
import { type Db, sql } from '../database/db.ts'
import { loadRow } from '../database/query.ts'

const Answer = z.object({ answer: z.boolean() })

/** Two accounts of the hub, and whether the second is another person than the first. */
export interface Pair {
  readonly first: PersonId
  readonly second: PersonId
}

/**
 * Whether two accounts are two people, as far as the hub can tell: no line of the last week, of people who let others in,
 * raised or recovered them, leads to both (migration 0057). An administrator would otherwise invite a second self, or two.
 */
export async function isSecondPerson(db: Db, { first, second }: Pair): Promise<boolean> {
  const asked = sql`select noroshi.is_second_person(${first}, ${second}) as answer`
  return (await loadRow(db, Answer, asked)).answer
}

/**
 * Whether both belong to a hub so young that one founder let everybody in within the week, and neither let the other in.
 * Enough for reading each other's texts, or nothing could be released in the first week; for nothing that opens an account.
 */
export async function isFellowOfFounding(db: Db, { first, second }: Pair): Promise<boolean> {
  const asked = sql`select noroshi.is_fellow_of_founding(${first}, ${second}) as answer`
  return (await loadRow(db, Answer, asked)).answer
}

/** Whether a person let another in within the week, raised or recovered them, directly or by way of others. */
export async function hasBroughtIn(
  db: Db,
  { by, personId }: { by: PersonId; personId: PersonId },
): Promise<boolean> {
  const asked = sql`select ${by}::uuid in (select noroshi.line_of(${personId})) as answer`
  return (await loadRow(db, Answer, asked)).answer
}
