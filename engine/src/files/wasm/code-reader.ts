/**
 * Steps over the instructions of a WebAssembly function body (core specification 2.0 §5.4, with the
 * proposals that compilers write by now: SIMD, bulk memory, exceptions, tail calls, threads).
 */
export class CodeReader {
  readonly bytes: Uint8Array
  at: number

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes
    this.at = at
  }

  readByte(): number {
    const byte = this.bytes[this.at++]
    if (byte === undefined) throw new RangeError('the module ends in the middle')
    return byte
  }

  /** An unsigned number in LEB128 (§5.2.2). */
  readNumber(): number {
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = this.readByte()
      value += (byte & 0x7f) * scale
      if (byte < 0x80) return value
    }
  }

  skipName(): void {
    const chars = this.readNumber()
    this.at += chars
  }

  /** Steps over one instruction and says which it was. */
  skipInstruction(): number {
    const opcode = this.readByte()
    if (opcode === 0x0e) this.#skipNumbers(this.readNumber() + 1)
    else if (opcode === 0x1c) this.#skipNumbers(this.readNumber())
    else if (opcode === 0x1f) this.#skipTryTable()
    else if (opcode >= 0x28 && opcode <= 0x3e) this.#skipPlaceInMemory()
    else if (opcode === 0x43) this.at += 4
    else if (opcode === 0x44) this.at += 8
    else if (opcode === 0xfc) this.#skipNumbers(BULK_NUMBERS[this.readNumber()] ?? 0)
    else if (opcode === 0xfd) this.#skipVector(this.readNumber())
    else if (opcode === 0xfe) this.#skipAtomic(this.readNumber())
    else if (opcode <= 0xd4) this.#skipNumbers(NUMBERS.get(opcode) ?? 0)
    else throw new RangeError(`instruction ${opcode} is unknown`)
    return opcode
  }

  #skipNumbers(count: number): void {
    for (let index = 0; index < count; index++) while (this.readByte() >= 0x80);
  }

  #skipPlaceInMemory(): void {
    // A sixth bit in the alignment says that the number of a memory follows.
    this.#skipNumbers((this.readNumber() & 0x40) === 0 ? 1 : 2)
  }

  #skipTryTable(): void {
    this.#skipNumbers(1)
    for (let left = this.readNumber(); left > 0; left--)
      this.#skipNumbers(this.readByte() < 2 ? 2 : 1)
  }

  #skipVector(kind: number): void {
    if (kind <= 11 || kind === 92 || kind === 93) this.#skipPlaceInMemory()
    else if (kind === 12 || kind === 13) this.at += 16
    else if (kind >= 21 && kind <= 34) this.at += 1
    else if (kind >= 84 && kind <= 91) {
      this.#skipPlaceInMemory()
      this.at += 1
    }
  }

  #skipAtomic(kind: number): void {
    if (kind === 3) this.at += 1
    else this.#skipPlaceInMemory()
  }
}

/** Numbers behind an instruction: types of blocks, labels, functions, variables, constants. */
const NUMBERS: ReadonlyMap<number, number> = new Map([
  ...[0x02, 0x03, 0x04, 0x06, 0x07, 0x08, 0x09, 0x0c, 0x0d, 0x10, 0x12, 0x14, 0x15, 0x18].map(
    (opcode) => [opcode, 1] as const,
  ),
  ...[0x20, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26, 0x3f, 0x40, 0x41, 0x42, 0xd0, 0xd2].map(
    (opcode) => [opcode, 1] as const,
  ),
  [0x11, 2],
  [0x13, 2],
])

/** Numbers behind each instruction of the group 0xFC: conversions, then memory and tables. */
const BULK_NUMBERS: readonly number[] = [0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 2, 1, 2, 1, 2, 1, 1, 1]
