/** One packet of an OpenPGP message (RFC 9580 §4). */
export interface PgpPacket {
  readonly tag: number
  readonly body: Uint8Array
}

const PACKETS_MAX = 200

/** The packets in order, as far as they are sound. */
export function parsePackets(bytes: Uint8Array): readonly PgpPacket[] {
  const packets: PgpPacket[] = []
  for (let at = 0; at < bytes.length && packets.length < PACKETS_MAX; ) {
    const first = bytes[at] ?? 0
    if ((first & 0x80) === 0) break
    const isNew = (first & 0x40) !== 0
    const tag = isNew ? first & 0x3f : (first >> 2) & 0xf
    const head = isNew ? readNewLength(bytes, at + 1) : readOldLength(bytes, at + 1, first & 3)
    const end = Math.min(bytes.length, head.start + head.length)
    packets.push({ tag, body: bytes.subarray(head.start, end) })
    // What follows a packet in pieces cannot be found without reading all of them; nothing does.
    if (head.isPartial) break
    at = Math.max(end, at + 1)
  }
  return packets
}

interface Head {
  readonly start: number
  readonly length: number
  readonly isPartial: boolean
}

function readNewLength(bytes: Uint8Array, at: number): Head {
  const first = bytes[at] ?? 0
  if (first < 192) return { start: at + 1, length: first, isPartial: false }
  if (first < 224) {
    const length = ((first - 192) << 8) + (bytes[at + 1] ?? 0) + 192
    return { start: at + 2, length, isPartial: false }
  }
  if (first === 255)
    return { start: at + 5, length: readNumber(bytes, at + 1, 4), isPartial: false }
  return { start: at + 1, length: bytes.length, isPartial: true }
}

function readOldLength(bytes: Uint8Array, at: number, kind: number): Head {
  const width = [1, 2, 4][kind]
  if (width === undefined) return { start: at, length: bytes.length, isPartial: true }
  return { start: at + width, length: readNumber(bytes, at, width), isPartial: false }
}

function readNumber(bytes: Uint8Array, at: number, width: number): number {
  let value = 0
  for (let step = 0; step < width; step++) value = value * 256 + (bytes[at + step] ?? 0)
  return value
}
