/** Bytes counted; more change the second decimal at most. */
const BYTES_MAX = 1024 * 1024

/** Shannon entropy in bits for a byte, 0 to 8: packed or encrypted bytes come near 8. */
export function entropyOf(bytes: Uint8Array): number {
  const counts = new Uint32Array(256)
  const window = bytes.subarray(0, BYTES_MAX)
  for (const byte of window) counts[byte] = (counts[byte] ?? 0) + 1
  let bits = 0
  for (const count of counts) {
    if (count === 0) continue
    const share = count / window.length
    bits -= share * Math.log2(share)
  }
  return bits
}
