import type { FileFact, FileLink, FileSign } from '../files/file-reading.ts'

/** One file or part found in the evidence, at any depth, with the hashes others know it by. */
export interface Artefact {
  /** See `Part.path`. */
  readonly path: string
  /** Name as the sender wrote it. */
  readonly fileName?: string
  /** What the bytes are, by content; the declared type when the content says nothing. */
  readonly type: string
  readonly declaredType?: string
  readonly sizeBytes: number
  /** Hashes in lower-case hexadecimal; empty when the bytes could not be read (`unreadable`). */
  readonly sha256: string
  readonly sha1: string
  readonly md5: string
  /** Fuzzy hash (TLSH T1) of a file; absent when its bytes are too few, too many or too uniform. */
  readonly tlsh?: string | undefined
  /** `embedded` is a file inside a document, `archive-member` one inside an archive. */
  readonly kind: 'mail' | 'text' | 'attachment' | 'archive-member' | 'embedded'
  /** The archive was opened with this password. */
  readonly password?: string
  /** Why it could not be opened further, a problem code. */
  readonly unreadable?: string
  /** What was read in it; absent when no reader knows its format. */
  readonly reading?: ArtefactReading
  /** Bytes, when they were read and are within limits. Not part of any JSON form. */
  readonly content?: Uint8Array
}

/** What was read in a file, within the limits; see `FileReading`. */
export interface ArtefactReading {
  readonly text: string
  readonly links: readonly FileLink[]
  readonly signs: readonly FileSign[]
  readonly facts: readonly FileFact[]
}

/** Something others can look for: travels in exports, so the value is refanged and normalised. */
export interface Indicator {
  readonly type:
    | 'email-address'
    | 'domain'
    | 'url'
    | 'ipv4'
    | 'ipv6'
    | 'sha256'
    | 'file-name'
    | 'subject'
  readonly value: string
  /** Where it stood: from, reply-to, return-path, sender, cc, received, link, link-target, image, file-link, qr, attachment, archive-member, embedded, message, and what `find-receiving-links.ts` and `find-indicators.ts` tell from them. */
  readonly context: string
  readonly path: string
}
