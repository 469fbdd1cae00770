import { findTraces } from 'engine'
import { holdsValue, listIdentifyingValues } from '../anonymisation/index.ts'
import { loadTraces } from '../community/index.ts'
import type { Db } from '../database/index.ts'
import { Refusal } from '../refusals.ts'
import type { Round } from './ask-provider.ts'

/** The same message goes to every provider, so it may tell none of them of another. */
export async function assertMessageNamesNobody(
  db: Db,
  { asked: { message }, bulletin: { questions }, handling: { providerIds } }: Round,
): Promise<void> {
  if (message === undefined || providerIds.length < 2) return
  // “May this hash go out?” asks the others about it too.
  const isNamed = listIdentifyingValues(questions).some((one) => holdsValue(message, one))
  if (isNamed) throw new Refusal('message-names-provider')
  const bytes = new TextEncoder().encode(message)
  const leaks = findTraces([{ format: 'mail', bytes }], await loadTraces(db, providerIds))
  if (leaks.length > 0) throw new Refusal('message-names-provider')
}
