import { MAPI_TYPES } from '../mapi/mapi-properties.ts'
import { readU16, readU32 } from '../numbers.ts'

/** Properties as they are read, to be completed by further attributes. */
export interface MapiValues {
  readonly byId: Map<number, { type: number; bytes: Uint8Array }>
  readonly named: Map<number, number>
  /** Values that are objects: their identifier, and the object. */
  readonly objects: Map<number, Uint8Array>
}

const FIRST_NAMED = 0x8000
const GUID_BYTES = 16
const MULTIPLE = 0x1000
/** Properties of one message; real ones have some hundred. */
const PROPERTIES_MAX = 4_000

/** Bytes of the values that have a fixed size, padded to four (MS-OXTNEF §2.1.3.4). */
const FIXED_BYTES: Readonly<Record<number, number>> = {
  0x0002: 4,
  0x0003: 4,
  0x0004: 4,
  0x0005: 8,
  0x0006: 8,
  0x0007: 8,
  0x000a: 4,
  0x000b: 4,
  0x0014: 8,
  0x0040: 8,
  0x0048: 16,
}

/** Reads a list of properties (MS-OXTNEF §2.1.3.4) as far as it is sound. */
export function readMapiValues(bytes: Uint8Array, values: MapiValues): void {
  const count = Math.min(readU32(bytes, 0), PROPERTIES_MAX)
  let at = 4
  for (let index = 0; index < count && at + 4 <= bytes.length; index++) {
    const type = readU16(bytes, at)
    const id = readU16(bytes, at + 2)
    at += 4
    if (id >= FIRST_NAMED) at = skipName(bytes, at, id, values)
    const end = readValue(bytes, at, { type, id }, values)
    if (end === undefined) return
    at = end
  }
}

/** A named property says which one it is: a number, or a text in UTF-16. */
function skipName(bytes: Uint8Array, at: number, id: number, { named }: MapiValues): number {
  const isText = readU32(bytes, at + GUID_BYTES) === 1
  const value = readU32(bytes, at + GUID_BYTES + 4)
  const start = at + GUID_BYTES + 8
  if (isText) return start + pad(value)
  named.set(value, id)
  return start
}

/** Keeps the first value of a property; where its bytes end, undefined when they cannot be told. */
function readValue(
  bytes: Uint8Array,
  start: number,
  { type, id }: { readonly type: number; readonly id: number },
  { byId, objects }: MapiValues,
): number | undefined {
  const single = type & ~MULTIPLE
  const fixedBytes = FIXED_BYTES[single]
  const isMultiple = (type & MULTIPLE) !== 0
  if (fixedBytes !== undefined) {
    const count = isMultiple ? readU32(bytes, start) : 1
    const first = isMultiple ? start + 4 : start
    byId.set(id, { type: single, bytes: bytes.subarray(first, first + fixedBytes) })
    return first + count * fixedBytes
  }
  if (!VARIABLE_TYPES.has(single)) return undefined
  let at = start + 4
  const count = Math.min(readU32(bytes, start), PROPERTIES_MAX)
  for (let index = 0; index < count && at + 4 <= bytes.length; index++) {
    const sizeBytes = readU32(bytes, at)
    const value = bytes.subarray(at + 4, at + 4 + sizeBytes)
    if (single === MAPI_TYPES.object) objects.set(id, value)
    else if (index === 0) byId.set(id, { type: single, bytes: value })
    at += 4 + pad(sizeBytes)
  }
  return at
}

const VARIABLE_TYPES: ReadonlySet<number> = new Set([
  MAPI_TYPES.string8,
  MAPI_TYPES.unicode,
  MAPI_TYPES.binary,
  MAPI_TYPES.object,
])

function pad(sizeBytes: number): number {
  return Math.ceil(sizeBytes / 4) * 4
}
