/** Bytes written as hexadecimal digits, one digit at a time, with anything between them. */
export class HexBytes {
  #bytes = Buffer.alloc(1_024)
  #size = 0
  #high: number | undefined

  /** Takes a character; what is no digit is passed over, as Word does. */
  addDigit(character: number): void {
    const digit = toDigit(character)
    if (digit === undefined) return
    if (this.#high === undefined) this.#high = digit
    else {
      this.#add((this.#high << 4) | digit)
      this.#high = undefined
    }
  }

  addBytes(bytes: Buffer): void {
    this.#high = undefined
    for (const byte of bytes) this.#add(byte)
  }

  toBytes(): Buffer {
    return Buffer.from(this.#bytes.subarray(0, this.#size))
  }

  #add(byte: number): void {
    if (this.#size === this.#bytes.length)
      this.#bytes = Buffer.concat([this.#bytes, Buffer.alloc(this.#bytes.length)])
    this.#bytes[this.#size++] = byte
  }
}

function toDigit(character: number): number | undefined {
  if (character >= 0x30 && character <= 0x39) return character - 0x30
  const letter = character | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : undefined
}
