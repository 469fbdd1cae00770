/** RC4, which the platform's library no longer offers and old PDFs still use. */
export function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_none, index) => index)
  let other = 0
  for (let index = 0; index < 256; index++) {
    other = (other + (state[index] ?? 0) + (key[index % key.length] ?? 0)) & 0xff
    swap(state, index, other)
  }
  const out = Buffer.alloc(data.length)
  let at = 0
  other = 0
  for (let index = 0; index < data.length; index++) {
    at = (at + 1) & 0xff
    other = (other + (state[at] ?? 0)) & 0xff
    swap(state, at, other)
    const mask = state[((state[at] ?? 0) + (state[other] ?? 0)) & 0xff] ?? 0
    out[index] = (data[index] ?? 0) ^ mask
  }
  return out
}

function swap(state: Uint8Array, a: number, b: number): void {
  const kept = state[a] ?? 0
  state[a] = state[b] ?? 0
  state[b] = kept
}
