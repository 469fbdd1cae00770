import { decodeWith, toBuffer } from './text-decoders.ts'

/**
 * HZ (RFC 1843): `~{` and `~}` switch to GB 2312 in seven bits and back, `~~` is a tilde.
 * A line that ends inside GB returns to ASCII.
 */
export function decodeHz(bytes: Uint8Array): string {
  const raw = toBuffer(bytes).toString('latin1')
  return raw.replace(/~\{([^\r\n]*?)(?:~\}|(?=[\r\n])|$)|~~|~\r?\n/g, (whole, pairs?: string) => {
    if (pairs !== undefined) return decodePairs('gb18030', pairs)
    return whole === '~~' ? '~' : ''
  })
}

/**
 * ISO-2022-KR (RFC 1557) and the GB 2312 part of ISO-2022-CN (RFC 1922): the escape sequence names
 * the set once, SO and SI switch to it and back. The two sets decide by the charset's name.
 */
export function decodeShifted(bytes: Uint8Array, pairsOf: 'euc-kr' | 'gb18030'): string {
  const raw = toBuffer(bytes)
    .toString('latin1')
    .replace(/\x1b\$[()*+]?[A-H]|\x1bN/g, '')
  return raw
    .replace(/\x0e([^\x0f\r\n]*)\x0f?/g, (_, pairs: string) => decodePairs(pairsOf, pairs))
    .replaceAll('\x0f', '')
}

function decodePairs(charset: string, pairs: string): string {
  const bytes = Buffer.from(pairs, 'latin1')
  for (const [at, byte] of bytes.entries()) if (byte > 0x20 && byte < 0x7f) bytes[at] = byte | 0x80
  return decodeWith(charset, bytes)
}
