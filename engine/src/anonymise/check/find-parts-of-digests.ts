/** Eight bytes of a digest: nobody has them but by it. Signs of hexadecimal, Base32 and Base64 hold four, five and six bits. */
const RUNS = { hex: 16, base32: 13, base64: 11 } as const

/**
 * Searches texts for parts of these digests: cut short, with signs between its bytes, or its bytes in Base32 or Base64.
 * Built once for all texts, since a thousand digests take a sixth of a second.
 */
export function buildDigestPartSearch(
  digests: readonly string[],
): (text: string) => readonly string[] {
  const codes = digests.map((digest) => ({ digest, bytes: Buffer.from(digest, 'hex') }))
  const small = codes.map(({ digest }) => [digest, digest.toLowerCase()] as const)
  const coded = codes.map(({ digest, bytes }) => [digest, toBase32(bytes)] as const)
  const mixed = codes.map(({ digest, bytes }) => [digest, bytes.toString('base64url')] as const)
  const findInHex = buildRunSearch(small, RUNS.hex)
  const findInBase32 = buildRunSearch(coded, RUNS.base32)
  const findInBase64 = buildRunSearch(mixed, RUNS.base64)
  return (text) => {
    const plain = text.normalize('NFKC')
    const bare = plain
      .toLowerCase()
      .replace(/\\x|\b0x|%/gu, '')
      .replace(/[^\p{L}\p{N}]/gu, '')
    const base64 = plain.replace(/\+/gu, '-').replace(/\//gu, '_')
    return [...findInHex(bare), ...findInBase32(bare), ...findInBase64(base64)]
  }
}

type Code = readonly [digest: string, code: string]

function buildRunSearch(
  codes: readonly Code[],
  length: number,
): (text: string) => ReadonlySet<string> {
  const runs = new Map<string, string>()
  for (const [digest, code] of codes)
    for (let at = 0; at + length <= code.length; at += 1)
      runs.set(code.slice(at, at + length), digest)
  return (text) => {
    const found = new Set<string>()
    for (let at = 0; at + length <= text.length; at += 1) {
      const digest = runs.get(text.slice(at, at + length))
      if (digest !== undefined) found.add(digest)
    }
    return found
  }
}

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567'

function toBase32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  const fives = bits.match(/.{5}/gu) ?? []
  return fives.map((five) => BASE32[Number.parseInt(five, 2)]).join('')
}
