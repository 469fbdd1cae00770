import type { FileFact } from '../file-reading.ts'
import { readU8 } from '../numbers.ts'

const MAGIC = Buffer.from('\xff Go buildinf:', 'latin1')
const HAS_INLINE_STRINGS = 2
const MODULE_BYTES_MAX = 64 * 1024
const DEPENDENCIES_MAX = 20
/** Sixteen bytes stand around the module lines, so that they can be found in a stripped program. */
const SENTINEL_BYTES = 16

/**
 * What the Go linker writes into every program since Go 1.18 (package debug/buildinfo): version of
 * the compiler, path of the main package, modules. Names of modules often name the tool.
 */
export function findGoBuild(bytes: Uint8Array): readonly FileFact[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const at = buffer.indexOf(MAGIC)
  if (at < 0 || (readU8(bytes, at + 15) & HAS_INLINE_STRINGS) === 0) return []
  const version = readCounted(buffer, at + 32)
  if (version === undefined) return []
  const modules = readCounted(buffer, version.end)
  const lines = modules?.text.slice(SENTINEL_BYTES, -SENTINEL_BYTES).split('\n') ?? []
  const valuesOf = (key: string) =>
    lines.flatMap((line) => (line.startsWith(`${key}\t`) ? [line.slice(key.length + 1)] : []))
  return [
    { name: 'go-version', value: version.text },
    ...valuesOf('path').map((value) => ({ name: 'go-package', value })),
    ...valuesOf('mod').map((value) => ({ name: 'go-module', value: value.replaceAll('\t', ' ') })),
    ...valuesOf('dep')
      .slice(0, DEPENDENCIES_MAX)
      .map((value) => ({ name: 'go-dependency', value: value.replaceAll('\t', ' ') })),
  ]
}

/** A string behind its length, written as an unsigned varint. */
function readCounted(buffer: Buffer, start: number): { text: string; end: number } | undefined {
  let length = 0
  let at = start
  for (let shift = 0; shift < 28; shift += 7) {
    const byte = readU8(buffer, at++)
    length |= (byte & 0x7f) << shift
    if (byte < 0x80) break
  }
  if (length <= 0 || length > MODULE_BYTES_MAX || at + length > buffer.length) return undefined
  return { text: buffer.toString('utf8', at, at + length), end: at + length }
}
