import { gunzipSync } from 'node:zlib'
import type { DocumentToRead } from './document-to-read.ts'

/** Bytes before the packed data in which a name and a comment may stand (RFC 1952 §2.3). */
const HEADER_BYTES_MAX = 1_024

/** A gzip file: its header, and the file in it. */
export async function readGzip({
  bytes,
  name,
  place,
  reading,
  open,
}: DocumentToRead): Promise<void> {
  reading.addBytes([...place, { kind: 'directory' }], bytes.subarray(0, HEADER_BYTES_MAX))
  try {
    const content = gunzipSync(bytes, { maxOutputLength: Math.max(1, reading.unpackedBytesLeft) })
    reading.payUnpacked(content.length)
    const inner = name.replace(/\.gz$/iu, '')
    await open({ bytes: content, name: inner, place: [...place, { kind: 'member', name: inner }] })
  } catch (error) {
    reading.refuse(place, error instanceof RangeError ? 'too-large' : 'damaged')
  }
}
