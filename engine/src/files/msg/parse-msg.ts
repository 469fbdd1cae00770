import { limits } from '../../limits.ts'
import type { UnpackBudget } from '../archives/archive-member.ts'
import { MAPI, type MapiAttachment, type MapiObject } from '../mapi/mapi-object.ts'
import { MAPI_TYPES, MapiProperties } from '../mapi/mapi-properties.ts'
import { readU16, readU32 } from '../numbers.ts'
import type { CompoundEntry, CompoundFile } from '../ole/compound-file.ts'
import { parseCompoundFile } from '../ole/parse-compound-file.ts'

/** Messages in messages in one file; what is deeper stays closed. */
const DEPTH_MAX = 8
const FIRST_NAMED = 0x8000
const TAG_BYTES = 16
/** Bytes of `__properties_version1.0` before its tags: file, message in it, recipient or attachment. */
const HEAD_BYTES = { top: 32, inner: 24, part: 8 } as const

/** The message of an Outlook file (MS-OXMSG); undefined when the bytes are none. */
export function parseMsg(bytes: Uint8Array, budget: UnpackBudget): MapiObject | undefined {
  const file = parseCompoundFile(bytes)
  if (file === undefined) return undefined
  const byFolder = Map.groupBy(file.entries, ({ path, name }) =>
    path.slice(0, path.length - name.length),
  )
  return new MsgReader(file, byFolder, budget).readMessage('', HEAD_BYTES.top, 0)
}

class MsgReader {
  readonly #file: CompoundFile
  readonly #byFolder: ReadonlyMap<string, readonly CompoundEntry[]>
  readonly #budget: UnpackBudget
  readonly #named: ReadonlyMap<number, number>

  constructor(
    file: CompoundFile,
    byFolder: ReadonlyMap<string, readonly CompoundEntry[]>,
    budget: UnpackBudget,
  ) {
    this.#file = file
    this.#byFolder = byFolder
    this.#budget = budget
    this.#named = this.#readNamed()
  }

  readMessage(folder: string, headBytes: number, depth: number): MapiObject {
    const properties = this.#readProperties(folder, headBytes, undefined)
    const { codePage } = properties
    const folders = this.#list(folder)
      .filter((entry) => !entry.isStream)
      .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    const find = (prefix: string) =>
      folders.filter(({ name }) => name.startsWith(prefix)).slice(0, limits.archiveMembersMax)
    return {
      properties,
      named: this.#named,
      recipients: find('__recip_version1.0_').map(({ path }) =>
        this.#readProperties(`${path}/`, HEAD_BYTES.part, codePage),
      ),
      attachments: find('__attach_version1.0_').map(({ path }) =>
        this.#readAttachment(`${path}/`, codePage, depth),
      ),
    }
  }

  #readAttachment(folder: string, codePage: number | undefined, depth: number): MapiAttachment {
    const properties = this.#readProperties(folder, HEAD_BYTES.part, codePage)
    const object = this.#list(folder).find(
      ({ name, isStream }) => !isStream && name === '__substg1.0_3701000D',
    )
    if (object === undefined) {
      const content = properties.bytes(MAPI.attachData)
      return content === undefined ? { properties } : { properties, content }
    }
    const inside = `${object.path}/`
    const isMessage = this.#list(inside).some(({ name }) => name === '__properties_version1.0')
    if (isMessage && depth < DEPTH_MAX) {
      return { properties, message: this.readMessage(inside, HEAD_BYTES.inner, depth + 1) }
    }
    const content = isMessage ? undefined : this.#readObject(inside)
    return content === undefined ? { properties } : { properties, content }
  }

  /** An object of another program: its contents, or else its largest stream. */
  #readObject(folder: string): Uint8Array | undefined {
    const streams = this.#list(folder).filter(({ isStream }) => isStream)
    const named = streams.find(({ name }) => /^(?:CONTENTS|Package|\u0001Ole10Native)$/.test(name))
    const largest = streams.toSorted((one, other) => other.sizeBytes - one.sizeBytes)[0]
    const chosen = named ?? largest
    return chosen === undefined ? undefined : this.#read(chosen)
  }

  #readProperties(folder: string, headBytes: number, codePage: number | undefined): MapiProperties {
    const values = new Map<number, { type: number; bytes: Uint8Array }>()
    for (const entry of this.#list(folder)) {
      if (entry.name === '__properties_version1.0') this.#readFixed(entry, headBytes, values)
    }
    for (const entry of this.#list(folder)) {
      const [, id, type] = /^__substg1\.0_([0-9A-F]{4})([0-9A-F]{4})$/i.exec(entry.name) ?? []
      if (id === undefined || type === undefined || !entry.isStream) continue
      const bytes = this.#read(entry)
      values.set(Number.parseInt(id, 16), { type: Number.parseInt(type, 16), bytes })
    }
    return new MapiProperties(values, codePage)
  }

  /** Values of fixed size stand in the tag's own 16 bytes, behind its name and flags (§2.4.2.1). */
  #readFixed(
    entry: CompoundEntry,
    headBytes: number,
    values: Map<number, { type: number; bytes: Uint8Array }>,
  ): void {
    const bytes = this.#read(entry)
    for (let at = headBytes; at + TAG_BYTES <= bytes.length; at += TAG_BYTES) {
      const type = readU16(bytes, at)
      if (!FIXED_TYPES.has(type)) continue
      values.set(readU16(bytes, at + 2), { type, bytes: bytes.subarray(at + 8, at + 16) })
    }
  }

  /** Named properties have numbers from 8000 on, in the order of this stream (§2.2.3.1.2). */
  #readNamed(): ReadonlyMap<number, number> {
    const named = new Map<number, number>()
    const entry = this.#list('__nameid_version1.0/').find(
      ({ name }) => name === '__substg1.0_00030102',
    )
    const bytes = entry === undefined ? new Uint8Array() : this.#read(entry)
    for (let at = 0; at + 8 <= bytes.length; at += 8) {
      const isText = (readU16(bytes, at + 4) & 1) === 1
      if (!isText) named.set(readU32(bytes, at), FIRST_NAMED + readU16(bytes, at + 6))
    }
    return named
  }

  #list(folder: string): readonly CompoundEntry[] {
    return this.#byFolder.get(folder) ?? []
  }

  /** Streams may share their bytes, so that 100 kB hold gigabytes: all come from one budget. */
  #read(entry: CompoundEntry): Uint8Array {
    if (entry.sizeBytes > this.#budget.bytesLeft) return new Uint8Array()
    const bytes = this.#file.read(entry)
    this.#budget.bytesLeft -= bytes.length
    return bytes
  }
}

const FIXED_TYPES: ReadonlySet<number> = new Set([
  MAPI_TYPES.integer16,
  MAPI_TYPES.integer32,
  MAPI_TYPES.boolean,
  MAPI_TYPES.time,
])
