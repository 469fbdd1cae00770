import { decodeText } from '../../charset/decode-text.ts'
import { limits } from '../../limits.ts'

/** Where a module's source stands. */
export interface VbaModule {
  readonly name: string
  readonly streamName: string
  /** Offset of the compressed source behind the compiled code. */
  readonly sourceAt: number
}

export interface VbaDirectory {
  /** Name of the code page, for example `shift_jis`. */
  readonly charset: string
  readonly modules: readonly VbaModule[]
}

/** Records of the dir stream that matter here (MS-OVBA §2.3.4.2). */
const CODE_PAGE = 0x03
const VERSION = 0x09
const MODULE_NAME = 0x19
const MODULE_NAME_UNICODE = 0x47
const STREAM_NAME = 0x1a
const STREAM_NAME_UNICODE = 0x32
const SOURCE_OFFSET = 0x31
const MODULE_END = 0x2b

/** Reads the decompressed dir stream of a VBA project: its code page and its modules. */
export function parseDirStream(bytes: Buffer): VbaDirectory {
  let charset = 'windows-1252'
  const modules: VbaModule[] = []
  let name = ''
  let streamName = ''
  let sourceAt = 0
  for (const { id, data } of listRecords(bytes)) {
    if (modules.length >= limits.macroModulesMax) break
    if (id === CODE_PAGE && data.length >= 2) charset = toCharset(data.readUInt16LE(0))
    else if (id === MODULE_NAME) name = decodeText(data, charset).text
    else if (id === MODULE_NAME_UNICODE) name = data.toString('utf16le')
    else if (id === STREAM_NAME) streamName = decodeText(data, charset).text
    else if (id === STREAM_NAME_UNICODE) streamName = data.toString('utf16le')
    else if (id === SOURCE_OFFSET && data.length >= 4) sourceAt = data.readUInt32LE(0)
    else if (id === MODULE_END) {
      modules.push({ name: name || streamName, streamName: streamName || name, sourceAt })
      name = streamName = ''
      sourceAt = 0
    }
  }
  return { charset, modules }
}

function* listRecords(bytes: Buffer): Generator<{ readonly id: number; readonly data: Buffer }> {
  for (let at = 0; at + 6 <= bytes.length; ) {
    const id = bytes.readUInt16LE(at)
    // PROJECTVERSION writes 4 where its data take 6 bytes.
    const sizeBytes = id === VERSION ? 6 : bytes.readUInt32LE(at + 2)
    yield { id, data: bytes.subarray(at + 6, at + 6 + sizeBytes) }
    at += 6 + sizeBytes
  }
}

/** A Windows code page by number, as the charset decoder names it. */
export function toCharset(codePage: number): string {
  switch (codePage) {
    case 932:
      return 'shift_jis'
    case 936:
      return 'gb18030'
    case 949:
      return 'euc-kr'
    case 950:
      return 'big5'
    case 1200:
      return 'utf-16le'
    case 65001:
      return 'utf-8'
    case 10001:
      return 'shift_jis'
    default:
      return codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : 'windows-1252'
  }
}
