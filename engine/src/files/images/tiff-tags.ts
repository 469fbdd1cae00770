/** The tags we show, of TIFF 6.0 and of Exif (CIPA DC-008 §4.6). */
export const TIFF_TAGS = {
  width: 0x0100,
  height: 0x0101,
  make: 0x010f,
  model: 0x0110,
  software: 0x0131,
  changedAt: 0x0132,
  artist: 0x013b,
  exifDirectory: 0x8769,
  gpsDirectory: 0x8825,
  takenAt: 0x9003,
} as const

const WANTED: ReadonlySet<number> = new Set(Object.values(TIFF_TAGS))
/** Entries of one directory that are read; cameras write under a hundred. */
const ENTRIES_MAX = 500
const CHARS_MAX = 500

const ASCII = 2
const SHORT = 3
const LONG = 4

/** The wanted tags of the first directory and of the Exif directory it points to. */
export function parseTiffTags(bytes: Uint8Array): ReadonlyMap<number, string | number> {
  const tags = new Map<number, string | number>()
  if (bytes.length < 8) return tags
  const isLittle = bytes[0] === 0x49
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  readDirectory(view, view.getUint32(4, isLittle), isLittle, tags)
  const exif = tags.get(TIFF_TAGS.exifDirectory)
  if (typeof exif === 'number') readDirectory(view, exif, isLittle, tags)
  return tags
}

function readDirectory(
  view: DataView,
  start: number,
  isLittle: boolean,
  tags: Map<number, string | number>,
): void {
  if (start + 2 > view.byteLength) return
  const count = Math.min(view.getUint16(start, isLittle), ENTRIES_MAX)
  for (let index = 0; index < count; index++) {
    const at = start + 2 + index * 12
    if (at + 12 > view.byteLength) return
    const tag = view.getUint16(at, isLittle)
    if (!WANTED.has(tag) || tags.has(tag)) continue
    const value = readValue(view, at, isLittle)
    if (value !== undefined) tags.set(tag, value)
  }
}

function readValue(view: DataView, at: number, isLittle: boolean): string | number | undefined {
  const type = view.getUint16(at + 2, isLittle)
  if (type === SHORT) return view.getUint16(at + 8, isLittle)
  if (type === LONG) return view.getUint32(at + 8, isLittle)
  return type === ASCII ? readText(view, at, isLittle) : undefined
}

/** Up to four bytes stand in the entry itself, longer text elsewhere in the file. */
function readText(view: DataView, at: number, isLittle: boolean): string | undefined {
  const length = view.getUint32(at + 4, isLittle)
  const start = length <= 4 ? at + 8 : view.getUint32(at + 8, isLittle)
  if (start >= view.byteLength) return undefined
  const end = Math.min(start + Math.min(length, CHARS_MAX), view.byteLength)
  const bytes = Buffer.from(view.buffer, view.byteOffset + start, end - start)
  return bytes
    .toString('utf8')
    .replace(/\0[^]*$/, '')
    .trim()
}
