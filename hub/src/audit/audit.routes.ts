import { AuditPage, AuditVerdict } from 'contract/audit'
import { SigningKey } from 'contract/audit-export'
import { z } from 'zod'
import { type HubRoute, defineRoute } from '../http/index.ts'
import { type AuditRecord, listAudit } from './audit.queries.ts'
import { describeKey } from './describe-key.ts'
import { exportAudit } from './export-audit.ts'
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

const getExport = defineRoute(
  {
    method: 'get',
    path: '/api/audit/export',
    summary: 'A stretch of the log as signed lines of JSON, for `noroshi audit verify`.',
    access: READERS,
    query: z.object({
      /** First entry. */
      from: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).default(1),
    }),
    answerType: 'application/x-ndjson',
  },
  async (c, { query: { from } }) => {
    const file = await c.get('inTransaction')((db) =>
      exportAudit(db, c.get('hub').secrets, { actor: c.get('actor'), from, now: c.get('now') }),
    )
    c.header('content-type', 'application/x-ndjson; charset=utf-8')
    c.header('content-disposition', `attachment; filename="${file.name}"`)
    return c.body(file.text)
  },
)

const getSigningKey = defineRoute(
  {
    method: 'get',
    path: '/api/signing-key',
    summary: 'The key with which the hub’s signatures are checked.',
    access: 'signed-in',
    answer: SigningKey,
  },
  (c) => describeKey(c.get('hub').secrets.publicKey),
)

export const auditRoutes: readonly HubRoute[] = [getAudit, verify, getExport, getSigningKey]

function toPage(lines: readonly AuditRecord[]) {
  const page = lines.slice(0, PAGE_LINES)
  const last = page.at(-1)
  return {
    rows: page.map((line) => ({ ...line, at: line.at.toISOString() })),
    ...(lines.length > PAGE_LINES && last !== undefined && { next: String(last.sequence) }),
  }
}
