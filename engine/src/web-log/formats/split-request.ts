import type { Buffer } from 'node:buffer'
import type { LogLine } from '../log-line.ts'

/**
 * Parts `GET /path HTTP/1.1` into method and target. What is no request line at all, such as the first
 * bytes of a TLS hello sent to a plain port, is kept as target, so that it is still looked at.
 */
export function splitRequest(bytes: Buffer, start: number, end: number, line: LogLine): void {
  line.request = bytes
  line.methodStart = start
  let at = start
  while (at < end && isMethodByte(bytes[at] ?? 0)) at++
  if (at === start || at - start > 20 || bytes[at] !== 0x20) {
    const isDash = end - start === 1 && bytes[start] === 0x2d
    line.methodEnd = start
    line.targetStart = start
    line.targetEnd = isDash ? start : end
    return
  }
  line.methodEnd = at
  line.targetStart = at + 1
  line.targetEnd = hasProtocol(bytes, end) ? endOfTarget(bytes, at + 1, end) : end
  skipOrigin(line)
}

function isMethodByte(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || byte === 0x2d
}

/** Ends in `HTTP/1.1` or `HTTP/2`. */
function hasProtocol(bytes: Buffer, end: number): boolean {
  const slash = bytes[end - 2] === 0x2f ? end - 2 : end - 4
  return bytes[slash] === 0x2f && bytes[slash - 1] === 0x50 && bytes[slash - 4] === 0x48
}

function endOfTarget(bytes: Buffer, start: number, end: number): number {
  let at = end
  while (at > start && bytes[at - 1] !== 0x20) at--
  return at > start ? at - 1 : end
}

/** Leaves `http://host` off a target in absolute form (RFC 9112 §3.2.2), as load balancers write it. */
export function skipOrigin(line: LogLine): void {
  const { request: bytes, targetStart: start, targetEnd: end } = line
  if (bytes[start] !== 0x68 || end - start < 9) return
  const colon = bytes[start + 4] === 0x3a ? start + 4 : start + 5
  if (bytes[colon] !== 0x3a || bytes[colon + 1] !== 0x2f || bytes[colon + 2] !== 0x2f) return
  let at = colon + 3
  while (at < end && bytes[at] !== 0x2f && bytes[at] !== 0x3f) at++
  if (at < end) line.targetStart = at
}
