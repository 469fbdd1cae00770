import { PEARSON } from './pearson.ts'

/** Shorter files have no TLSH, by its own rule. */
const BYTES_MIN = 50
const BUCKETS = 128
const CODE_BYTES = 32

/** Salts of the six triplets of a window, already put through the permutation. */
const [SALT_2, SALT_3, SALT_5, SALT_7, SALT_11, SALT_13] = [49, 12, 178, 166, 84, 230]
const SALT_0 = 1

/**
 * The TLSH of a file (Oliver et al. 2013; version T1, 128 buckets, checksum of one byte), by which
 * variants of one file are found. Undefined when the file is too short or too uniform to have one.
 */
export function computeTlsh(bytes: Uint8Array): string | undefined {
  if (bytes.length < BYTES_MIN) return undefined
  const buckets = new Uint32Array(256)
  const checksum = countTriplets(bytes, buckets)
  const used = buckets.subarray(0, BUCKETS)
  if (used.reduce((count, one) => count + (one > 0 ? 1 : 0), 0) <= BUCKETS / 2) return undefined
  const [q1, q2, q3] = findQuartiles(used)
  if (q3 === 0) return undefined
  const ratios = toRatio(q1, q3) | (toRatio(q2, q3) << 4)
  const head = [checksum, toLengthCode(bytes.length), ratios].map(toSwapped)
  return `T1${head.join('')}${toBody(used, q1, q2, q3)}`
}

/** `table[b + 256 * a]` is the permutation of `a ^ b`: two bytes give the next state in one step. */
const STEP = Uint8Array.from({ length: 65_536 }, (_, at) => PEARSON[(at >> 8) ^ (at & 255)] ?? 0)

/** Counts the triplets of each window of five bytes; answers the checksum. */
function countTriplets(bytes: Uint8Array, buckets: Uint32Array): number {
  const step = (state: number, byte: number): number => STEP[(state << 8) | byte] ?? 0
  let checksum = 0
  let [w1, w2, w3, w4] = [bytes[3] ?? 0, bytes[2] ?? 0, bytes[1] ?? 0, bytes[0] ?? 0]
  for (let at = 4; at < bytes.length; at++) {
    const w0 = bytes[at] ?? 0
    checksum = step(step(step(SALT_0, w0), w1), checksum)
    add(buckets, step(step(step(SALT_2, w0), w1), w2))
    add(buckets, step(step(step(SALT_3, w0), w1), w3))
    add(buckets, step(step(step(SALT_5, w0), w2), w3))
    add(buckets, step(step(step(SALT_7, w0), w2), w4))
    add(buckets, step(step(step(SALT_11, w0), w1), w4))
    add(buckets, step(step(step(SALT_13, w0), w3), w4))
    w4 = w3
    w3 = w2
    w2 = w1
    w1 = w0
  }
  return checksum
}

function add(buckets: Uint32Array, bucket: number): void {
  buckets[bucket] = (buckets[bucket] ?? 0) + 1
}

function findQuartiles(buckets: Uint32Array): readonly [number, number, number] {
  const sorted = buckets.toSorted()
  const at = (quarter: number) => sorted[(BUCKETS / 4) * quarter - 1] ?? 0
  return [at(1), at(2), at(3)]
}

function toRatio(quartile: number, third: number): number {
  return Math.floor((quartile * 100) / third) % 16
}

/** The length on a logarithmic scale, finer for longer files. */
function toLengthCode(length: number): number {
  const log = Math.log(length)
  const code =
    length <= 656
      ? log / 0.4054651
      : length <= 3199
        ? log / 0.26236426 - 8.72777
        : log / 0.09531018 - 62.5472
  return Math.floor(code) & 0xff
}

/** Two bits a bucket say in which quartile its count lies; the last bucket comes first. */
function toBody(buckets: Uint32Array, q1: number, q2: number, q3: number): string {
  let body = ''
  for (let at = CODE_BYTES - 1; at >= 0; at--) {
    let code = 0
    for (let pair = 0; pair < 4; pair++) {
      const count = buckets[at * 4 + pair] ?? 0
      const quartile = count > q3 ? 3 : count > q2 ? 2 : count > q1 ? 1 : 0
      code |= quartile << (pair * 2)
    }
    body += toHex(code)
  }
  return body
}

function toHex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0')
}

/** The bytes of the head are written with their halves swapped. */
function toSwapped(byte: number): string {
  return toHex(((byte & 0xf) << 4) | (byte >> 4))
}
