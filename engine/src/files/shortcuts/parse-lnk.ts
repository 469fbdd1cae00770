import { readAsciiZ, readFileTime, readU16, readU32, readUtf16, readUtf16Z } from '../numbers.ts'

/** A Windows shortcut ([MS-SHLLINK]): what it starts, with which words, under which picture. */
export interface Shortcut {
  /** From the item list, the link information or the environment block, most telling first. */
  readonly target: string
  readonly relativePath: string
  readonly workingDirectory: string
  readonly arguments: string
  readonly icon: string
  readonly description: string
  /** `\\server\share` when the target lies on another machine. */
  readonly networkShare: string
  /** NetBIOS name of the machine on which it was made. */
  readonly machine: string
  /** Hardware address of that machine's network card, from its object identifiers. */
  readonly hardwareAddress: string
  readonly showCommand: number
  readonly createdAt?: Date
  readonly modifiedAt?: Date
  /** Bytes behind the last block; scripts cut their payload out of the shortcut itself. */
  readonly appendedAt: number
}

const HAS = {
  idList: 1,
  info: 2,
  name: 4,
  relative: 8,
  directory: 16,
  words: 32,
  icon: 64,
} as const
const IS_UNICODE = 0x80
const TEXT_CHARS_MAX = 32_767
const BLOCKS_MAX = 50

interface Cursor {
  readonly bytes: Uint8Array
  at: number
}

/** Reads a shortcut; undefined when the header is not one. */
export function parseLnk(bytes: Uint8Array): Shortcut | undefined {
  if (readU32(bytes, 0) !== 0x4c || readU32(bytes, 4) !== 0x0002_1401) return undefined
  const flags = readU32(bytes, 20)
  const cursor: Cursor = { bytes, at: 76 }
  const items = (flags & HAS.idList) === 0 ? '' : readItemList(cursor)
  const info = (flags & HAS.info) === 0 ? NO_INFO : readInfo(cursor)
  const text = (flag: number) =>
    (flags & flag) === 0 ? '' : readCounted(cursor, (flags & IS_UNICODE) !== 0)
  const description = text(HAS.name)
  const relativePath = text(HAS.relative)
  const workingDirectory = text(HAS.directory)
  const words = text(HAS.words)
  const icon = text(HAS.icon)
  const extra = readExtra(cursor)
  const [createdAt, modifiedAt] = [readFileTime(bytes, 28), readFileTime(bytes, 44)]
  return {
    target: info.localPath || items || extra.environment || relativePath,
    networkShare: info.networkShare,
    relativePath,
    workingDirectory,
    arguments: words,
    icon: icon || extra.icon,
    description,
    machine: extra.machine,
    hardwareAddress: extra.hardwareAddress,
    showCommand: readU32(bytes, 60),
    ...(createdAt === undefined ? {} : { createdAt }),
    ...(modifiedAt === undefined ? {} : { modifiedAt }),
    appendedAt: cursor.at,
  }
}

/** LinkTargetIDList (§2.2): shell items, of which files and folders carry their short names. */
function readItemList(cursor: Cursor): string {
  const { bytes, at } = cursor
  const end = at + 2 + readU16(bytes, at)
  const names: string[] = []
  for (let item = at + 2; item + 2 < end && names.length < 100; ) {
    const size = readU16(bytes, item)
    if (size < 3) break
    const name = readItemName(bytes, item, size)
    if (name !== '') names.push(name)
    item += size
  }
  cursor.at = Math.min(end, bytes.length)
  return names.join('\\').replace(/\\\\/g, '\\')
}

function readItemName(bytes: Uint8Array, item: number, size: number): string {
  const kind = (bytes[item + 2] ?? 0) & 0x70
  if (kind === 0x20) return readAsciiZ(bytes, item + 3, size - 3)
  if (kind !== 0x30) return ''
  const isUnicode = ((bytes[item + 2] ?? 0) & 0x04) !== 0
  const long = readLongName(bytes, item, size)
  if (long !== '') return long
  return isUnicode
    ? readUtf16Z(bytes, item + 14, (size - 14) >> 1)
    : readAsciiZ(bytes, item + 14, size - 14)
}

