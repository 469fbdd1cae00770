import type { ForwardRole } from './forward-role.ts'

/** One mail of a submitted file. */
export interface EvidenceMail {
  /** Where in the file it stood, see `Part.path`; `0` is the file itself. */
  readonly path: string
  readonly bytes: Uint8Array
  readonly fileName?: string
  /** Only where nobody can say for certain whether a mail is a forward or the attack itself. */
  readonly roles?: readonly ForwardRole[]
}

/** A file that came along and is no mail. */
export interface EvidenceFile {
  readonly path: string
  readonly fileName: string
  readonly sizeBytes: number
  /** Only when they were asked for. */
  readonly bytes?: Uint8Array
  /** Why it could not be opened, a problem code. */
  readonly unreadable?: string
}
