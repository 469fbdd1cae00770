import type { ProblemCode } from '../../evidence/problem.ts'

/** A storage or stream of a compound file. */
export interface CompoundEntry {
  /** Names from the root down, joined by `/`; control characters as they stand. */
  readonly path: string
  readonly name: string
  readonly isStream: boolean
  /** Class identifier in upper case with hyphens; empty when it is all zero. */
  readonly classId: string
  readonly sizeBytes: number
}

/** A compound file (MS-CFB), its directory read and its streams read when they are asked for. */
export interface CompoundFile {
  readonly entries: readonly CompoundEntry[]
  /** Class identifier of the root storage: what the whole file is. */
  readonly classId: string
  /** The first entry with this path, whatever its case; hostile directories name one many times. */
  find(path: string): CompoundEntry | undefined
  /** Bytes of a stream; short when its chain is broken, empty for a storage. */
  read(entry: CompoundEntry): Buffer
  readonly problems: ReadonlySet<ProblemCode>
}
