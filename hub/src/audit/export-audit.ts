import {
  AUDIT_EXPORT_ENTRIES,
  type AuditExportEnd,
  type AuditExportEntry,
  type AuditExportHead,
  toSignedText,
} from 'contract/audit-export'
import type { Db } from '../database/db.ts'
import { Refusal } from '../refusals.ts'
import type { Secrets } from '../secrets.ts'
import type { AuditActor } from './audit-entry.ts'
import { type AuditText, findAuditHash, listAuditTexts } from './audit.queries.ts'
import { recordAudit } from './record-audit.ts'

const BEFORE_THE_FIRST = '0'.repeat(64)

/** A stretch of the log as lines of JSON, signed, so that it can be checked far from this hub. */
export async function exportAudit(
  db: Db,
  { sign, publicKey }: Pick<Secrets, 'sign' | 'publicKey'>,
  { actor, from, now }: { actor: AuditActor; from: number; now: Date },
): Promise<{ name: string; text: string }> {
  const previous = from === 1 ? BEFORE_THE_FIRST : await findAuditHash(db, from - 1)
  if (previous === undefined) throw new Refusal('not-found')
  const found = await listAuditTexts(db, { from, limit: AUDIT_EXPORT_ENTRIES + 1 })
  const entries = found.slice(0, AUDIT_EXPORT_ENTRIES)
  const head: AuditExportHead = { kind: 'noroshi-audit-export', version: 1, from, previous }
  const last = entries.at(-1)
  const end = {
    to: last?.sequence ?? from - 1,
    last: last?.hash ?? previous,
    isWhole: found.length === entries.length,
    exportedAt: now.toISOString(),
  }
  const signature = sign(toSignedText(head, end)).toString('base64')
  await recordAudit(db, {
    actor,
    action: 'audit-exported',
    subject: 'audit',
    detail: { from, to: end.to },
  })
  return {
    name: `audit-${from}-${end.to}.jsonl`,
    text: toLines(head, entries, { ...end, signature, key: publicKey }),
  }
}

function toLines(
  head: AuditExportHead,
  entries: readonly AuditText[],
  end: AuditExportEnd,
): string {
  const lines = entries.map(
    ({ form, previousHash, hash }): AuditExportEntry =>
      form === undefined ? { withheld: true, previous: previousHash, hash } : { form, hash },
  )
  return [head, ...lines, end].map((line) => `${JSON.stringify(line)}\n`).join('')
}
