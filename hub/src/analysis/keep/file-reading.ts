import type { SubmissionId } from 'contract/common'
import type { FileKind, KnownNow } from '../thread/parse-protocol.ts'
import type { ProblemView } from '../thread/problem-view.ts'
import type { FileToRead } from './reading.queries.ts'

/** A file of a submission that is to be read. */
export interface FileReading {
  readonly submissionId: SubmissionId
  readonly file: FileToRead
  readonly isForward: boolean
  readonly submittedAt: Date
  readonly known: KnownNow
}

/** What came of one submitted file. */
export interface StoredFile {
  readonly fileId: string
  readonly kind: FileKind
  readonly paths: readonly string[]
  readonly problems: readonly ProblemView[]
  readonly readCount: number
  /** The thread was lost at least once. */
  readonly brokeOff: boolean
}
