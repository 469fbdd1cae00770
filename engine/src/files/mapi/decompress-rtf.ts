import { readU32 } from '../numbers.ts'

const COMPRESSED = 0x75465a4c
const UNCOMPRESSED = 0x414c454d
const HEADER_BYTES = 16
const WINDOW_BYTES = 4_096
/** Each two bytes give at most 17, so this is met only by bodies of 4 MB. */
const OUTPUT_BYTES_MAX = 32 * 1024 * 1024

/** The dictionary that every body begins with (MS-OXRTFCP §2.1.2.1). */
const DICTIONARY =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx'

/** Unpacks a compressed RTF body (MS-OXRTFCP); undefined when it is none. Cut bodies give what is there. */
export function decompressRtf(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes.length < HEADER_BYTES) return undefined
  const kind = readU32(bytes, 8)
  const rawBytes = readU32(bytes, 4)
  if (kind === UNCOMPRESSED) return bytes.subarray(HEADER_BYTES, HEADER_BYTES + rawBytes)
  if (kind !== COMPRESSED) return undefined
  const end = Math.min(bytes.length, readU32(bytes, 0) + 4)
  return new RtfWindow().unpack(bytes.subarray(0, end), Math.min(rawBytes, OUTPUT_BYTES_MAX))
}

/** The last 4,096 bytes, into which references point (LZ77). */
class RtfWindow {
  readonly #window = Buffer.alloc(WINDOW_BYTES, ' ')
  #at = 0
  #output: Buffer = Buffer.alloc(0)
  #made = 0

  constructor() {
    this.#window.write(DICTIONARY, 'latin1')
    this.#at = DICTIONARY.length
  }

  unpack(bytes: Uint8Array, outputBytes: number): Uint8Array {
    this.#output = Buffer.alloc(Math.min(outputBytes, bytes.length * 9))
    for (let at = HEADER_BYTES; at < bytes.length && this.#made < this.#output.length; ) {
      const control = bytes[at++] ?? 0
      for (let bit = 0; bit < 8 && at < bytes.length; bit++) {
        if (((control >> bit) & 1) === 0) {
          this.#put(bytes[at++] ?? 0)
          continue
        }
        // Two bytes, the upper one first: 12 bits of place, 4 of length.
        const reference = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
        at += 2
        if (reference >> 4 === this.#at) return this.#output.subarray(0, this.#made)
        this.#copy(reference >> 4, (reference & 15) + 2)
      }
    }
    return this.#output.subarray(0, this.#made)
  }

  #copy(from: number, length: number): void {
    for (let step = 0; step < length; step++) {
      this.#put(this.#window[(from + step) % WINDOW_BYTES] ?? 0)
    }
  }

  #put(byte: number): void {
    if (this.#made < this.#output.length) this.#output[this.#made++] = byte
    this.#window[this.#at] = byte
    this.#at = (this.#at + 1) % WINDOW_BYTES
  }
}
