import { readU16, readUtf16, readUtf16Z } from '../numbers.ts'
import { type PeLayout, toFileOffset } from './pe-layout.ts'

const KEY = Buffer.from('VS_VERSION_INFO', 'utf16le')
/** Resources looked through for the version block; it stands near their end in large programs. */
const SEARCH_BYTES = 16 * 1024 * 1024
const BLOCK_DEPTH_MAX = 4
const NAMES_MAX = 30
const VALUE_CHARS_MAX = 200

/** What a program says of itself in its version block (`VS_VERSIONINFO`): company, product, original name. */
export function findVersionNames(
  bytes: Uint8Array,
  layout: PeLayout,
): readonly (readonly [name: string, value: string])[] {
  const { at: address = 0, size = 0 } = layout.directories[2] ?? {}
  const start = address === 0 ? -1 : toFileOffset(layout, address)
  if (start < 0) return []
  const resources = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).subarray(
    start,
    start + Math.min(size, SEARCH_BYTES),
  )
  const at = resources.indexOf(KEY)
  if (at < 6) return []
  const names: [string, string][] = []
  readBlock(resources, at - 6, 0, names)
  return names
}

/** One block: length, length of its value, kind, key, value, then blocks inside it. */
function readBlock(
  bytes: Uint8Array,
  start: number,
  depth: number,
  names: [string, string][],
): void {
  const end = start + readU16(bytes, start)
  const valueLength = readU16(bytes, start + 2)
  const isText = readU16(bytes, start + 4) === 1
  const key = readUtf16Z(bytes, start + 6, 64)
  let at = align(start + 6 + (key.length + 1) * 2)
  if (depth === 3) {
    if (isText && valueLength > 0)
      names.push([key, readUtf16(bytes, at, Math.min(valueLength - 1, VALUE_CHARS_MAX))])
    return
  }
  at = align(at + (isText ? valueLength * 2 : valueLength))
  while (at + 6 < end && at < bytes.length && names.length < NAMES_MAX) {
    const length = readU16(bytes, at)
    if (length < 6 || depth >= BLOCK_DEPTH_MAX) return
    readBlock(bytes, at, depth + 1, names)
    at = align(at + length)
  }
}

/** Blocks begin at multiples of four, counted from the start of the version block's section. */
function align(at: number): number {
  return (at + 3) & ~3
}
