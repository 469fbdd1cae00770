import type { FindingId } from 'contract/common'
import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import type { PersonActor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { loadFindingForUpdate, saveDismissal } from './dismissal.queries.ts'

export interface Dismissal {
  readonly dismissed: boolean
  readonly reason: string
  readonly at: Date
}

/** Takes a finding out as mistaken, or puts it back. It stays in the row, so that a mistake can be undone and counted. */
export async function dismissFinding(
  db: Db,
  actor: PersonActor,
  findingId: FindingId,
  { dismissed, reason, at }: Dismissal,
): Promise<void> {
  const finding = await loadFindingForUpdate(db, findingId)
  // Two people at once: the second one sees that it is done already.
  if (finding.isDismissed === dismissed) throw new Refusal('already-changed')
  await saveDismissal(db, findingId, dismissed ? { by: actor.personId, at, reason } : undefined)
  await recordAudit(db, {
    actor,
    action: dismissed ? 'finding-dismissed' : 'finding-restored',
    subject: `submission:${finding.submissionId}`,
    detail: { findingId, mailId: finding.mailId, technique: finding.technique },
  })
}
