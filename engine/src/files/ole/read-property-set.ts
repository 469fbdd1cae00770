import { decodeText } from '../../charset/decode-text.ts'
import type { FileFact } from '../file-reading.ts'
import { toCharset } from '../vba/parse-dir-stream.ts'

const [SHORT, STRING, WIDE_STRING, FILE_TIME] = [2, 30, 31, 64]
const PROPERTIES_MAX = 100
const STRING_BYTES_MAX = 2_000

/** Properties of the stream SummaryInformation (MS-OLEPS §2.25.1). */
export const SUMMARY: ReadonlyMap<number, string> = new Map([
  [2, 'title'],
  [3, 'subject'],
  [4, 'author'],
  [5, 'keywords'],
  [6, 'comments'],
  [7, 'template'],
  [8, 'last-modified-by'],
  [9, 'revision'],
  [12, 'created'],
  [13, 'modified'],
  [18, 'application'],
])

/** Properties of the stream DocumentSummaryInformation (MS-OSHARED §2.3.3.2.2.1). */
export const DOCUMENT_SUMMARY: ReadonlyMap<number, string> = new Map([
  [14, 'manager'],
  [15, 'company'],
])

/** Reads the first section of a property set: what a binary document says about itself. */
export function readPropertySet(bytes: Buffer, names: ReadonlyMap<number, string>): FileFact[] {
  if (bytes.length < 56 || bytes.readUInt16LE(0) !== 0xfffe) return []
  const section = bytes.readUInt32LE(44)
  if (section + 8 > bytes.length) return []
  const places = listPlaces(bytes, section)
  const codePageAt = places.get(1)
  const codePage =
    codePageAt === undefined || codePageAt + 6 > bytes.length
      ? 1252
      : bytes.readUInt16LE(codePageAt + 4)
  const facts: FileFact[] = [{ name: 'code-page', value: String(codePage) }]
  for (const [id, name] of names) {
    const at = places.get(id)
    const value = at === undefined ? undefined : readValue(bytes, at, codePage)
    if (value !== undefined && value !== '') facts.push({ name, value })
  }
  return facts
}

function listPlaces(bytes: Buffer, section: number): Map<number, number> {
  const places = new Map<number, number>()
  const count = Math.min(bytes.readUInt32LE(section + 4), PROPERTIES_MAX)
  for (let index = 0; index < count; index++) {
    const at = section + 8 + index * 8
    if (at + 8 > bytes.length) break
    places.set(bytes.readUInt32LE(at), section + bytes.readUInt32LE(at + 4))
  }
  return places
}

function readValue(bytes: Buffer, at: number, codePage: number): string | undefined {
  if (at + 8 > bytes.length) return undefined
  const type = bytes.readUInt16LE(at)
  if (type === SHORT) return String(bytes.readInt16LE(at + 4))
  if (type === FILE_TIME) return at + 12 > bytes.length ? undefined : readFileTime(bytes, at + 4)
  if (type !== STRING && type !== WIDE_STRING) return undefined
  const isWide = type === WIDE_STRING || codePage === 1200
  const units = bytes.readUInt32LE(at + 4)
  const sizeBytes = Math.min(type === WIDE_STRING ? units * 2 : units, STRING_BYTES_MAX)
  const raw = bytes.subarray(at + 8, at + 8 + sizeBytes)
  const text = isWide ? raw.toString('utf16le') : decodeText(raw, toCharset(codePage)).text
  return (text.split('\0', 1)[0] ?? '').trim()
}

const EPOCH_1601_MS = 11_644_473_600_000n
const YEAR_2200_MS = 7_258_118_400_000

/** Hundreds of nanoseconds since 1601, as ISO 8601; undefined for none and for nonsense. */
function readFileTime(bytes: Buffer, at: number): string | undefined {
  const ms = Number(bytes.readBigUInt64LE(at) / 10_000n - EPOCH_1601_MS)
  return ms > 0 && ms < YEAR_2200_MS ? new Date(ms).toISOString() : undefined
}
