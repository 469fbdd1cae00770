import { AuditPage, AuditVerdict } from 'contract/audit'
import { z } from 'zod'
import { type HubRoute, defineRoute } from '../http/index.ts'
import { type AuditRecord, listAudit } from './audit.queries.ts'
import { verifyAuditChain } from './verify-audit-chain.ts'

/** Who may read what everybody did. */
const READERS = ['hub-admin', 'hub-lead'] as const
/** Lines on one page. */
const PAGE_LINES = 100

const getAudit = defineRoute(
  {
    method: 'get',
    path: '/api/audit',
    summary: 'What was done by whom, newest first.',
    access: READERS,
    query: z.object({
      /** Only lines about this, such as `case:<id>`. */
      subject: z
        .string()
        .regex(/^[a-z-]+(:[\w-]{1,100})?$/)
        .optional(),
      after: z.coerce.number().int().positive().optional(),
    }),
    answer: AuditPage,
  },
  (c, { query: { subject, after } }) =>
    c.get('inTransaction')(async (db) => {
      const lines = await listAudit(db, {
        ...(subject !== undefined && { subject }),
        ...(after !== undefined && { before: after }),
        limit: PAGE_LINES + 1,
      })
      return toPage(lines)
    }),
)

const verify = defineRoute(
  {
    method: 'get',
    path: '/api/audit/verify',
    summary: 'Whether every line still says what it said when it was written.',
    access: READERS,
    answer: AuditVerdict,
  },
  (c) => c.get('inTransaction')(verifyAuditChain),
)

export const auditRoutes: readonly HubRoute[] = [getAudit, verify]

function toPage(lines: readonly AuditRecord[]) {
  const page = lines.slice(0, PAGE_LINES)
  const last = page.at(-1)
  return {
    rows: page.map((line) => ({ ...line, at: line.at.toISOString() })),
    ...(lines.length > PAGE_LINES && last !== undefined && { next: String(last.sequence) }),
  }
}
