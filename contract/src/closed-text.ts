import { z } from 'zod'
import { BulletinState } from './bulletin.ts'
import { BulletinId, Moment } from './common.ts'

/** A text on its way out or out, of which something is closed to a lead: enough to stop it and to take it back. */
export const ClosedText = z.object({
  bulletinId: BulletinId,
  number: z.string(),
  state: BulletinState,
  since: Moment,
})
export type ClosedText = z.infer<typeof ClosedText>
export const ClosedTexts = z.object({ rows: z.array(ClosedText) })
