import type { FileFact, FileReader, FileReading } from '../file-reading.ts'
import { entropyOf } from './entropy.ts'
import { findGoBuild } from './go-build.ts'
import {
  findDebugPath,
  findDotNetVersion,
  findExportedName,
  findExports,
  findImports,
} from './pe-imports.ts'
import { parsePeLayout, type PeLayout, type PeSection } from './pe-layout.ts'
import { findVersionNames } from './version-names.ts'

const PE_TYPE = 'application/vnd.microsoft.portable-executable'
const MACHINES: Readonly<Record<number, string>> = {
  0x14c: 'x86',
  0x8664: 'x64',
  0x1c4: 'arm',
  0xaa64: 'arm64',
}
const SUBSYSTEMS: Readonly<Record<number, string>> = {
  1: 'driver',
  2: 'window',
  3: 'console',
  10: 'efi',
}
const FUNCTIONS_SHOWN = 25

/** Windows programs and libraries: what the headers say. Nothing is run or disassembled. */
export const pe: FileReader = {
  format: 'pe',
  reads: (type) => type === PE_TYPE,
  read({ bytes }) {
    const layout = parsePeLayout(bytes)
    if (layout === undefined) return { problems: ['file-damaged'] }
    return { signs: [toSign(layout)], facts: listFacts(bytes, layout) }
  },
}

function toSign(layout: PeLayout): NonNullable<FileReading['signs']>[number] {
  const machine = MACHINES[layout.machine] ?? `machine ${layout.machine}`
  return {
    kind: 'executable',
    excerpt: `${layout.isDll ? 'Windows DLL' : 'Windows program'}, ${machine}`,
  }
}

function listFacts(bytes: Uint8Array, layout: PeLayout): FileFact[] {
  const { libraries, importHash } = findImports(bytes, layout)
  const exported = findExports(bytes, layout)
  return [
    fact('program-kind', layout.isDll ? 'dll' : 'exe'),
    fact('machine', MACHINES[layout.machine] ?? String(layout.machine)),
    fact('subsystem', SUBSYSTEMS[layout.subsystem] ?? String(layout.subsystem)),
    fact('linked-at', new Date(layout.linkedAtSeconds * 1000).toISOString()),
    ...findVersionNames(bytes, layout).map(([name, value]) => fact(`version-${name}`, value)),
    fact('exported-name', findExportedName(bytes, layout)),
    fact('exports', exported.join(', ')),
    fact('debug-path', findDebugPath(bytes, layout)),
    fact('dotnet-version', findDotNetVersion(bytes, layout)),
    ...findGoBuild(bytes),
    fact('signature', describeSignature(bytes, layout)),
    fact('import-hash', importHash ?? ''),
    ...listSections(bytes, layout),
    fact('appended-bytes', describeAppended(bytes, layout)),
    ...libraries.map(({ name, functions }) =>
      fact('imports', `${name}: ${functions.slice(0, FUNCTIONS_SHOWN).join(', ')}`),
    ),
  ].filter(({ value }) => value !== '')
}

function fact(name: string, value: string): FileFact {
  return { name, value }
}

/** Ninety-six sections may all claim the whole file: its bytes are counted a few times at most. */
const COUNTED_RATIO_MAX = 3

function listSections(bytes: Uint8Array, { sections }: PeLayout): FileFact[] {
  let left = bytes.length * COUNTED_RATIO_MAX
  return sections.map((section) => {
    const content = bytes.subarray(section.rawAt, section.rawAt + section.rawSize)
    left -= content.length
    const entropy = left < 0 ? 'not counted' : entropyOf(content).toFixed(2)
    return fact('section', describeSection(section, entropy))
  })
}

function describeSection(section: PeSection, entropy: string): string {
  const { name, rawSize, virtualSize, isExecutable, isWritable } = section
  const rights = `${isExecutable ? ' executable' : ''}${isWritable ? ' writable' : ''}`
  return `${name} ${rawSize} bytes (${virtualSize} in memory), entropy ${entropy}${rights}`
}

/** The certificate table is looked for, not verified: Windows alone knows whom it trusts. */
function describeSignature(bytes: Uint8Array, layout: PeLayout): string {
  const { at = 0, size = 0 } = layout.directories[4] ?? {}
  if (at === 0 || size === 0) return 'none'
  return at + size > bytes.length ? 'cut off' : `present, not verified (${size} bytes)`
}

/** Bytes behind the last section and outside the signature: installers and droppers put theirs there. */
function describeAppended(bytes: Uint8Array, layout: PeLayout): string {
  const end = layout.sections.reduce((last, one) => Math.max(last, one.rawAt + one.rawSize), 0)
  const { at = 0, size = 0 } = layout.directories[4] ?? {}
  const signature = at >= end && at + size <= bytes.length ? size : 0
  const appended = bytes.length - end - signature
  return end > 0 && appended > 0 ? String(appended) : ''
}