/** The long name stands in an extension block, found from the end of the item. */
function readLongName(bytes: Uint8Array, item: number, size: number): string {
  const offset = readU16(bytes, item + size - 2)
  const block = item + offset
  if (offset < 14 || offset + 20 > size || readU32(bytes, block + 4) !== 0xbeef_0004) return ''
  const version = readU16(bytes, block + 2)
  const nameAt = block + (version >= 9 ? 46 : version >= 8 ? 42 : version >= 7 ? 38 : 20)
  return nameAt < item + size ? readUtf16Z(bytes, nameAt, (item + size - nameAt) >> 1) : ''
}

const NO_INFO = { localPath: '', networkShare: '' }

/** LinkInfo (§2.3): a path on a local volume, or a share on another machine. */
function readInfo(cursor: Cursor): typeof NO_INFO {
  const { bytes, at } = cursor
  const size = readU32(bytes, at)
  cursor.at = Math.min(at + Math.max(size, 4), bytes.length)
  const flags = readU32(bytes, at + 8)
  const suffix = readAsciiZ(bytes, at + readU32(bytes, at + 24), 260)
  const isWide = readU32(bytes, at + 4) >= 0x24
  const wide = isWide ? readUtf16Z(bytes, at + readU32(bytes, at + 28), 260) : ''
  const path = wide || readAsciiZ(bytes, at + readU32(bytes, at + 16), 260)
  const network = at + readU32(bytes, at + 20)
  const share =
    (flags & 2) === 0 ? '' : readAsciiZ(bytes, network + readU32(bytes, network + 8), 260)
  const local = (flags & 1) === 0 ? '' : path + suffix
  return {
    localPath: local || (share === '' ? '' : `${share}\\${suffix}`),
    networkShare: share,
  }
}

/** StringData (§2.4): a count of characters, then the characters. */
function readCounted(cursor: Cursor, isUnicode: boolean): string {
  const { bytes, at } = cursor
  const count = Math.min(readU16(bytes, at), TEXT_CHARS_MAX)
  cursor.at = Math.min(at + 2 + (isUnicode ? count * 2 : count), bytes.length)
  return isUnicode ? readUtf16(bytes, at + 2, count) : readAsciiZ(bytes, at + 2, count)
}

/** ExtraData (§2.5): blocks with a signature each, until one shorter than four bytes. */
function readExtra(cursor: Cursor) {
  const found = { environment: '', icon: '', machine: '', hardwareAddress: '' }
  const { bytes } = cursor
  for (let blocks = 0; blocks < BLOCKS_MAX; blocks++) {
    const size = readU32(bytes, cursor.at)
    if (size < 4 || cursor.at + size > bytes.length) break
    const at = cursor.at
    const signature = readU32(bytes, at + 4)
    const path = () => readUtf16Z(bytes, at + 268, 260) || readAsciiZ(bytes, at + 8, 260)
    if (signature === 0xa000_0001) found.environment = path()
    if (signature === 0xa000_0007) found.icon = path()
    if (signature === 0xa000_0003) {
      found.machine = readAsciiZ(bytes, at + 16, 16)
      found.hardwareAddress = readHardwareAddress(bytes, at + 48)
    }
    cursor.at += size
  }
  if (readU32(bytes, cursor.at) < 4) cursor.at = Math.min(cursor.at + 4, bytes.length)
  return found
}

/** Version 1 UUIDs end in the network card's address (RFC 9562 §5.1). */
function readHardwareAddress(bytes: Uint8Array, at: number): string {
  if (((bytes[at + 7] ?? 0) & 0xf0) !== 0x10) return ''
  const address = bytes.subarray(at + 10, at + 16)
  return Array.from(address, (byte) => byte.toString(16).padStart(2, '0')).join(':')
}
