import { TextDecoder } from 'node:util'

const decoders = new Map<string, TextDecoder | undefined>()

/** Whether the platform can decode this charset. */
export function hasDecoder(charset: string): boolean {
  return findDecoder(charset) !== undefined
}

/** Decodes with the platform's decoder; bytes that do not fit become U+FFFD. */
export function decodeWith(charset: string, bytes: Uint8Array): string {
  if (charset === 'latin1') return toBuffer(bytes).toString('latin1')
  if (charset === 'utf-8') return toBuffer(bytes).toString('utf8')
  const decoder = findDecoder(charset)
  return decoder === undefined ? toBuffer(bytes).toString('latin1') : decoder.decode(bytes)
}

/** A view of the same memory with Buffer's reading methods. */
export function toBuffer(bytes: Uint8Array): Buffer {
  if (Buffer.isBuffer(bytes)) return bytes
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function findDecoder(charset: string): TextDecoder | undefined {
  if (decoders.has(charset)) return decoders.get(charset)
  const decoder = makeDecoder(charset)
  // Charset names come from the sender: an unbounded cache would be a leak they can feed.
  if (decoders.size < 200) decoders.set(charset, decoder)
  return decoder
}

function makeDecoder(charset: string): TextDecoder | undefined {
  try {
    return new TextDecoder(charset)
  } catch {
    return undefined
  }
}
