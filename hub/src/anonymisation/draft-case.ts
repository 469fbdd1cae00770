import { type CaseRecord, draftBulletin, type DraftedBulletin } from 'engine'
import type { Db } from '../database/index.ts'
import { estimateMs } from './draft-cost.ts'
import { ANONYMISATION_LIMITS as limits } from './limits.ts'
import { KeptDrafts } from './thread/kept-drafts.ts'

const kept = new KeptDrafts()

/**
 * Drafts a case: an ordinary one at once, a large one in a thread, so that nobody else waits for it. For that the
 * transaction in which it is asked for is given up and begun anew with the draft at hand (`PrepareFirst`): no connection
 * and no lock of a bulletin waits for what a sender wrote.
 */
export const draftCase = async (db: Db, record: CaseRecord): Promise<DraftedBulletin> => {
  const [drafted] = await draftCases(db, [record])
  if (drafted === undefined) throw new TypeError('Each record has its draft.')
  return drafted
}

/** The drafts of several records, made ready together. */
export async function draftCases(
  db: Db,
  records: readonly CaseRecord[],
): Promise<readonly DraftedBulletin[]> {
  const large = records.filter((record) => estimateMs(record) > limits.draftedAtOnceMsMax)
  const drafts = kept.take(db, large)
  return records.map((record) => drafts.get(record) ?? draftBulletin(record))
}
