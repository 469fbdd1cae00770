import type { AuditRow } from 'contract/audit'
import type { z } from 'zod'

/** One entry of the log. */
export type AuditLine = z.output<typeof AuditRow>
