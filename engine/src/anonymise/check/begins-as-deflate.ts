/**
 * Whether bytes can be a compressed stream without a header (RFC 1951 §3.2.3): one final block. Asked of decoded
 * words, nearly all of which are none; the library would say so with an error and its stack for each.
 */
export function beginsAsDeflate(bytes: Uint8Array): boolean {
  const kind = (bytes[0] ?? 0) & 7
  if (kind === FINAL_FIXED) return endsFixedBlock(new Bits(bytes))
  return kind === FINAL_DYNAMIC && hasCompleteCodes(new Bits(bytes))
}

const FINAL_FIXED = 0b011
const FINAL_DYNAMIC = 0b101

/** Bits of a block after its three of the header, lowest bit of each byte first. */
class Bits {
  readonly #bytes: Uint8Array
  #at = 3

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get isPast(): boolean {
    return this.#at > this.#bytes.length * 8
  }

  next(): number {
    const bit = ((this.#bytes[this.#at >> 3] ?? 0) >> (this.#at & 7)) & 1
    this.#at += 1
    return bit
  }

  /** A number, lowest bit first. */
  number(count: number): number {
    let value = 0
    for (let index = 0; index < count; index += 1) value |= this.next() << index
    return value
  }

  /** A Huffman code, highest bit first. */
  code(count: number): number {
    let value = 0
    for (let index = 0; index < count; index += 1) value = (value << 1) | this.next()
    return value
  }
}

/** Lengths of the codes for code lengths (§3.2.7) fill their tree exactly, which chance bytes hardly do. */
function hasCompleteCodes(bits: Bits): boolean {
  const [literals, distances, lengths] = [bits.number(5), bits.number(5), bits.number(4) + 4]
  if (literals > 29 || distances > 29) return false
  let filled = 0
  for (let index = 0; index < lengths; index += 1) {
    const length = bits.number(3)
    if (length > 0) filled += 128 >> length
  }
  return filled === 128 && !bits.isPast
}

const END_OF_BLOCK = 256

/** Reads the fixed codes (§3.2.6) to the end of the block; chance bytes soon reach back before their beginning. */
function endsFixedBlock(bits: Bits): boolean {
  let length = 0
  while (!bits.isPast) {
    const symbol = toFixedSymbol(bits)
    if (symbol === END_OF_BLOCK) return !bits.isPast
    if (symbol < END_OF_BLOCK) length += 1
    else {
      const copied = toCopiedLength(symbol - 257, bits)
      const distance = toDistance(bits)
      if (copied === undefined || distance === undefined || distance > length) return false
      length += copied
    }
  }
  return false
}

function toFixedSymbol(bits: Bits): number {
  const seven = bits.code(7)
  if (seven < 0x18) return 256 + seven
  const eight = (seven << 1) | bits.next()
  if (eight < 0xc0) return eight - 0x30
  if (eight < 0xc8) return 280 + eight - 0xc0
  return 144 + ((eight << 1) | bits.next()) - 0x190
}

/** The tables of §3.2.5: from the third group of four on, each has one bit more than the one before. */
function toCopiedLength(index: number, bits: Bits): number | undefined {
  if (index > 28) return undefined
  if (index === 28) return 258
  const extra = Math.max(0, (index >> 2) - 1)
  const first = index < 4 ? index : (4 + (index & 3)) << extra
  return 3 + first + bits.number(extra)
}

function toDistance(bits: Bits): number | undefined {
  const index = bits.code(5)
  if (index > 29) return undefined
  const extra = Math.max(0, (index >> 1) - 1)
  const first = index < 2 ? index : (2 + (index & 1)) << extra
  return 1 + first + bits.number(extra)
}
