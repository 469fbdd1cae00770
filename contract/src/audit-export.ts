import { z } from 'zod'
import { Moment, Sha256 } from './common.ts'

/** Entries in one file: some 20 MB. */
export const AUDIT_EXPORT_ENTRIES = 50_000

const Sequence = z.number().int().nonnegative()

/** First line of an export of the audit log: which entries follow. */
export const AuditExportHead = z.strictObject({
  kind: z.literal('noroshi-audit-export'),
  version: z.literal(1),
  /** First entry in this file, counted from 1. */
  from: Sequence,
  /** Hash of the entry before; 64 zeros before the first. */
  previous: Sha256,
})
export type AuditExportHead = z.infer<typeof AuditExportHead>

/**
 * One entry: the text over which its hash was made, so that nobody needs the database to make it again. Of what is
 * restricted to others than the person who exports, only the link of the chain.
 */
export const AuditExportEntry = z.union([
  z.strictObject({ form: z.string(), hash: Sha256 }),
  z.strictObject({ withheld: z.literal(true), previous: Sha256, hash: Sha256 }),
])
export type AuditExportEntry = z.infer<typeof AuditExportEntry>

/** What stands in `form`: the hash before, number, seconds since 1970, who, what, about what, and the rest. */
export const AuditForm = z.tuple([
  Sha256,
  Sequence,
  z.number(),
  z.string(),
  z.string(),
  z.string(),
  z.record(z.string(), z.unknown()),
])

/** Last line: where the file ends, signed with the hub's key. */
export const AuditExportEnd = z.strictObject({
  /** Last entry in this file; one less than `from` when there is none. */
  to: Sequence,
  last: Sha256,
  /** Whether the log had no further entries at that moment. */
  isWhole: z.boolean(),
  exportedAt: Moment,
  /** Ed25519 (RFC 8032) over `toSignedText`, in Base64. */
  signature: z.base64(),
  /** The hub's public key, PEM. Compare it with the one the hub shows before believing it. */
  key: z.string().max(1_000),
})
export type AuditExportEnd = z.infer<typeof AuditExportEnd>

/** What the hub signs: which stretch of which chain was handed out when. */
export function toSignedText(
  head: AuditExportHead,
  end: Pick<AuditExportEnd, 'to' | 'last' | 'isWhole' | 'exportedAt'>,
): string {
  const fields = [head.from, head.previous, end.to, end.last, end.isWhole, end.exportedAt]
  return ['noroshi-audit-export 1', ...fields.map(String)].join('\n')
}

/** The hub's public key, with which its signatures are checked. */
export const SigningKey = z.object({
  /** PEM of SubjectPublicKeyInfo (RFC 8410). */
  key: z.string(),
  /** SHA-256 over its DER form, in groups of four digits, to be read out or compared by eye. */
  fingerprint: z.string(),
})
