import type { z } from 'zod'
import type { OutgoingFormat, OutgoingPreview } from 'contract/bulletin'
import { dayInJapan } from '../clock.ts'
import { loadTraces } from '../community/index.ts'
import type { Db } from '../database/index.ts'
import type { Hub } from '../hub.ts'
import { Refusal } from '../refusals.ts'
import { loadBulletin } from './bulletin.queries.ts'
import { checkOutgoing } from './check-outgoing.ts'
import { loadHandling } from './load-handling.ts'
import { loadPreviewFacts } from './outgoing-facts.ts'

/** What would go out in one format. A text in which a trace is found has no outgoing form to show. */
export async function previewBulletin(
  db: Db,
  {
    bulletinId,
    format,
    hub,
  }: { bulletinId: string; format: z.infer<typeof OutgoingFormat>; hub: Hub },
): Promise<z.infer<typeof OutgoingPreview>> {
  const now = hub.clock.now()
  const bulletin = await loadBulletin(db, bulletinId)
  const handling = await loadHandling(db, bulletin, dayInJapan(now))
  const traces = await loadTraces(db, handling.providerIds)
  const facts = await loadPreviewFacts(db, hub, bulletin)
  const { cleared } = await checkOutgoing(bulletin, { traces, facts, now })
  if (cleared === undefined) throw new Refusal('trace-in-text')
  const form = cleared.forms.list.find((one) => one.format === format)
  if (form === undefined) throw new Refusal('not-in-this-form')
  return { format, mediaType: form.mediaType, text: form.text }
}
