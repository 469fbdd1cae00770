import { inflateRawSync, inflateSync } from 'node:zlib'
import { ANONYMISE_LIMITS } from '../limits.ts'
import { beginsAsDeflate } from './begins-as-deflate.ts'
import type { Piece } from './piece.ts'

export interface Streams {
  readonly pieces: readonly Piece[]
  /** A stream was larger than the limit, so its content is not known. */
  readonly isCutOff: boolean
}

type Inflate = (bytes: Uint8Array, options: { maxOutputLength: number }) => Uint8Array

/** Compressed streams anywhere in the bytes: gzip, zlib (PDF, PNG text) and members of a zip file. */
export function findStreams(bytes: Uint8Array, inflatedBytesMax: number): Streams {
  const pieces: Piece[] = []
  let isCutOff = false
  let triesLeft: number = ANONYMISE_LIMITS.streamTriesMax
  let bytesLeft = inflatedBytesMax
  for (let at = 0; at + 3 < bytes.length; at += 1) {
    const start = streamAt(bytes, at)
    if (start === undefined) continue
    triesLeft -= 1
    const isFull = pieces.length >= ANONYMISE_LIMITS.streamsMax || bytesLeft <= 0
    if (isFull || triesLeft < 0) return { pieces, isCutOff: true }
    try {
      const inflated = start.inflate(bytes.subarray(start.at), {
        maxOutputLength: ANONYMISE_LIMITS.inflatedBytesMax,
      })
      bytesLeft -= inflated.length
      pieces.push({ at, bytes: inflated })
    } catch (error) {
      // Bytes that only look like the start of a stream fail at once and mean nothing.
      if (isTooLarge(error)) isCutOff = true
    }
  }
  return { pieces, isCutOff }
}

/** Decoded tokens tried as a stream without a header; ordinary words look like none. */
const RAW_TRIES_MAX = 16
const RAW_BYTES_MIN = 8

/** Tokens that are a stream without a header (RFC 1951), as in SAML's redirects: whole, final block first. */
export function findRawStreams(pieces: readonly Piece[]): readonly Piece[] {
  const likely = pieces.filter(({ bytes }) => {
    const first = bytes[0] ?? 0
    return bytes.length >= RAW_BYTES_MIN && ((first & 7) === 3 || (first & 7) === 5)
  })
  return likely.slice(0, RAW_TRIES_MAX).flatMap(({ at, bytes }) => {
    if (!beginsAsDeflate(bytes)) return []
    try {
      const maxOutputLength = ANONYMISE_LIMITS.inflatedBytesMax
      return [{ at, bytes: inflateRawSync(bytes, { maxOutputLength }) }]
    } catch {
      return []
    }
  })
}

const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'

const ZIP_HEADER_BYTES = 30

function streamAt(bytes: Uint8Array, at: number): { at: number; inflate: Inflate } | undefined {
  const [a, b, c, d] = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]
  if (a === 0x1f && b === 0x8b && c === 8) {
    return { at: endOfGzipHeader(bytes, at), inflate: inflateRawSync }
  }
  if (a === 0x78 && (b === 0x01 || b === 0x5e || b === 0x9c || b === 0xda)) {
    return { at, inflate: inflateSync }
  }
  if (a !== 0x50 || b !== 0x4b || c !== 0x03 || d !== 0x04) return undefined
  // Local file header (APPNOTE 4.3.7): method at 8, lengths of name and extra field at 26 and 28.
  const unsigned = (offset: number): number =>
    (bytes[at + offset] ?? 0) | ((bytes[at + offset + 1] ?? 0) << 8)
  if (unsigned(8) !== 8) return undefined
  return { at: at + ZIP_HEADER_BYTES + unsigned(26) + unsigned(28), inflate: inflateRawSync }
}

/**
 * First byte of the compressed data of a gzip member (RFC 1952 §2.3). The header is read here because
 * the library refuses a stream that other bytes follow, as they do when it stands inside a text.
 */
function endOfGzipHeader(bytes: Uint8Array, at: number): number {
  const flags = bytes[at + 3] ?? 0
  let end = at + 10
  if ((flags & 4) !== 0) end += 2 + ((bytes[end] ?? 0) | ((bytes[end + 1] ?? 0) << 8))
  for (const flag of [8, 16]) {
    if ((flags & flag) === 0) continue
    const zero = bytes.indexOf(0, end)
    end = zero < 0 ? bytes.length : zero + 1
  }
  return (flags & 2) === 0 ? end : end + 2
}
