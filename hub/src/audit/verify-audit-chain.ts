import type { AuditVerdict } from 'contract/audit'
import type { z } from 'zod'
import type { Db } from '../database/db.ts'
import { loadAuditChain } from './audit.queries.ts'

/** Whether every entry still says what it said when it was written, and none is missing. */
export async function verifyAuditChain(db: Db): Promise<z.infer<typeof AuditVerdict>> {
  const { entryCount, head, brokenAt } = await loadAuditChain(db)
  return {
    intact: brokenAt === undefined,
    entryCount,
    head,
    ...(brokenAt === undefined ? {} : { brokenAt }),
  }
}
