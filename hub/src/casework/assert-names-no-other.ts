import { findTraces } from 'engine'
import { loadTraces } from '../community/index.ts'
import type { Db } from '../database/index.ts'
import { Refusal } from '../refusals.ts'
import { listOtherProviders } from './settle-submission.queries.ts'

/**
 * What is written to one provider may not tell it of another that was hit by the same attack: a reason for
 * setting aside or an answer is read by its provider alone, and typed by somebody who has seen all of them.
 */
export async function assertNamesNoOther(
  db: Db,
  submissionId: string,
  texts: readonly string[],
): Promise<void> {
  const others = await listOtherProviders(db, submissionId)
  if (others.length === 0) return
  const bytes = new TextEncoder().encode(texts.join('\n\n'))
  const leaks = findTraces([{ format: 'text', bytes }], await loadTraces(db, others))
  if (leaks.length > 0) throw new Refusal('message-names-provider')
}
