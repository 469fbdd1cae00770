import { crc32, inflateRawSync } from 'node:zlib'
import { toBuffer } from '../../../charset/text-decoders.ts'
import type { DocumentToRead } from './document-to-read.ts'
import { DOCUMENT_LIMITS } from './limits.ts'
import { readTrailing } from './read-trailing.ts'

/** A gzip file: the header of every member with its name, comment and extra field, the file in it, and what follows. */
export async function readGzip(document: DocumentToRead): Promise<void> {
  const { name, place, reading, open } = document
  const bytes = toBuffer(document.bytes)
  const contents: Buffer[] = []
  let at = 0
  try {
    while (isMember(bytes, at)) {
      if (contents.length >= DOCUMENT_LIMITS.membersMax) {
        reading.refuse(place, 'too-many-parts')
        break
      }
      const dataAt = endOfHeader(bytes, at)
      reading.addBytes([...place, { kind: 'directory' }], bytes.subarray(at, dataAt))
      const { content, end } = inflateMember(bytes, dataAt, reading.unpackedBytesLeft)
      reading.payUnpacked(content.length)
      contents.push(content)
      at = end
    }
  } catch (error) {
    const isTooLarge =
      error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    reading.refuse(place, isTooLarge ? 'too-large' : 'damaged')
  }
  const inner = name.replace(/\.gz$/iu, '')
  if (contents.length > 0)
    await open({
      bytes: Buffer.concat(contents),
      name: inner,
      place: [...place, { kind: 'member', name: inner }],
    })
  // After a member that could not be read nobody knows where the next begins.
  if (!isMember(bytes, at)) await readTrailing(bytes.subarray(at), document)
}

/** Members may stand one behind the other (RFC 1952 §2.2). */
const isMember = (bytes: Buffer, at: number): boolean =>
  bytes[at] === 0x1f && bytes[at + 1] === 0x8b && bytes[at + 2] === 8

const [HEADER_CRC, EXTRA, NAME, COMMENT] = [2, 4, 8, 16]
const FIXED_BYTES = 10

/** First byte of the packed data (§2.3). */
function endOfHeader(bytes: Buffer, at: number): number {
  const flags = bytes.readUInt8(at + 3)
  let end = at + FIXED_BYTES
  if ((flags & EXTRA) !== 0) end += 2 + bytes.readUInt16LE(end)
  for (const flag of [NAME, COMMENT]) {
    if ((flags & flag) === 0) continue
    const zero = bytes.indexOf(0, end)
    if (zero < 0) throw new Error('a name without end')
    end = zero + 1
  }
  return (flags & HEADER_CRC) === 0 ? end : end + 2
}

/** What the library answers when it is asked how far it read; its types leave that out. */
interface Inflated {
  readonly buffer: Buffer
  readonly engine: { readonly bytesWritten: number }
}

function inflateMember(bytes: Buffer, at: number, bytesLeft: number) {
  const maxOutputLength = Math.max(1, Math.min(bytesLeft, DOCUMENT_LIMITS.memberBytesMax))
  const options = { maxOutputLength, info: true }
  const inflated = inflateRawSync(bytes.subarray(at), options) as unknown as Inflated
  const end = at + inflated.engine.bytesWritten
  const isSame = crc32(inflated.buffer) === bytes.readUInt32LE(end)
  if (!isSame || bytes.readUInt32LE(end + 4) !== inflated.buffer.length)
    throw new Error('a wrong sum')
  return { content: inflated.buffer, end: end + 8 }
}
