import { hash } from 'node:crypto'
import { readAsciiZ, readU16, readU32 } from '../numbers.ts'
import { type PeLayout, toFileOffset } from './pe-layout.ts'

export interface PeImports {
  readonly libraries: readonly { readonly name: string; readonly functions: readonly string[] }[]
  /**
   * MD5 over the imports in their order, by which programs of one family find each other (the
   * "imphash" of Mandiant). Absent when functions are named by number where the customary way would
   * look their names up.
   */
  readonly importHash?: string
}

const LIBRARIES_MAX = 100
const FUNCTIONS_MAX = 2_000
const NAME_CHARS_MAX = 128
/** Libraries whose numbered functions the customary hash translates into names. */
const NAMED_BY_NUMBER = /^(?:ws2_32|wsock32|oleaut32)$/

/** Libraries and functions a program asks Windows for (PE specification, ".idata section"). */
export function findImports(bytes: Uint8Array, layout: PeLayout): PeImports {
  const { at: address = 0 } = layout.directories[1] ?? {}
  const libraries: { name: string; functions: string[] }[] = []
  let functionsLeft = FUNCTIONS_MAX
  const start = address === 0 ? -1 : toFileOffset(layout, address)
  for (let index = 0; start >= 0 && index < LIBRARIES_MAX; index++) {
    const at = start + index * 20
    const nameAt = readU32(bytes, at + 12)
    if (nameAt === 0) break
    const name = readAsciiZ(bytes, toFileOffset(layout, nameAt), NAME_CHARS_MAX)
    const table = readU32(bytes, at) || readU32(bytes, at + 16)
    const functions = listFunctions(bytes, layout, table, functionsLeft)
    functionsLeft -= functions.length
    libraries.push({ name, functions })
  }
  const importHash = toImportHash(libraries)
  return { libraries, ...(importHash === undefined ? {} : { importHash }) }
}

function listFunctions(bytes: Uint8Array, layout: PeLayout, table: number, most: number): string[] {
  const found: string[] = []
  const step = layout.is64 ? 8 : 4
  for (let at = toFileOffset(layout, table); at >= 0 && found.length < most; at += step) {
    const low = readU32(bytes, at)
    const high = layout.is64 ? readU32(bytes, at + 4) : low
    if (low === 0 && high === 0) break
    const isNumber = high >= 0x8000_0000
    const name = isNumber
      ? `#${low & 0xffff}`
      : readAsciiZ(bytes, toFileOffset(layout, low & 0x7fff_ffff) + 2, NAME_CHARS_MAX)
    if (name === '') break
    found.push(name)
  }
  return found
}

function toImportHash(libraries: PeImports['libraries']): string | undefined {
  const names: string[] = []
  for (const { name, functions } of libraries) {
    const library = name.toLowerCase().replace(/\.(?:dll|ocx|sys)$/, '')
    for (const one of functions) {
      if (one.startsWith('#') && NAMED_BY_NUMBER.test(library)) return undefined
      names.push(`${library}.${one.replace(/^#/, 'ord').toLowerCase()}`)
    }
  }
  return names.length === 0 ? undefined : hash('md5', names.join(','))
}

/** Names a library offers to others, the first of them. */
export function findExports(bytes: Uint8Array, layout: PeLayout): readonly string[] {
  const { at: address = 0 } = layout.directories[0] ?? {}
  const at = address === 0 ? -1 : toFileOffset(layout, address)
  if (at < 0) return []
  const count = Math.min(readU32(bytes, at + 24), 100)
  const table = toFileOffset(layout, readU32(bytes, at + 32))
  if (table < 0) return []
  return Array.from({ length: count }, (_none, index) =>
    readAsciiZ(bytes, toFileOffset(layout, readU32(bytes, table + index * 4)), NAME_CHARS_MAX),
  ).filter((name) => name !== '')
}

/** The name under which a library was built, which a renamed file keeps. */
export function findExportedName(bytes: Uint8Array, layout: PeLayout): string {
  const { at: address = 0 } = layout.directories[0] ?? {}
  const at = address === 0 ? -1 : toFileOffset(layout, address)
  return at < 0
    ? ''
    : readAsciiZ(bytes, toFileOffset(layout, readU32(bytes, at + 12)), NAME_CHARS_MAX)
}

/** Path of the debug file, as it lay on the author's machine (CodeView record `RSDS`). */
export function findDebugPath(bytes: Uint8Array, layout: PeLayout): string {
  const { at: address = 0, size = 0 } = layout.directories[6] ?? {}
  const start = address === 0 ? -1 : toFileOffset(layout, address)
  if (start < 0) return ''
  for (let at = start; at < start + Math.min(size, 280); at += 28) {
    if (readU32(bytes, at + 12) !== 2) continue
    const record = readU32(bytes, at + 24)
    if (readU32(bytes, record) === 0x5344_5352) return readAsciiZ(bytes, record + 24, 260)
  }
  return ''
}

/** Version of the .NET runtime a program asks for; empty for other programs. */
export function findDotNetVersion(bytes: Uint8Array, layout: PeLayout): string {
  const { at: address = 0 } = layout.directories[14] ?? {}
  const at = address === 0 ? -1 : toFileOffset(layout, address)
  if (at < 0) return ''
  const metadata = toFileOffset(layout, readU32(bytes, at + 8))
  if (metadata < 0 || readU32(bytes, metadata) !== 0x424a_5342) return ''
  return readAsciiZ(bytes, metadata + 16, Math.min(readU16(bytes, metadata + 12), 64))
}
