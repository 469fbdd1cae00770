import type { ProblemCode } from '../../evidence/problem.ts'
import { toBuffer } from '../../charset/text-decoders.ts'
import { limits } from '../../limits.ts'
import type { CompoundEntry, CompoundFile } from './compound-file.ts'
import { SectorChains } from './sector-chains.ts'
import { readGuid } from './read-guid.ts'

const SIGNATURE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const HEADER_BYTES = 512
const DIRECTORY_ENTRY_BYTES = 128
const MINI_SECTOR_BYTES = 64
const NO_ENTRY = 0xffffffff
const [STORAGE, STREAM, ROOT] = [1, 2, 5]

/** One record of the directory (MS-CFB §2.6.1). */
interface DirectoryRecord {
  readonly name: string
  readonly type: number
  readonly left: number
  readonly right: number
  readonly child: number
  readonly classId: string
  readonly start: number
  readonly sizeBytes: number
}

/** Reads the directory of a compound file; undefined when the bytes are none. */
export function parseCompoundFile(content: Uint8Array): CompoundFile | undefined {
  const bytes = toBuffer(content)
  if (bytes.length < HEADER_BYTES || !bytes.subarray(0, 8).equals(SIGNATURE)) return undefined
  const chains = new SectorChains(bytes)
  const problems: Set<ProblemCode> = chains.problems
  const directory = chains.readChain(
    bytes.readUInt32LE(48),
    limits.compoundEntriesMax * DIRECTORY_ENTRY_BYTES,
  )
  const records = readRecords(directory)
  const [root] = records
  if (root === undefined || root.type !== ROOT) problems.add('file-damaged')
  const placed = walkTree(records)
  if (placed.size >= limits.compoundEntriesMax) problems.add('over-many-members')
  const mini = new MiniStream(chains, bytes, root)
  const byPath = new Map(
    [...placed.keys()].toReversed().map((one) => [one.path.toLowerCase(), one]),
  )
  return {
    entries: [...placed.keys()],
    classId: root?.classId ?? '',
    problems,
    find: (path) => byPath.get(path.toLowerCase()),
    read(entry) {
      const record = placed.get(entry)
      return record === undefined || !entry.isStream ? Buffer.alloc(0) : mini.read(record)
    },
  }
}

function readRecords(directory: Buffer): DirectoryRecord[] {
  const records: DirectoryRecord[] = []
  for (let at = 0; at + DIRECTORY_ENTRY_BYTES <= directory.length; at += DIRECTORY_ENTRY_BYTES) {
    const nameBytes = Math.min(directory.readUInt16LE(at + 64), 64)
    records.push({
      name: directory.toString('utf16le', at, at + Math.max(0, nameBytes - 2)),
      type: directory[at + 66] ?? 0,
      left: directory.readUInt32LE(at + 68),
      right: directory.readUInt32LE(at + 72),
      child: directory.readUInt32LE(at + 76),
      classId: readGuid(directory, at + 80),
      start: directory.readUInt32LE(at + 116),
      // The upper half is rubbish in version 3 files, and no file we read is larger.
      sizeBytes: directory.readUInt32LE(at + 120),
    })
  }
  return records
}

/** Storages hold trees of siblings. Hostile trees run in circles, so each record counts once. */
function walkTree(records: readonly DirectoryRecord[]): Map<CompoundEntry, DirectoryRecord> {
  const placed = new Map<CompoundEntry, DirectoryRecord>()
  const seen = new Set<number>([0, NO_ENTRY])
  const waiting: { readonly index: number; readonly above: string }[] = []
  const visit = (index: number, above: string) => {
    if (seen.has(index)) return
    seen.add(index)
    waiting.push({ index, above })
  }
  visit(records[0]?.child ?? NO_ENTRY, '')
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const record = records[next.index]
    if (record === undefined || placed.size >= limits.compoundEntriesMax) continue
    const path = `${next.above}${record.name}`
    if (record.type === STORAGE || record.type === STREAM) {
      const { name, classId, sizeBytes } = record
      placed.set({ path, name, isStream: record.type === STREAM, classId, sizeBytes }, record)
    }
    visit(record.right, next.above)
    // Storages in storages make paths that grow with each level.
    if (record.type === STORAGE && path.length < PATH_CHARS_MAX) visit(record.child, `${path}/`)
    visit(record.left, next.above)
  }
  return placed
}

const PATH_CHARS_MAX = 1_000

/** Reads streams; small ones lie in the mini stream, which is the root's own stream (§2.4). */
class MiniStream {
  readonly #chains: SectorChains
  readonly #bytes: Buffer
  readonly #root: DirectoryRecord | undefined
  #stream: Buffer | undefined
  #table: Buffer | undefined

  constructor(chains: SectorChains, bytes: Buffer, root: DirectoryRecord | undefined) {
    this.#chains = chains
    this.#bytes = bytes
    this.#root = root
  }

  read({ start, sizeBytes }: DirectoryRecord): Buffer {
    const isMini = sizeBytes < this.#bytes.readUInt32LE(56)
    const found = isMini ? this.#readMini(start, sizeBytes) : this.#readFull(start, sizeBytes)
    if (found.length < sizeBytes) this.#chains.problems.add('file-damaged')
    return found
  }

  #readFull(start: number, sizeBytes: number): Buffer {
    return this.#chains.readChain(start, sizeBytes)
  }

  #readMini(start: number, sizeBytes: number): Buffer {
    const stream = (this.#stream ??= this.#readRoot())
    const table = (this.#table ??= this.#readFull(this.#bytes.readUInt32LE(60), this.#bytes.length))
    const pieces: Buffer[] = []
    let left = sizeBytes
    for (let sector = start; left > 0 && sector < NO_ENTRY - 5; ) {
      const at = sector * MINI_SECTOR_BYTES
      const piece = stream.subarray(at, at + Math.min(left, MINI_SECTOR_BYTES))
      if (piece.length === 0) break
      pieces.push(piece)
      left -= piece.length
      sector = sector * 4 + 4 <= table.length ? table.readUInt32LE(sector * 4) : NO_ENTRY
    }
    return Buffer.concat(pieces)
  }

  #readRoot(): Buffer {
    return this.#root === undefined
      ? Buffer.alloc(0)
      : this.#readFull(this.#root.start, this.#root.sizeBytes)
  }
}
