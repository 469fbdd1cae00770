import { crc32, inflateSync } from 'node:zlib'
import { toBuffer } from '../../../charset/text-decoders.ts'
import type { DocumentPlace } from './document-place.ts'
import { DOCUMENT_LIMITS } from './limits.ts'
import { readExif } from './read-exif.ts'
import { readPixels } from './read-pixels.ts'
import { readTrailing } from './read-trailing.ts'
import { readXmp } from './read-xmp.ts'
import type { DocumentToRead } from './document-to-read.ts'

const SIGNATURE_BYTES = 8
/** Chunks of numbers: pixels, colours, sizes (PNG 3rd edition §11). */
const NUMBERS: ReadonlySet<string> = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs tIME acTL fcTL fdAT'.split(
    ' ',
  ),
)

/** PNG: every chunk that can hold text, unpacked, and what stands behind the end. */
export async function readPng(document: DocumentToRead): Promise<void> {
  const { place, reading } = document
  const bytes = toBuffer(document.bytes)
  let at = SIGNATURE_BYTES
  const kinds = new Set<string>()
  let isDamaged = bytes.toString('latin1', at, at + 8) !== '\0\0\0\rIHDR'
  for (let count = 0; at + 12 <= bytes.length && !kinds.has('IEND'); count += 1) {
    if (count >= DOCUMENT_LIMITS.chunksMax) reading.refuse(place, 'too-many-parts')
    if (count >= DOCUMENT_LIMITS.chunksMax) return
    const length = bytes.readUInt32BE(at)
    const kind = bytes.toString('latin1', at + 4, at + 8)
    const data = bytes.subarray(at + 8, at + 8 + length)
    if (at + length + 12 > bytes.length) break
    // A chunk whose sum is wrong is passed over by some programs and shown by others (§5.3).
    if (crc32(bytes.subarray(at + 4, at + 8 + length)) !== bytes.readUInt32BE(at + 8 + length))
      isDamaged = true
    kinds.add(kind)
    if (!NUMBERS.has(kind)) await readChunk(kind, data, document)
    at += length + 12
  }
  if (isDamaged || !kinds.has('IDAT') || !kinds.has('IEND')) reading.refuse(place, 'damaged')
  await readTrailing(bytes.subarray(at), document)
  await readPixels(document, 'image/png')
}

async function readChunk(kind: string, data: Buffer, document: DocumentToRead): Promise<void> {
  const { place, reading } = document
  if (kind === 'eXIf') return readExif(data, document)
  const keywordEnd = data.indexOf(0)
  const keyword = keywordEnd < 0 ? '' : data.toString('latin1', 0, keywordEnd)
  const isText = kind === 'tEXt' || kind === 'zTXt' || kind === 'iTXt'
  const here: DocumentPlace = [
    ...place,
    isText ? { kind: 'picture-text', name: keyword } : { kind: 'chunk', name: kind },
  ]
  reading.addBytes(here, data)
  const packed = findPacked(kind, data, keywordEnd)
  if (packed === undefined) {
    if (keyword === 'XML:com.adobe.xmp') await readXmp(data, document)
    return
  }
  const text = unpack(packed, document, here)
  if (text === undefined) return
  reading.addBytes(here, text)
  if (keyword === 'XML:com.adobe.xmp') await readXmp(text, document)
}

/** Where the compressed text of a chunk begins: behind keyword and method; in iTXt behind language and translation too. */
function findPacked(kind: string, data: Buffer, keywordEnd: number): Buffer | undefined {
  if (keywordEnd < 0) return undefined
  if (kind === 'zTXt' || kind === 'iCCP') return data.subarray(keywordEnd + 2)
  if (kind !== 'iTXt' || data[keywordEnd + 1] !== 1) return undefined
  const language = data.indexOf(0, keywordEnd + 3)
  const translation = language < 0 ? -1 : data.indexOf(0, language + 1)
  return translation < 0 ? data : data.subarray(translation + 1)
}

function unpack(
  packed: Buffer,
  { reading }: DocumentToRead,
  place: DocumentPlace,
): Buffer | undefined {
  try {
    const text = inflateSync(packed, { maxOutputLength: DOCUMENT_LIMITS.memberBytesMax })
    reading.payUnpacked(text.length)
    return text
  } catch {
    reading.refuse(place, 'damaged')
    return undefined
  }
}
