import { limits } from '../../limits.ts'

const CONTAINER_SIGNATURE = 1
const CHUNK_BYTES = 4096

/**
 * Undoes the compression of VBA streams (MS-OVBA §2.4.1), at most `limits.macroSourceBytesMax`
 * bytes: copy tokens blow three bytes up to 4,096. What is cut or broken gives what came before.
 */
export function decompressVba(bytes: Buffer, start = 0): Buffer {
  if (bytes[start] !== CONTAINER_SIGNATURE) return Buffer.alloc(0)
  const chunks: Buffer[] = []
  let sizeBytes = 0
  for (let at = start + 1; at + 2 <= bytes.length && sizeBytes < limits.macroSourceBytesMax; ) {
    const header = bytes.readUInt16LE(at)
    // Three bits of signature; writers that get them wrong are read no further.
    if ((header & 0x7000) !== 0x3000) break
    const end = Math.min(bytes.length, at + (header & 0x0fff) + 3)
    const isCompressed = (header & 0x8000) !== 0
    const packed = bytes.subarray(at + 2, end)
    const chunk = isCompressed ? decompressChunk(packed) : packed
    chunks.push(chunk)
    sizeBytes += chunk.length
    at = end
  }
  return Buffer.concat(chunks).subarray(0, limits.macroSourceBytesMax)
}

/** One chunk: a flag byte announces eight tokens, each a byte or a copy from what came before. */
function decompressChunk(packed: Buffer): Buffer {
  const out = Buffer.alloc(CHUNK_BYTES)
  let size = 0
  for (let at = 0; at < packed.length; ) {
    const flags = packed[at++] ?? 0
    for (let bit = 0; bit < 8 && at < packed.length && size < CHUNK_BYTES; bit++) {
      if ((flags & (1 << bit)) === 0) {
        out[size++] = packed[at++] ?? 0
        continue
      }
      if (at + 2 > packed.length) return out.subarray(0, size)
      const { offset, length } = readCopyToken(packed.readUInt16LE(at), size)
      at += 2
      if (offset > size) return out.subarray(0, size)
      for (let left = Math.min(length, CHUNK_BYTES - size); left > 0; left--, size++)
        out[size] = out[size - offset] ?? 0
    }
  }
  return out.subarray(0, size)
}

/** How the 16 bits are shared between offset and length depends on what is out already (§2.4.1.3.19.1). */
function readCopyToken(token: number, size: number): { offset: number; length: number } {
  const offsetBits = Math.max(4, Math.ceil(Math.log2(Math.max(size, 1))))
  const lengthBits = 16 - offsetBits
  return {
    offset: (token >> lengthBits) + 1,
    length: (token & ((1 << lengthBits) - 1)) + 3,
  }
}
