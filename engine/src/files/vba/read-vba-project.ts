import { decodeText } from '../../charset/decode-text.ts'
import { limits } from '../../limits.ts'
import type { CompoundFile } from '../ole/compound-file.ts'
import { decompressVba } from './decompress-vba.ts'
import { parseDirStream, type VbaModule } from './parse-dir-stream.ts'

/** One module with its source. */
export interface VbaSource {
  readonly name: string
  /** Without the lines of attributes that the editor hides. */
  readonly source: string
}

/** Every module of every VBA project in a compound file; projects are storages with a `dir` stream. */
export function readVbaProjects(file: CompoundFile): readonly VbaSource[] {
  const found: VbaSource[] = []
  let projects = 0
  for (const { path } of file.entries) {
    const storage = /^(?:.{1,500}\/)?VBA(?=\/dir$)/i.exec(path)?.[0]
    if (storage === undefined || file.find(path)?.path !== path) continue
    projects += 1
    found.push(...readProject(file, storage))
    if (found.length >= limits.macroModulesMax || projects >= PROJECTS_MAX) break
  }
  // A damaged dir must not hide what is there.
  return found.length > 0 ? found : readLooseModules(file)
}

/** A document has one project; each attached document that was opened before it may add one. */
const PROJECTS_MAX = 20

function readProject(file: CompoundFile, storage: string): VbaSource[] {
  const streams = new Map(
    file.entries.flatMap((entry) =>
      entry.isStream && entry.path.startsWith(`${storage}/`)
        ? [[entry.name.toLowerCase(), entry] as const]
        : [],
    ),
  )
  const dir = streams.get('dir')
  if (dir === undefined) return []
  const { charset, modules } = parseDirStream(decompressVba(file.read(dir)))
  let left: number = limits.macroSourceBytesMax
  return modules.flatMap((module) => {
    const stream = streams.get(module.streamName.toLowerCase())
    if (stream === undefined || left <= 0) return []
    const source = readSource(file.read(stream), module, charset)
    left -= source.length
    return [{ name: module.name, source }]
  })
}

function readSource(stream: Buffer, { sourceAt }: VbaModule, charset: string): string {
  const bytes = decompressVba(stream, sourceAt)
  const found = bytes.length > 0 ? bytes : decompressVba(stream, findSource(stream))
  return dropAttributes(decodeText(found, charset).text)
}

/** Without a readable dir, sources are found by how each of them begins: `Attribute VB_Name`. */
function readLooseModules(file: CompoundFile): VbaSource[] {
  const streams = file.entries.filter(
    ({ path, isStream }) => isStream && /(?:^|\/)VBA\//i.test(path),
  )
  return streams.slice(0, limits.macroModulesMax).flatMap((entry) => {
    const stream = file.read(entry)
    const at = findSource(stream)
    if (at < 0) return []
    const source = dropAttributes(decodeText(decompressVba(stream, at)).text)
    return source === '' ? [] : [{ name: entry.name, source }]
  })
}

/** Eight letters stand uncompressed behind signature, chunk header and flags: four bytes. */
function findSource(stream: Buffer): number {
  const at = stream.indexOf('Attribut', 0, 'latin1')
  return at < 4 ? -1 : at - 4
}

function dropAttributes(source: string): string {
  return source
    .split(/\r\n|\r|\n/)
    .filter((line) => !/^Attribute [\w.]{1,300} = /.test(line))
    .join('\n')
    .trim()
}
