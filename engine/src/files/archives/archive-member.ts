import { limits } from '../../limits.ts'
import type { ProblemCode } from '../../evidence/problem.ts'

/** One file in an archive. */
export interface ArchiveMember {
  /** Name as the archive has it, folders included. Never used as a path. */
  readonly name: string
  /** As unpacked, else as the archive claims. */
  readonly sizeBytes: number
  readonly content?: Uint8Array
  readonly password?: string
  /** Why there is no content. */
  readonly problem?: ProblemCode
}

export interface UnpackedArchive {
  readonly members: readonly ArchiveMember[]
  /** What was wrong with the archive itself. */
  readonly problem?: ProblemCode
}

/** What may still be unpacked from one piece of evidence; shared by all its archives. */
export interface UnpackBudget {
  bytesLeft: number
  /** Starts of 7-Zip: each costs ten milliseconds, however small and broken its archive is. */
  startsLeft: number
  /** Bytes of XML that are still read of Office documents. */
  officeXmlBytesLeft: number
  /** Characters of pages (HTML, SVG) that are still read: a small archive can hold hundreds of large ones. */
  pageCharsLeft: number
  /** Steps that the search for codes in pictures may still take. */
  searchStepsLeft: number
  /** Bytes of files, times the weights of their readers, that are still read; archives apart. */
  readBytesLeft: number
  /** Characters of everything that is still kept of what readers say of files. */
  textCharsLeft: number
  /** Time that trials of passwords may still take, as `TRIAL_MS` reckons it. */
  passwordMsLeft: number
  /** Bytes of files that are still read as mails. */
  mailBytesLeft: number
  /** Bytes of files of which fuzzy hashes are still made. */
  tlshBytesLeft: number
}

/**
 * What a piece of evidence of this size may make of itself. Whoever sends a megabyte gets no more work done than
 * a megabyte deserves: 256 MB unpacked from it are a bomb, from 25 MB they are somebody's files.
 */
export function startBudget(sizeBytes: number): UnpackBudget {
  const unpacked = limits.unpackedBytesFree + sizeBytes * limits.unpackedPerByteMax
  return {
    bytesLeft: Math.min(unpacked, limits.unpackedBytesMax),
    startsLeft: Math.min(
      limits.unpackStartsFree + Math.floor((sizeBytes / 1e6) * limits.unpackStartsPerMegabyte),
      limits.unpackStartsMax,
    ),
    officeXmlBytesLeft: Math.min(
      limits.officeXmlBytesFree + sizeBytes * limits.officeXmlPerByteMax,
      limits.officeXmlBytesMax,
    ),
    pageCharsLeft: limits.pageCharsFree + sizeBytes * limits.pageCharsPerByteMax,
    searchStepsLeft: Math.min(
      limits.searchStepsFree + sizeBytes * limits.searchStepsPerByteMax,
      limits.searchStepsMax,
    ),
    readBytesLeft: limits.readBytesFree + sizeBytes * limits.readPerByteMax,
    textCharsLeft: limits.readingsCharsMax,
    passwordMsLeft: limits.passwordMsPerMailMax,
    mailBytesLeft: limits.fileMailBytesFree + sizeBytes * limits.fileMailPerByteMax,
    tlshBytesLeft: limits.tlshBytesFree + sizeBytes * limits.tlshPerByteMax,
  }
}

/**
 * Collects unpacked bytes and says when to stop. The sizes an archive states are the sender's
 * words: 42 kB can claim to be small and unpack to petabytes, so bytes are counted as they come.
 */
export class MemberBytes {
  readonly #chunks: Uint8Array[] = []
  readonly #packedBytes: number
  readonly #budget: UnpackBudget
  sizeBytes = 0
  problem: ProblemCode | undefined

  constructor(packedBytes: number, budget: UnpackBudget) {
    this.#packedBytes = packedBytes
    this.#budget = budget
  }

  /** Takes a chunk; false when no more may come. */
  add(chunk: Uint8Array): boolean {
    this.sizeBytes += chunk.length
    this.#budget.bytesLeft -= chunk.length
    this.problem = this.#findExcess()
    if (this.problem !== undefined) this.#chunks.length = 0
    else this.#chunks.push(chunk)
    return this.problem === undefined
  }

  toBytes(): Uint8Array {
    return Buffer.concat(this.#chunks)
  }

  #findExcess(): ProblemCode | undefined {
    if (this.#budget.bytesLeft < 0) return 'over-unpacked'
    if (this.sizeBytes > limits.memberBytesMax) return 'over-large-member'
    const isBomb =
      this.sizeBytes > limits.ratioFreeBytes &&
      this.sizeBytes > this.#packedBytes * limits.unpackRatioMax
    return isBomb ? 'archive-bomb' : undefined
  }
}
