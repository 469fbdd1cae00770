import type { Readable } from 'node:stream'

/** What is known of stored bytes. */
export interface StoredEvidence {
  readonly sha256: string
  readonly sizeBytes: number
}

/**
 * Keeps bytes under their SHA-256, once, encrypted, and never changes them (holds invariant 3).
 * Files are the one backend so far; an object store has to keep the same promises.
 */
export interface EvidenceStore {
  /**
   * Stores bytes and resolves when they survive a power cut. Storing the same bytes again changes nothing.
   * Refuses with `too-large` as soon as more than `sizeBytesMax` have come.
   */
  saveEvidence(
    source: Uint8Array | AsyncIterable<Uint8Array>,
    options?: { readonly sizeBytesMax?: number },
  ): Promise<StoredEvidence>
  /** All bytes, checked against their hash; refuses with `not-found`. */
  loadEvidence(sha256: string): Promise<Buffer>
  /** The bytes as a stream. Fails at its end when they were changed, so what it yields must not be acted on before. */
  streamEvidence(sha256: string): Promise<Readable>
  hasEvidence(sha256: string): Promise<boolean>
}
