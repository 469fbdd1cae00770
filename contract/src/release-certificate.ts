import { z } from 'zod'
import { OutgoingFormat } from './bulletin.ts'
import { Moment, Sha256 } from './common.ts'

const Count = z.number().int().nonnegative()

/**
 * What the independent check read before a release (SPEC A-2). It holds counts and hashes only. A provider's
 * copy counts its own traces: of what was searched for on behalf of another it tells not even the number.
 */
export const ReleaseStatement = z.strictObject({
  kind: z.literal('noroshi-release'),
  version: z.union([z.literal(1), z.literal(2)]),
  /** Number of the bulletin and which of its texts. */
  bulletin: z.string(),
  bulletinVersion: z.number().int(),
  /** SHA-256 of the text that was approved. */
  contentHash: Sha256,
  releasedAt: Moment,
  /** Every form that left, with the SHA-256 of its bytes. */
  forms: z.array(z.strictObject({ format: OutgoingFormat, sizeBytes: Count, sha256: Sha256 })),
  /** Version of the check that read the forms; since version 2 of the statement, as are the other optional counts. */
  checker: z.string().optional(),
  /** Names, domains, persons and numbers that were searched for. */
  traceCount: Count,
  /** Ways of writing them; not in a provider's copy, as the next three. */
  spellingCount: Count.optional(),
  /** These, times the encodings each was looked for in. */
  encodedForms: Count.optional(),
  /** Ordinary words by which somebody is called as well: in the text, and looked at by a person. */
  weakConfirmedCount: Count.optional(),
  /** Names too short or too common to be searched. */
  skippedCount: Count.optional(),
  /** Values that could tell whom they were made for, and went out with permission. */
  permittedCount: Count,
})
export type ReleaseStatement = z.infer<typeof ReleaseStatement>

export const ReleaseCertificate = z.strictObject({
  /** The statement as JSON text: exactly the bytes that are signed, in UTF-8. */
  statement: z.string(),
  /** Ed25519 (RFC 8032) over `statement`, in Base64. */
  signature: z.base64(),
  /** Public key, PEM; compare it with the one the hub shows. */
  key: z.string(),
})
export type ReleaseCertificate = z.infer<typeof ReleaseCertificate>

/** Empty as long as the text has not left, and for releases from before there were certificates. */
export const CertificateAnswer = z.object({ certificate: ReleaseCertificate.optional() })
