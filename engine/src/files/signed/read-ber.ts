/** One element of BER (X.690), the encoding of signatures and certificates. */
export interface BerElement {
  /** Class and number as they stand in the first byte, without the bit for "constructed". */
  readonly tag: number
  readonly isConstructed: boolean
  readonly content: Uint8Array
  /** The whole element with its head. */
  readonly whole: Uint8Array
}

/** Tags of universal types, and of the context-specific ones that CMS uses. */
export const TAGS = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectId: 0x06,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x10,
  set: 0x11,
  context0: 0x80,
  context1: 0x81,
  context2: 0x82,
} as const

const DEPTH_MAX = 40
const CHILDREN_MAX = 5_000

/** The first element of the bytes; undefined when they are none. */
export function readBer(bytes: Uint8Array): BerElement | undefined {
  return readAt(bytes, 0, 0)
}

/** The elements inside a constructed one, as far as they are sound. */
export function listChildren({ content, isConstructed }: BerElement): readonly BerElement[] {
  const children: BerElement[] = []
  if (!isConstructed) return children
  for (let at = 0; at < content.length && children.length < CHILDREN_MAX; ) {
    const child = readAt(content, at, 0)
    if (child === undefined) break
    children.push(child)
    at += child.whole.length
  }
  return children
}

/** An octet string's bytes; in BER they may come in pieces, which large mails do. */
export function readOctets(element: BerElement, depth = 0): Uint8Array {
  if (!element.isConstructed || depth > DEPTH_MAX) return element.content
  return Buffer.concat(listChildren(element).map((piece) => readOctets(piece, depth + 1)))
}

/** An object identifier as numbers with dots (X.690 §8.19). */
export function readObjectId(element: BerElement | undefined): string {
  if (element === undefined || element.tag !== TAGS.objectId) return ''
  const numbers: number[] = []
  let value = 0
  for (const byte of element.content.subarray(0, 40)) {
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) {
      numbers.push(value)
      value = 0
    }
  }
  const [first = 0, ...rest] = numbers
  const root = Math.min(2, Math.floor(first / 40))
  return [root, first - root * 40, ...rest].join('.')
}

interface Head {
  readonly start: number
  /** Undefined when the length is indefinite. */
  readonly length: number | undefined
}

function readAt(bytes: Uint8Array, at: number, depth: number): BerElement | undefined {
  const first = bytes[at]
  const head = readHead(bytes, at)
  if (first === undefined || head === undefined || depth > DEPTH_MAX) return undefined
  const isConstructed = (first & 0x20) !== 0
  const { start, length } = head
  // What was cut off is read as far as it is there.
  const end = length === undefined ? findEnd(bytes, start, depth) : start + length
  const after = length === undefined ? end + END_BYTES : end
  return {
    tag: first & ~0x20,
    isConstructed,
    content: bytes.subarray(start, end),
    whole: bytes.subarray(at, Math.max(after, start)),
  }
}

const END_BYTES = 2

function readHead(bytes: Uint8Array, at: number): Head | undefined {
  let next = at + 1
  // Numbers from 31 on take further bytes; none of them is of use here.
  if (((bytes[at] ?? 0) & 0x1f) === 0x1f) {
    while (((bytes[next] ?? 0) & 0x80) !== 0 && next < at + 6) next += 1
    next += 1
  }
  const first = bytes[next]
  if (first === undefined) return undefined
  next += 1
  if (first < 0x80) return { start: next, length: first }
  if (first === 0x80) return { start: next, length: undefined }
  let length = 0
  for (let count = first & 0x7f; count > 0; count--) {
    if (next >= bytes.length || length > bytes.length) return undefined
    length = length * 256 + (bytes[next++] ?? 0)
  }
  return { start: next, length }
}

/** The end mark of an element of indefinite length: two zero bytes where an element would begin. */
function findEnd(bytes: Uint8Array, start: number, depth: number): number {
  let at = start
  while (at < bytes.length) {
    if (bytes[at] === 0 && bytes[at + 1] === 0) return at
    const child = readAt(bytes, at, depth + 1)
    if (child === undefined || child.whole.length === 0) return bytes.length
    at += child.whole.length
  }
  return bytes.length
}
