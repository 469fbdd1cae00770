/** Bits of the hash that choose a register; 2^14 registers are off by 0.8 % (standard error). */
const INDEX_BITS = 14
const REGISTERS = 1 << INDEX_BITS

/**
 * How many different keys there were, in 16 kB however many: HyperLogLog (Flajolet and others, 2007) with linear
 * counting for few.
 */
export class DistinctCount {
  private ranks = new Uint8Array(0)

  add(key: string | number): void {
    // Most kinds of probing never occur; their registers are made when needed.
    if (this.ranks.length === 0) this.ranks = new Uint8Array(REGISTERS)
    const hash = toHash(key)
    const index = hash >>> (32 - INDEX_BITS)
    const rank = Math.min(Math.clz32((hash << INDEX_BITS) | 1), 31 - INDEX_BITS) + 1
    if (rank > (this.ranks[index] ?? 0)) this.ranks[index] = rank
  }

  estimate(): number {
    if (this.ranks.length === 0) return 0
    let sum = 0
    let empty = 0
    for (const rank of this.ranks) {
      sum += 2 ** -rank
      if (rank === 0) empty++
    }
    const raw = ((0.7213 / (1 + 1.079 / REGISTERS)) * (REGISTERS * REGISTERS)) / sum
    if (raw <= 2.5 * REGISTERS && empty > 0)
      return Math.round(REGISTERS * Math.log(REGISTERS / empty))
    // Beyond a thirtieth of 2^32 different keys begin to share hashes.
    return Math.round(raw > 2 ** 32 / 30 ? -(2 ** 32) * Math.log(1 - raw / 2 ** 32) : raw)
  }
}

/** FNV-1a with the last mixing of MurmurHash3, so that the upper bits are as good as the lower ones. */
function toHash(key: string | number): number {
  if (typeof key === 'number') return mix(key)
  let hash = 0x811c9dc5
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193)
  return mix(hash)
}

function mix(bits: number): number {
  let hash = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
