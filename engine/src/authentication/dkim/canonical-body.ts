const CR = 0x0d
const LF = 0x0a
const SPACE = 0x20
const TAB = 0x09

export type Canonicalisation = 'simple' | 'relaxed'

/**
 * The body as it is hashed (RFC 6376 §3.4.3, §3.4.4). Evidence often has bare LF where the wire had
 * CRLF, so every line break becomes CRLF first.
 */
export function toCanonicalBody(body: Uint8Array, how: Canonicalisation): Uint8Array {
  const out = new Uint8Array(body.length + countLines(body) + 2)
  const isRelaxed = how === 'relaxed'
  let length = 0
  /** End of the last line that is not empty: empty lines at the end do not count. */
  let contentEnd = 0
  let hasSpace = false
  for (let at = 0; at < body.length; at++) {
    const byte = body[at] ?? 0
    if (byte === LF || (byte === CR && body[at + 1] === LF)) {
      if (byte === CR) at += 1
      const isEmpty = length === 0 || (length >= 2 && out[length - 1] === LF)
      out[length++] = CR
      out[length++] = LF
      if (!isEmpty) contentEnd = length
      hasSpace = false
    } else if (isRelaxed && (byte === SPACE || byte === TAB)) hasSpace = true
    else {
      if (hasSpace) out[length++] = SPACE
      hasSpace = false
      out[length++] = byte
    }
  }
  const isOpen = length > 0 && out[length - 1] !== LF
  if (isOpen || (length === 0 && !isRelaxed) || (contentEnd === 0 && !isRelaxed)) {
    if (!isOpen) length = 0
    out[length++] = CR
    out[length++] = LF
    contentEnd = length
  }
  return out.subarray(0, contentEnd)
}

function countLines(body: Uint8Array): number {
  let lines = 0
  for (let at = body.indexOf(LF); at >= 0; at = body.indexOf(LF, at + 1)) lines += 1
  return lines
}
