export interface PeToBuild {
  readonly isDll?: boolean
  /** Libraries with the functions taken from each; a function named `#n` is taken by number. */
  readonly imports?: Readonly<Record<string, readonly string[]>>
  readonly exportedName?: string
  /** Overwrites the first two letters, as attackers do. */
  readonly magic?: string
}

const SECTION_AT = 0x200
const SECTION_ADDRESS = 0x1000
const SECTION_BYTES = 0x400

/** The smallest 64-bit program that the PE specification lets stand; it does nothing when run. */
export function buildPe(wanted: PeToBuild = {}): Uint8Array {
  const bytes = Buffer.alloc(SECTION_AT + SECTION_BYTES)
  bytes.write(wanted.magic ?? 'MZ', 0, 'latin1')
  bytes.writeUInt32LE(0x80, 0x3c)
  bytes.write('This program cannot be run in DOS mode.', 0x4e, 'latin1')
  bytes.write('PE\0\0', 0x80, 'latin1')
  const coff = 0x84
  bytes.writeUInt16LE(0x8664, coff)
  bytes.writeUInt16LE(1, coff + 2)
  bytes.writeUInt16LE(240, coff + 16)
  bytes.writeUInt16LE(wanted.isDll ? 0x2022 : 0x22, coff + 18)
  const optional = coff + 20
  bytes.writeUInt16LE(0x20b, optional)
  bytes.writeUInt16LE(3, optional + 68)
  bytes.writeUInt32LE(16, optional + 108)
  writeSection(bytes, optional + 240)
  writeImports(bytes, optional + 112 + 8, wanted.imports ?? {})
  if (wanted.exportedName !== undefined) writeExport(bytes, optional + 112, wanted.exportedName)
  return new Uint8Array(bytes)
}

function writeSection(bytes: Buffer, at: number): void {
  bytes.write('.text', at, 'latin1')
  bytes.writeUInt32LE(SECTION_BYTES, at + 8)
  bytes.writeUInt32LE(SECTION_ADDRESS, at + 12)
  bytes.writeUInt32LE(SECTION_BYTES, at + 16)
  bytes.writeUInt32LE(SECTION_AT, at + 20)
  bytes.writeUInt32LE(0x6000_0020, at + 36)
}

const toAddress = (offset: number) => SECTION_ADDRESS + offset - SECTION_AT

function writeImports(
  bytes: Buffer,
  directory: number,
  imports: NonNullable<PeToBuild['imports']>,
) {
  const libraries = Object.entries(imports)
  if (libraries.length === 0) return
  let table = SECTION_AT
  let free = SECTION_AT + (libraries.length + 1) * 20
  bytes.writeUInt32LE(toAddress(table), directory)
  bytes.writeUInt32LE((libraries.length + 1) * 20, directory + 4)
  for (const [library, functions] of libraries) {
    const thunks = free
    free += (functions.length + 1) * 8
    functions.forEach((name, index) => {
      const at = thunks + index * 8
      if (name.startsWith('#')) {
        bytes.writeUInt32LE(Number(name.slice(1)), at)
        bytes.writeUInt32LE(0x8000_0000, at + 4)
        return
      }
      bytes.writeUInt32LE(toAddress(free), at)
      free += 2 + bytes.write(`${name}\0`, free + 2, 'latin1')
    })
    bytes.writeUInt32LE(toAddress(thunks), table)
    bytes.writeUInt32LE(toAddress(free), table + 12)
    bytes.writeUInt32LE(toAddress(thunks), table + 16)
    free += bytes.write(`${library}\0`, free, 'latin1')
    table += 20
  }
}

function writeExport(bytes: Buffer, directory: number, name: string): void {
  const at = SECTION_AT + SECTION_BYTES - 0x80
  bytes.writeUInt32LE(toAddress(at), directory)
  bytes.writeUInt32LE(0x80, directory + 4)
  bytes.writeUInt32LE(toAddress(at + 40), at + 12)
  bytes.write(`${name}\0`, at + 40, 'latin1')
}
