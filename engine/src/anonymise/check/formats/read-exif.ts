import { toBuffer } from '../../../charset/text-decoders.ts'
import { DOCUMENT_LIMITS } from './limits.ts'
import type { DocumentToRead } from './document-to-read.ts'

/** Names of tags that people know (CIPA DC-008 §4.6, TIFF 6.0); others are told by number. */
const TAG_NAMES: Readonly<Record<number, string>> = {
  0x010e: 'ImageDescription',
  0x010f: 'Make',
  0x0110: 'Model',
  0x0131: 'Software',
  0x013b: 'Artist',
  0x013c: 'HostComputer',
  0x02bc: 'XMP',
  0x8298: 'Copyright',
  0x83bb: 'IPTC',
  0x927c: 'MakerNote',
  0x9286: 'UserComment',
  0x9c9b: 'XPTitle',
  0x9c9c: 'XPComment',
  0x9c9d: 'XPAuthor',
  0x9c9e: 'XPKeywords',
  0x9c9f: 'XPSubject',
  0xa430: 'CameraOwnerName',
  0xa431: 'BodySerialNumber',
  0xa435: 'LensSerialNumber',
}
/** Tags that point to directories: Exif, GPS, interoperability, and smaller pictures. */
const POINTERS: ReadonlySet<number> = new Set([0x8769, 0x8825, 0xa005, 0x014a])
const [THUMBNAIL, THUMBNAIL_BYTES] = [0x0201, 0x0202]
/** Bytes of one value by type, from 1 on (TIFF 6.0 §2). */
const TYPE_BYTES = [1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4]
/** Texts and bytes of no stated meaning; numbers hold no names. */
const TEXT_TYPES: ReadonlySet<number> = new Set([1, 2, 6, 7, 13])

interface Tag {
  readonly tag: number
  readonly type: number
  readonly number: number
  readonly value: Buffer
}

/** Every tag of every directory of a TIFF structure that can hold text, and the thumbnail. */
export async function readExif(data: Uint8Array, document: DocumentToRead): Promise<void> {
  const { place, reading, open } = document
  const bytes = toBuffer(data)
  const isLittle = bytes[0] === 0x49
  if (bytes.length < 8) return
  const waiting = [readNumber(bytes, 4, 4, isLittle)]
  const seen = new Set<number>()
  for (let start = waiting.pop(); start !== undefined; start = waiting.pop()) {
    if (start === 0 || seen.has(start) || start + 2 > bytes.length) continue
    seen.add(start)
    if (seen.size > DOCUMENT_LIMITS.exifDirectoriesMax) {
      reading.refuse(place, 'too-many-parts')
      return
    }
    const { tags, next } = listTags(bytes, start, isLittle)
    waiting.push(next)
    for (const { tag, type, number, value } of tags) {
      if (POINTERS.has(tag)) waiting.push(number)
      if (!TEXT_TYPES.has(type)) continue
      const name = TAG_NAMES[tag] ?? `0x${tag.toString(16).padStart(4, '0')}`
      reading.addBytes([...place, { kind: 'exif', name }], value)
    }
    const find = (tag: number) => tags.find((one) => one.tag === tag)?.number ?? 0
    const thumbnail = bytes.subarray(find(THUMBNAIL), find(THUMBNAIL) + find(THUMBNAIL_BYTES))
    if (find(THUMBNAIL) > 0 && thumbnail.length > 0)
      await open({ bytes: thumbnail, name: '', place: [...place, { kind: 'thumbnail' }] })
  }
}

function listTags(bytes: Buffer, start: number, isLittle: boolean) {
  const count = Math.min(readNumber(bytes, start, 2, isLittle), DOCUMENT_LIMITS.exifEntriesMax)
  const tags: Tag[] = []
  let at = start + 2
  for (let index = 0; index < count && at + 12 <= bytes.length; index += 1, at += 12) {
    const type = readNumber(bytes, at + 2, 2, isLittle)
    const sizeBytes = (TYPE_BYTES[type - 1] ?? 1) * readNumber(bytes, at + 4, 4, isLittle)
    const number = readNumber(bytes, at + 8, type === 3 ? 2 : 4, isLittle)
    const valueAt = sizeBytes <= 4 ? at + 8 : number
    const tag = readNumber(bytes, at, 2, isLittle)
    tags.push({ tag, type, number, value: bytes.subarray(valueAt, valueAt + sizeBytes) })
  }
  return { tags, next: readNumber(bytes, at, 4, isLittle) }
}

function readNumber(bytes: Buffer, at: number, sizeBytes: number, isLittle: boolean): number {
  if (at + sizeBytes > bytes.length) return 0
  return isLittle ? bytes.readUIntLE(at, sizeBytes) : bytes.readUIntBE(at, sizeBytes)
}
