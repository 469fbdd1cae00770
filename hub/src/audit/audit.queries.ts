import { z } from 'zod'
import type { Db } from '../database/db.ts'
import { sql } from '../database/db.ts'
import { findRow, findRows, json, runSql } from '../database/query.ts'
import type { AuditEntry } from './audit-entry.ts'

/** Appends entries in this order. Runs last in a transaction. */
export async function appendAudit(db: Db, entries: readonly AuditEntry[]): Promise<void> {
  const rows = entries.map(({ actor, action, subject, detail }) => ({
    actor: actor.audit,
    action,
    subject,
    detail: detail ?? {},
  }))
  await runSql(db, sql`select noroshi.append_audit(${json(rows)})`)
}

const AuditRecord = z.object({
  sequence: z.number(),
  at: z.date(),
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  detail: z.record(z.string(), z.unknown()),
  hash: z.string(),
})
export type AuditRecord = z.infer<typeof AuditRecord>

/** Entries about one subject, or all, newest first, before a sequence number. */
export function listAudit(
  db: Db,
  { subject, before, limit }: { subject?: string; before?: number; limit: number },
): Promise<AuditRecord[]> {
  return findRows(
    db,
    AuditRecord,
    sql`select sequence, at, actor, action, subject, detail, hash
          from noroshi.audit_entry
         where (${subject ?? null}::text is null or subject = ${subject ?? null})
           and (${before ?? null}::bigint is null or sequence < ${before ?? null})
         order by sequence desc limit ${limit}`,
  )
}

const AuditText = z.object({
  sequence: z.number(),
  previousHash: z.string(),
  hash: z.string(),
  /** Absent where the line is about what is restricted to others. */
  form: z.string().optional(),
})
export type AuditText = z.infer<typeof AuditText>

/** Entries from this number on, in order, with the text that was hashed. */
export function listAuditTexts(
  db: Db,
  { from, limit }: { from: number; limit: number },
): Promise<AuditText[]> {
  return findRows(
    db,
    AuditText,
    sql`select sequence, previous_hash, hash, form from noroshi.audit_lines(${from}, ${limit})`,
  )
}

/** Hash of one entry; undefined when there is none. */
export async function findAuditHash(db: Db, sequence: number): Promise<string | undefined> {
  const [line] = await listAuditTexts(db, { from: sequence, limit: 1 })
  return line?.sequence === sequence ? line.hash : undefined
}

const Chain = z.object({
  entryCount: z.number(),
  head: z.string(),
  brokenAt: z.number().optional(),
})

/** Reads the whole chain: how many entries, the last hash, and where it breaks if it does. */
export async function loadAuditChain(db: Db): Promise<z.infer<typeof Chain>> {
  const chain = await findRow(
    db,
    Chain,
    sql`select sequence as entry_count, hash as head, noroshi.first_broken_audit() as broken_at
          from noroshi.audit_head`,
  )
  // Without its head there is nothing to compare the entries with.
  return chain ?? { entryCount: 0, head: '', brokenAt: 0 }
}

const OwnAuditRecord = z.object({
  number: z.number(),
  at: z.date(),
  actor: z.string(),
  name: z.string().optional(),
  action: z.string(),
  subject: z.string(),
})
export type OwnAuditRecord = z.infer<typeof OwnAuditRecord>

/** Entries that concern the calling member's organisation, newest first, below a number. */
export function listOwnAudit(
  db: Db,
  { below, limit }: { below: number | undefined; limit: number },
): Promise<OwnAuditRecord[]> {
  return findRows(
    db,
    OwnAuditRecord,
    sql`select number, at, actor, name, action, subject from noroshi.own_audit(${below ?? null}::int, ${limit})`,
  )
}
