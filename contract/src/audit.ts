import { z } from 'zod'
import { Day, Moment, page } from './common.ts'

export const AuditRow = z.object({
  sequence: z.number().int(),
  at: Moment,
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  detail: z.record(z.string(), z.unknown()),
  hash: z.string(),
})
export const AuditPage = page(AuditRow)
export const AuditVerdict = z.object({
  intact: z.boolean(),
  entryCount: z.number().int(),
  head: z.string(),
  brokenAt: z.number().int().optional(),
})

/** An entry as the organisation it concerns reads it. */
export const OwnAuditRow = z.object({
  /** Counts this organisation's entries only. */
  number: z.number().int(),
  on: Day,
  /** The moment, of what one's own people did. Of the hub's work only the day is told. */
  at: Moment.optional(),
  by: z.enum(['person', 'machine', 'hub']),
  /** Name of one's own person or machine. */
  name: z.string().optional(),
  action: z.string(),
  subject: z.string(),
})
export const OwnAuditPage = page(OwnAuditRow)
