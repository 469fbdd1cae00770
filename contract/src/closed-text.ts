import { z } from 'zod'
import { BulletinState } from './bulletin.ts'
import { BulletinId, CaseId, Moment } from './common.ts'

/**
 * A text of which something is closed to a lead: enough to stop it and to take it back, or, where it has not gone out, to
 * write another from its case without what was restricted.
 */
export const ClosedText = z.object({
  bulletinId: BulletinId,
  number: z.string(),
  state: BulletinState,
  since: Moment,
  /** The case, where it is open to the lead. */
  caseId: CaseId.optional(),
})
export type ClosedText = z.infer<typeof ClosedText>
export const ClosedTexts = z.object({ rows: z.array(ClosedText) })
