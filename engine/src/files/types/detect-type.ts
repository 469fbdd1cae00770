import { toBuffer } from '../../charset/text-decoders.ts'
import { detectOleType, detectZipType } from './container-types.ts'
import { detectDiskType } from './disk-types.ts'
import { OLE_TYPE, SIGNATURES, type Signature, ZIP_TYPE } from './signatures.ts'
import { detectTextType } from './text-types.ts'

/** Bytes searched for a PDF header; readers accept rubbish before it (ISO 32000-1, annex H.3). */
const PDF_SEARCH_BYTES = 1024

/**
 * The media type that the content shows; undefined when it shows none. The name matters only where
 * the content is plain text: a script is what its extension makes of it.
 */
export function detectType(bytes: Uint8Array, fileName = ''): string | undefined {
  const buffer = toBuffer(bytes)
  const match = SIGNATURES.find((signature) => matches(buffer, signature))
  if (match?.type === ZIP_TYPE) return detectZipType(buffer)
  if (match?.type === OLE_TYPE) return detectOleType(buffer)
  if (match !== undefined && isConvincing(match, buffer)) return match.type
  const disk = detectDiskType(buffer)
  if (disk !== undefined) return disk
  if (buffer.subarray(0, PDF_SEARCH_BYTES).includes('%PDF-')) return 'application/pdf'
  return detectTextType(buffer, fileName)
}

function matches(buffer: Buffer, { offset, bytes }: Signature): boolean {
  // Nearly all candidates fail at the first byte.
  if (buffer[offset] !== bytes[0]) return false
  return buffer.subarray(offset, offset + bytes.length).equals(bytes)
}

/** Two or three letters also begin ordinary text: "MZ" and "BM" need binary bytes behind them. */
function isConvincing({ bytes }: Signature, buffer: Buffer): boolean {
  return bytes.length > 3 || buffer.subarray(0, 512).some((byte) => byte < 9 || byte > 0xf4)
}
