import { constants, inflateRawSync, inflateSync } from 'node:zlib'
import { Inflate } from 'fflate'

/** Bytes handed to the forgiving decoder at a time; what came out before an error is kept. */
const STEP_BYTES = 4096

/**
 * FlateDecode (ISO 32000-2 §7.4.4) of bytes that may be cut off or damaged, up to `bytesMax` bytes.
 * Viewers show what they get out of a broken stream, and so do we.
 */
export function inflate(packed: Buffer, bytesMax: number): Buffer {
  const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: bytesMax }
  try {
    return inflateSync(packed, options)
  } catch (error) {
    if (error instanceof RangeError) return Buffer.alloc(0)
  }
  try {
    if (((packed[0] ?? 0) & 0x0f) !== 8) return inflateRawSync(packed, options)
  } catch {
    // Neither with a header nor without one: take what comes before the damage.
  }
  return inflateUpToDamage(packed, bytesMax)
}

function inflateUpToDamage(packed: Buffer, bytesMax: number): Buffer {
  const chunks: Uint8Array[] = []
  let total = 0
  const stream = new Inflate((chunk) => {
    total += chunk.length
    if (total <= bytesMax) chunks.push(chunk)
  })
  try {
    // The header of two bytes is skipped, for its checksum may be what is wrong.
    for (let at = 2; at < packed.length && total <= bytesMax; at += STEP_BYTES)
      stream.push(packed.subarray(at, at + STEP_BYTES))
  } catch {
    // What came out so far is the answer.
  }
  return Buffer.concat(chunks)
}
