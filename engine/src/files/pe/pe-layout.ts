import { readAsciiZ, readU16, readU32 } from '../numbers.ts'

export interface PeSection {
  readonly name: string
  readonly virtualAddress: number
  readonly virtualSize: number
  readonly rawAt: number
  readonly rawSize: number
  readonly isExecutable: boolean
  readonly isWritable: boolean
}

/** Headers of a Windows program (Microsoft PE/COFF specification), as far as they can be read. */
export interface PeLayout {
  readonly machine: number
  /** Seconds since 1970; compilers may write anything. */
  readonly linkedAtSeconds: number
  readonly isDll: boolean
  readonly is64: boolean
  readonly subsystem: number
  readonly entryPoint: number
  readonly sections: readonly PeSection[]
  /** Address (RVA) and size of each data directory; the certificate table's is a file offset. */
  readonly directories: readonly { readonly at: number; readonly size: number }[]
}

/** The loader takes no more than 96. */
const SECTIONS_MAX = 96
const DIRECTORIES_MAX = 16
const SECTION_BYTES = 40
const IS_DLL = 0x2000

/** Reads the headers; undefined when there is no PE signature where the DOS header points. */
export function parsePeLayout(bytes: Uint8Array): PeLayout | undefined {
  const start = readU32(bytes, 0x3c)
  if (start < 4 || start + 24 > bytes.length || readU32(bytes, start) !== 0x4550) return undefined
  const coff = start + 4
  const optional = coff + 20
  const is64 = readU16(bytes, optional) === 0x20b
  const directoriesAt = optional + (is64 ? 112 : 96)
  const sectionsAt = optional + readU16(bytes, coff + 16)
  const sectionCount = Math.min(readU16(bytes, coff + 2), SECTIONS_MAX)
  const directoryCount = Math.min(readU32(bytes, directoriesAt - 4), DIRECTORIES_MAX)
  return {
    machine: readU16(bytes, coff),
    linkedAtSeconds: readU32(bytes, coff + 4),
    isDll: (readU16(bytes, coff + 18) & IS_DLL) !== 0,
    is64,
    subsystem: readU16(bytes, optional + 68),
    entryPoint: readU32(bytes, optional + 16),
    sections: Array.from({ length: sectionCount }, (_none, at) =>
      readSection(bytes, sectionsAt + at * SECTION_BYTES),
    ),
    directories: Array.from({ length: directoryCount }, (_none, at) => ({
      at: readU32(bytes, directoriesAt + at * 8),
      size: readU32(bytes, directoriesAt + at * 8 + 4),
    })),
  }
}

function readSection(bytes: Uint8Array, at: number): PeSection {
  const flags = readU32(bytes, at + 36)
  return {
    name: readAsciiZ(bytes, at, 8),
    virtualSize: readU32(bytes, at + 8),
    virtualAddress: readU32(bytes, at + 12),
    rawSize: readU32(bytes, at + 16),
    rawAt: readU32(bytes, at + 20),
    isExecutable: (flags & 0x2000_0000) !== 0,
    isWritable: (flags & 0x8000_0000) !== 0,
  }
}

/** Where an address (RVA) stands in the file; -1 when no section holds it. */
export function toFileOffset({ sections }: PeLayout, address: number): number {
  const section = sections.find(
    ({ virtualAddress, virtualSize, rawSize }) =>
      address >= virtualAddress && address < virtualAddress + Math.max(virtualSize, rawSize),
  )
  return section === undefined ? -1 : section.rawAt + (address - section.virtualAddress)
}
