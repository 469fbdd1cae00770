import { beforeCommit } from '../database/before-commit.ts'
import type { Db } from '../database/db.ts'
import { appendAudit } from './audit.queries.ts'

/** Who did it, as the log names them: `person:<id>`, `token:<id>`, `hub` or `nobody`. See people/actor.ts. */
export interface AuditActor {
  readonly audit: string
}

/** Something that happened, in ids, codes, hashes and counts. */
export interface AuditEntry {
  readonly actor: AuditActor
  /** A verb in the past or a fixed name, such as `case-opened`. */
  readonly action: string
  /** Kind and id of what was touched, such as `case:<id>`. */
  readonly subject: string
  readonly detail?: Readonly<Record<string, AuditValue>>
}

type AuditValue = string | number | boolean | undefined | readonly (string | number)[]

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
const WORDLESS = /^[\w.:+/=-]{0,200}$/

function assertWordless({ action, subject, detail }: AuditEntry): void {
  const values = [action, subject, ...Object.values(detail ?? {}).flat()]
  for (const value of values) {
    if (typeof value === 'string' && !WORDLESS.test(value)) {
      throw new TypeError(`The audit log holds ids, codes and hashes only (${action}).`)
    }
  }
}
