import { z } from 'zod'
import { Moment, page } from './common.ts'

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
