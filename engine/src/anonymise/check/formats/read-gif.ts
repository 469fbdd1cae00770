import { toBuffer } from '../../../charset/text-decoders.ts'
import { DOCUMENT_LIMITS } from './limits.ts'
import { readPixels } from './read-pixels.ts'
import { readTrailing } from './read-trailing.ts'
import type { DocumentToRead } from './document-to-read.ts'

const HEADER_BYTES = 13
const [IMAGE, EXTENSION, END] = [0x2c, 0x21, 0x3b]
const [COMMENT, CONTROL] = [0xfe, 0xf9]

/** GIF (GIF89a §24 to §26): comments, plain text, application data such as XMP, and what stands behind the end. */
export async function readGif(document: DocumentToRead): Promise<void> {
  const { place, reading } = document
  const bytes = toBuffer(document.bytes)
  let at = HEADER_BYTES + tableBytes(bytes[10] ?? 0)
  let [hasImage, hasEnd] = [false, false]
  for (let count = 0; at < bytes.length && !hasEnd; count += 1) {
    const kind = bytes[at]
    if (
      count >= DOCUMENT_LIMITS.chunksMax ||
      (kind !== IMAGE && kind !== EXTENSION && kind !== END)
    )
      break
    if (kind === END) {
      hasEnd = true
      at += 1
    } else if (kind === IMAGE) {
      hasImage = true
      at = readBlocks(bytes, at + 11 + tableBytes(bytes[at + 9] ?? 0)).end
    } else {
      const label = bytes[at + 1] ?? 0
      const { data, end } = readBlocks(bytes, at + 2)
      const step =
        label === COMMENT
          ? ({ kind: 'picture-comment' } as const)
          : ({ kind: 'chunk', name: label.toString(16) } as const)
      if (label !== CONTROL) {
        reading.addBytes([...place, step], data)
        // XMP stands unblocked: its letters are read as lengths, and are in the file as they are.
        reading.addBytes([...place, step], bytes.subarray(at + 2, end))
      }
      at = end
    }
  }
  if (!hasImage || !hasEnd) reading.refuse(place, 'damaged')
  await readTrailing(bytes.subarray(at), document)
  await readPixels(document, 'image/gif')
}

function tableBytes(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1)
}

/** Data stand in blocks behind their length, up to an empty one. */
function readBlocks(bytes: Buffer, start: number): { readonly data: Buffer; readonly end: number } {
  const blocks: Buffer[] = []
  let at = start
  while (at < bytes.length) {
    const length = bytes[at] ?? 0
    blocks.push(bytes.subarray(at + 1, at + 1 + length))
    at += length + 1
    if (length === 0) break
  }
  return { data: Buffer.concat(blocks), end: at }
}
