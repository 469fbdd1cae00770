import type { OutgoingPreview } from 'contract/bulletin'
import {
  type BulletinRecord,
  checkOutgoing,
  type Handling,
  loadPreviewFacts,
} from '../anonymisation/index.ts'
import { loadTraces } from '../community/index.ts'
import type { Db } from '../database/index.ts'
import type { Hub } from '../hub.ts'
import { Refusal } from '../refusals.ts'
import { toPreviews } from './put-request.ts'

/**
 * The bytes each provider reads before it answers, from the forms that are checked and hashed at the release. Checked
 * here once more: a name that came into a vault since the text was checked would be read by the other providers.
 */
export async function renderForms(
  db: Db,
  bulletin: BulletinRecord,
  { handling, hub, now }: { handling: Handling; hub: Hub; now: Date },
): Promise<OutgoingPreview[]> {
  const traces = await loadTraces(db, handling.providerIds)
  const facts = await loadPreviewFacts(db, hub, bulletin)
  const { cleared } = await checkOutgoing(bulletin, { traces, facts, now })
  if (cleared === undefined) throw new Refusal('trace-in-text')
  return toPreviews(cleared.forms)
}
