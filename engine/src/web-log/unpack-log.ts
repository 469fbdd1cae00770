import { type Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createZstdDecompress } from 'node:zlib'
import { limits } from '../limits.ts'

/** How a log is packed, by its first bytes: gzip (RFC 1952 §2.3.1), Zstandard (RFC 8878 §3.1.1), or not. */
export type LogPacking = 'gzip' | 'zstd' | 'none'

export function findPacking(head: Uint8Array): LogPacking {
  const [a, b, c, d] = head
  if (a === 0x1f && b === 0x8b) return 'gzip'
  return a === 0x28 && b === 0xb5 && c === 0x2f && d === 0xfd ? 'zstd' : 'none'
}

/** Why a packed log could not be read to its end. */
export type UnpackTrouble = 'damaged' | 'too-large'

/**
 * Hands the unpacked bytes of a log on, piece by piece. What can be unpacked of a damaged file is handed on before
 * the trouble is told; a bomb is left off at the limit.
 */
export async function unpackLog(
  packing: LogPacking,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  take: (chunk: Uint8Array) => void | Promise<void>,
  unpackedBytesMax: number = limits.logUnpackedBytesMax,
): Promise<UnpackTrouble | undefined> {
  if (packing === 'none') {
    for await (const chunk of source) await take(chunk)
    return undefined
  }
  let unpackedBytes = 0
  try {
    await pipeline(source, openUnpacker(packing), async (chunks: AsyncIterable<Uint8Array>) => {
      for await (const chunk of chunks) {
        const room = unpackedBytesMax - unpackedBytes
        unpackedBytes += chunk.length
        await take(chunk.length > room ? chunk.subarray(0, room) : chunk)
        if (chunk.length > room) throw new TooLarge()
      }
    })
    return undefined
  } catch (error) {
    if (error instanceof TooLarge) return 'too-large'
    if (isZlibError(error)) return 'damaged'
    throw error
  }
}

class TooLarge extends Error {}

function openUnpacker(packing: 'gzip' | 'zstd'): Transform {
  return packing === 'gzip'
    ? createGunzip({ chunkSize: CHUNK })
    : createZstdDecompress({ chunkSize: CHUNK })
}

const CHUNK = 256 * 1024

function isZlibError(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : ''
  return (
    typeof code === 'string' &&
    (code.startsWith('Z_') || code.startsWith('ZSTD_') || code.startsWith('ERR_ZSTD'))
  )
}
