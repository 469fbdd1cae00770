/** Eight bytes of a digest: nobody has them but by it. Signs of hexadecimal, Base32 and Base64 hold four, five and six bits. */
const RUNS = { hex: 16, base32: 13, base64: 11 } as const

/** Which of these digests a text holds a part of: cut short, with signs between its bytes, or its bytes in Base32 or Base64. */
export function findPartsOfDigests(text: string, digests: readonly string[]): readonly string[] {
  const plain = text.normalize('NFKC')
  const bare = plain
    .toLowerCase()
    .replace(/\\x|\b0x|%/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
  const base64 = plain.replace(/\+/gu, '-').replace(/\//gu, '_')
  const codes = digests.map((digest) => ({ digest, bytes: Buffer.from(digest, 'hex') }))
  const small = codes.map(({ digest }) => [digest, digest.toLowerCase()] as const)
  const coded = codes.map(({ digest, bytes }) => [digest, toBase32(bytes)] as const)
  const mixed = codes.map(({ digest, bytes }) => [digest, bytes.toString('base64url')] as const)
  return [
    ...findRuns(bare, small, RUNS.hex),
    ...findRuns(bare, coded, RUNS.base32),
    ...findRuns(base64, mixed, RUNS.base64),
  ]
}

type Code = readonly [digest: string, code: string]

function findRuns(text: string, codes: readonly Code[], length: number): readonly string[] {
  const runs = new Map<string, string>()
  for (const [digest, code] of codes)
    for (let at = 0; at + length <= code.length; at += 1)
      runs.set(code.slice(at, at + length), digest)
  const found = new Set<string>()
  for (let at = 0; at + length <= text.length; at += 1) {
    const digest = runs.get(text.slice(at, at + length))
    if (digest !== undefined) found.add(digest)
  }
  return [...found]
}

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567'

function toBase32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  const fives = bits.match(/.{5}/gu) ?? []
  return fives.map((five) => BASE32[Number.parseInt(five, 2)]).join('')
}
