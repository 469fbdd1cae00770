import { beforeCommit } from '../database/before-commit.ts'
import type { Db } from '../database/db.ts'
import type { AuditEntry } from './audit-entry.ts'
import { appendAudit } from './audit.queries.ts'

const waiting = new WeakMap<Db, AuditEntry[]>()

/**
 * Writes one line of the audit log in the caller's transaction (holds invariant 4).
 * The line is appended when the transaction ends: the end of the chain is one row, and whoever locks it makes
 * all others wait. No line, no commit.
 */
export async function recordAudit(db: Db, entry: AuditEntry): Promise<void> {
  assertWordless(entry)
  const entries = waiting.get(db) ?? []
  waiting.set(db, entries)
  entries.push(entry)
  beforeCommit(db, 'audit', async () => {
    waiting.delete(db)
    await appendAudit(db, entries)
  })
}

// An analyst's sentence or a mail's subject in the log would be a copy of evidence that is kept for ever.
// A domain name has up to 253 signs (RFC 1035 §2.3.4), and its kind stands before it.
const WORDLESS = /^[\w.:+/=-]{0,300}$/

function assertWordless({ action, subject, detail }: AuditEntry): void {
  const values = [action, subject, ...Object.values(detail ?? {}).flat()]
  for (const value of values) {
    if (typeof value === 'string' && !WORDLESS.test(value)) {
      throw new TypeError(`The audit log holds ids, codes and hashes only (${action}).`)
    }
  }
}
