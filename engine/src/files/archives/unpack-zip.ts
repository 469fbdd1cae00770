import { configure, type Entry, type FileEntry, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js'
import { decodeText } from '../../charset/decode-text.ts'
import { toBuffer } from '../../charset/text-decoders.ts'
import { limits } from '../../limits.ts'
import { payForTrial, TRIAL_MS } from '../pay-for-trial.ts'
import {
  type ArchiveMember,
  MemberBytes,
  type UnpackBudget,
  type UnpackedArchive,
} from './archive-member.ts'
import { findUnlisted, type ListedPlace } from './find-unlisted.ts'
import { inflateEntry } from './inflate-entry.ts'
import { decodeMemberName } from './decode-member-name.ts'

// The analysis already runs in a thread of its own that is killed when it takes too long.
configure({ useWebWorkers: false })

export interface ZipOptions {
  /** Tried in this order. */
  readonly passwords: readonly string[]
  readonly budget: UnpackBudget
}

/** Compression methods that can be undone: stored, deflate, deflate64, and AES around them. */
const METHODS: ReadonlySet<number> = new Set([0, 8, 9, 99])

/** Opens a ZIP in memory. Nothing is written anywhere and names are only read. */
export async function unpackZip(bytes: Uint8Array, options: ZipOptions): Promise<UnpackedArchive> {
  if (hasManyEnds(toBuffer(bytes))) return { members: [], problem: 'archive-damaged' }
  const reader = new ZipReader(new Uint8ArrayReader(bytes))
  const opening = startOpening(bytes, options)
  const members: ArchiveMember[] = []
  const places: ListedPlace[] = []
  try {
    let isOver = false
    // "Unsafe" names, as in zip-slip, are evidence: strict reading would hide the whole archive.
    for await (const entry of reader.getEntriesGenerator({ strictness: 'tolerant' })) {
      places.push(entry)
      // Some programs take a name that ends in "/" or a folder's attribute for a file when it has bytes.
      if (entry.directory && entry.uncompressedSize === 0) continue
      isOver = members.length >= limits.archiveMembersMax
      if (isOver) break
      members.push(await readMember(entry as FileEntry, opening))
    }
    if (isOver) return { members, problem: 'over-many-members' }
    const unlisted = findUnlisted(toBuffer(bytes), places, options.budget)
    const problem = unlisted.isCut ? 'over-many-members' : 'unlisted-member'
    if (unlisted.members.length === 0 && !unlisted.isCut) return { members }
    return { members: [...members, ...unlisted.members], problem }
  } catch {
    return { members, problem: 'archive-damaged' }
  } finally {
    await reader.close().catch(() => undefined)
  }
}

const END_RECORD = Buffer.from('PK\x05\x06', 'latin1')
/** An archive has one end record, and one more for each archive stored in it. */
const END_RECORDS_MAX = 2_000

/** 32 MB of end records keep the reader busy for 8 seconds, looking for the one that counts. */
function hasManyEnds(bytes: Buffer): boolean {
  let ends = 0
  for (let at = bytes.indexOf(END_RECORD); at >= 0; at = bytes.indexOf(END_RECORD, at + 4)) {
    ends += 1
    if (ends > END_RECORDS_MAX) return true
  }
  return false
}

/** State of one archive's opening: the password that worked last is tried first. */
interface Opening {
  readonly bytes: Uint8Array
  readonly passwords: string[]
  readonly budget: UnpackBudget
  /** Packed bytes of the archive that no member has claimed yet. */
  unclaimedBytes: number
}

function startOpening(bytes: Uint8Array, { passwords, budget }: ZipOptions): Opening {
  const tried = [...new Set(passwords)].slice(0, limits.passwordsMax)
  const unclaimedBytes = bytes.length
  return { bytes, passwords: tried, budget, unclaimedBytes }
}

async function readMember(entry: FileEntry, opening: Opening): Promise<ArchiveMember> {
  const name = decodeName(entry)
  const listed = { name, sizeBytes: entry.uncompressedSize }
  if (!METHODS.has(entry.compressionMethod))
    return { ...listed, problem: 'unsupported-compression' }
  if (opening.budget.bytesLeft <= 0) return { ...listed, problem: 'over-unpacked' }
  // Overlapping members (CVE-2019-13232) let 42 kB stand for gigabytes: together they claim more
  // than there is.
  opening.unclaimedBytes -= entry.compressedSize
  if (opening.unclaimedBytes < 0) return { ...listed, problem: 'archive-bomb' }
  if (!entry.encrypted) {
    const data = inflateEntry(opening.bytes, entry, opening.budget)
    return { ...listed, ...(data ?? (await readData(entry, opening.budget))) }
  }
  for (const password of opening.passwords.slice()) {
    if (!payForTrial(opening.budget, TRIAL_MS.zip)) break
    const data = await readData(entry, opening.budget, password)
    if (data.problem === 'archive-damaged') continue
    opening.passwords.splice(opening.passwords.indexOf(password), 1)
    opening.passwords.unshift(password)
    return { ...listed, ...data, password }
  }
  return { ...listed, problem: 'wrong-password' }
}

/** One member's bytes; a wrong password and damage cannot be told apart and are both "damaged". */
async function readData(
  entry: FileEntry,
  budget: UnpackBudget,
  password?: string,
): Promise<Pick<ArchiveMember, 'content' | 'sizeBytes' | 'problem'>> {
  const collected = new MemberBytes(entry.compressedSize, budget)
  const sink = new WritableStream<Uint8Array>({
    write(chunk) {
      if (!collected.add(chunk)) throw new Error('over a limit')
    },
  })
  try {
    await entry.getData(sink, {
      strictness: 'tolerant',
      checkSignature: true,
      ...(password === undefined ? {} : { password }),
    })
    return { content: collected.toBytes(), sizeBytes: collected.sizeBytes }
  } catch {
    // Bytes of a failed trial were never kept, so they do not count.
    if (collected.problem === undefined) budget.bytesLeft += collected.sizeBytes
    const problem = collected.problem ?? 'archive-damaged'
    return { sizeBytes: entry.uncompressedSize, problem }
  }
}

function decodeName({ rawFilename, filenameUTF8 }: Entry): string {
  return filenameUTF8 ? decodeText(rawFilename, 'utf-8').text : decodeMemberName(rawFilename)
}
