import { CodeReader } from './code-reader.ts'

const HEADER_BYTES = 8
const SECTIONS = { custom: 0, import: 2, global: 6, export: 7, code: 10 } as const
const GLOBAL = 3
const LOOP = 0x03

/** Name under which the number of steps left can be read and set from outside. */
export const STEPS_LEFT = 'noroshi_steps_left'

/** The number itself, as the rewritten program exports it: a `WebAssembly.Global`. */
export interface StepCounter {
  value: number
}

export function isStepCounter(exported: unknown): exported is StepCounter {
  return typeof exported === 'object' && exported !== null && 'value' in exported
}

/**
 * Rewrites a program in WebAssembly so that each round of each of its loops takes one from a number
 * that stands outside, and the program stops when there is nothing left. A call cannot be interrupted
 * otherwise, and libraries have loops whose length an attacker chooses: 10 kB of picture keep a search
 * for QR codes busy for half a minute. Unlike a clock it stops at the same place each time.
 */
export function meterLoops(program: Uint8Array): Uint8Array<ArrayBuffer> {
  const reader = new CodeReader(program, HEADER_BYTES)
  const pieces: Uint8Array[] = [program.subarray(0, HEADER_BYTES)]
  let imported = 0
  let counter = 0
  while (reader.at < program.length) {
    const id = reader.readByte()
    const sizeBytes = reader.readNumber()
    const content = program.subarray(reader.at, reader.at + sizeBytes)
    reader.at += sizeBytes
    // Names and hints of compilers speak of places that are about to move.
    if (id === SECTIONS.custom) continue
    if (id === SECTIONS.import) imported = countImportedGlobals(content)
    if (id === SECTIONS.global) counter = imported + new CodeReader(content).readNumber()
    pieces.push(...toSection(id, rewrite(id, content, counter)))
  }
  return new Uint8Array(Buffer.concat(pieces))
}

function rewrite(id: number, content: Uint8Array, counter: number): Uint8Array {
  // A number of 32 bits that changes, beginning with the largest.
  if (id === SECTIONS.global) return append(content, Buffer.from('7f0141ffffffff070b', 'hex'))
  if (id === SECTIONS.export) {
    const name = Buffer.from(STEPS_LEFT)
    const item = [toNumber(name.length), name, [GLOBAL], toNumber(counter)]
    return append(content, Buffer.concat(item.map((piece) => Buffer.from(piece))))
  }
  return id === SECTIONS.code ? meterCode(content, counter) : content
}

function toSection(id: number, content: Uint8Array): readonly Uint8Array[] {
  return [Buffer.from([id, ...toNumber(content.length)]), content]
}

/** One item more at the end of a list that begins with its length. */
function append(list: Uint8Array, item: Uint8Array): Uint8Array {
  const reader = new CodeReader(list)
  const count = reader.readNumber() + 1
  return Buffer.concat([Buffer.from(toNumber(count)), list.subarray(reader.at), item])
}

function toNumber(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) | 0x80, ...toNumber(Math.floor(value / 128))]
}

/** The globals that come from outside are numbered first (§2.5.11). */
function countImportedGlobals(content: Uint8Array): number {
  const reader = new CodeReader(content)
  let globals = 0
  for (let left = reader.readNumber(); left > 0; left--) {
    reader.skipName()
    reader.skipName()
    const kind = reader.readByte()
    if (kind === GLOBAL) globals++
    skipImported(reader, kind)
  }
  return globals
}

function skipImported(reader: CodeReader, kind: number): void {
  if (kind === 1 || kind === GLOBAL || kind === 4) reader.at += 1
  if (kind === GLOBAL) reader.at += 1
  else if (kind === 1 || kind === 2) {
    const hasMaximum = (reader.readByte() & 1) === 1
    reader.readNumber()
    if (hasMaximum) reader.readNumber()
  } else reader.readNumber()
}

function meterCode(content: Uint8Array, counter: number): Uint8Array {
  const number = toNumber(counter)
  // counter -= 1; if (counter <= 0) unreachable
  const toll = Buffer.from([
    ...[0x23, ...number, 0x41, 0x01, 0x6b, 0x24, ...number],
    ...[0x23, ...number, 0x41, 0x00, 0x4c, 0x04, 0x40, 0x00, 0x0b],
  ])
  const reader = new CodeReader(content)
  const count = reader.readNumber()
  const pieces: Uint8Array[] = [Buffer.from(toNumber(count))]
  for (let left = count; left > 0; left--) {
    const sizeBytes = reader.readNumber()
    const body = meterBody(content.subarray(reader.at, reader.at + sizeBytes), toll)
    pieces.push(Buffer.from(toNumber(body.length)), body)
    reader.at += sizeBytes
  }
  return Buffer.concat(pieces)
}

function meterBody(body: Uint8Array, toll: Uint8Array): Uint8Array {
  const reader = new CodeReader(body)
  for (let left = reader.readNumber(); left > 0; left--) {
    reader.readNumber()
    reader.readNumber()
  }
  const pieces: Uint8Array[] = []
  let copied = 0
  while (reader.at < body.length) {
    if (reader.skipInstruction() !== LOOP) continue
    pieces.push(body.subarray(copied, reader.at), toll)
    copied = reader.at
  }
  return pieces.length === 0 ? body : Buffer.concat([...pieces, body.subarray(copied)])
}
