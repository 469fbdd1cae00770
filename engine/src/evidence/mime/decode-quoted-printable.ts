const EQUALS = 0x3d
const CR = 0x0d
const LF = 0x0a

/** Value of each hexadecimal digit's byte, -1 for all other bytes. */
const HEX = Int8Array.from({ length: 256 }, (_, byte) => {
  const value = Number.parseInt(String.fromCharCode(byte), 16)
  return Number.isNaN(value) ? -1 : value
})

/**
 * Decodes quoted-printable (RFC 2045 §6.7). A `=` that begins neither an octet nor a soft line
 * break is kept as it stands, as the RFC's note on robustness suggests.
 */
export function decodeQuotedPrintable(body: Uint8Array): Uint8Array {
  const out = Buffer.allocUnsafe(body.length)
  let length = 0
  let at = 0
  while (at < body.length) {
    const byte = body[at] as number
    if (byte !== EQUALS) {
      out[length++] = byte
      at += 1
      continue
    }
    const high = HEX[body[at + 1] ?? 0] as number
    const low = HEX[body[at + 2] ?? 0] as number
    if (high >= 0 && low >= 0) {
      out[length++] = high * 16 + low
      at += 3
      continue
    }
    const next = findLineStart(body, at + 1)
    if (next === undefined) out[length++] = byte
    at = next ?? at + 1
  }
  return out.subarray(0, length)
}

/** Where the line behind a soft break begins; blanks may stand before the break (RFC 2045 §6.7 (3)). */
function findLineStart(body: Uint8Array, start: number): number | undefined {
  let at = start
  while (body[at] === 0x20 || body[at] === 0x09) at += 1
  if (at >= body.length) return at
  if (body[at] === LF) return at + 1
  if (body[at] !== CR) return undefined
  while (body[at] === CR) at += 1
  return body[at] === LF ? at + 1 : at
}
