import type { ProblemCode } from '../problem.ts'

const PADDING = 0x3d

/**
 * Decodes base64 (RFC 2045 §6.8), skipping what is not of its alphabet as the RFC asks.
 *
 * Text after the padding is decoded on when it is base64 again: some mail programs do so, and
 * attackers cut a file in two there because scanners stop. Other text there is left out.
 */
export function decodeBase64(body: Buffer): Uint8Array {
  const padding = body.indexOf(PADDING)
  if (padding < 0) return decode(body.toString('latin1'))
  const first = decode(body.toString('latin1', 0, padding))
  if (isOnlyPadding(body, padding)) return first
  const chunks = splitChunks(body.toString('latin1', padding))
  return chunks.every(isAlphabet) ? Buffer.concat([first, ...chunks.map(decode)]) : first
}

/** Node also reads base64url's `-` and `_`; in mail these are to be skipped like any other rubbish. */
function decode(text: string): Buffer {
  return Buffer.from(/[-_]/.test(text) ? text.replace(/[-_]/g, '') : text, 'base64')
}

/** What is unusual about a base64 body. */
export function findBase64Problem(body: Buffer): ProblemCode | undefined {
  const padding = body.indexOf(PADDING)
  const end = padding < 0 ? body.length : padding
  if (padding >= 0 && !isOnlyPadding(body, padding)) return 'data-after-base64'
  let characters = 0
  for (let at = 0; at < end; at++) {
    const byte = body[at] as number
    if (byte <= 0x20) continue
    if (!IS_ALPHABET[byte]) return 'damaged-base64'
    characters += 1
  }
  return characters % 4 === 1 ? 'damaged-base64' : undefined
}

const IS_ALPHABET = Array.from({ length: 256 }, (_, byte) => isAlphabet(String.fromCharCode(byte)))

function isAlphabet(text: string): boolean {
  return /^[A-Za-z0-9+/\s]*$/.test(text)
}

function isOnlyPadding(body: Buffer, start: number): boolean {
  for (let at = start; at < body.length; at++) {
    const byte = body[at] as number
    if (byte !== PADDING && byte > 0x20) return false
  }
  return true
}

function splitChunks(text: string): readonly string[] {
  return text.split(/(?<![=\s])\s*=[=\s]*/)
}
