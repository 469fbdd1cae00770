import type { NameKey } from './name-keys.ts'
import type { ReducedText } from './reduced-text.ts'

/** Reduced names by how they begin: a text is read once, whatever the number of names. */
export interface NameTable {
  readonly isEmpty: boolean
  /** For each place the longest name that begins there and for which `toFound` gives something. */
  find<Found>(
    reduced: ReducedText,
    toFound: (name: NameKey, at: number) => Found | undefined,
  ): readonly Found[]
}

/** Units of a head: with fewer, most places of a text begin like some name; shorter keys are heads themselves. */
const HEAD_UNITS = 4
/** Bits for each head, so that 98 of 100 are empty; as many as stay in a processor's cache at most. */
const BITS_OF_HEAD = 64
const BITS_MIN = 2 ** 10
const BITS_MAX = 2 ** 21

/** Of names that reduce to the same the first counts; a name that somebody entered whole wins over a part. */
export function buildNameTable(names: readonly NameKey[]): NameTable {
  const keys = new Map<string, NameKey>()
  for (const name of [...names].sort((a, b) => rank(a) - rank(b))) {
    if (!keys.has(name.key)) keys.set(name.key, name)
  }
  const lengths = listLengths(keys.keys())
  const heads = [...lengths.keys()]
  const isTwo = markHeads(heads.filter(({ length }) => length === 2))
  const isThree = markHeads(heads.filter(({ length }) => length === 3))
  const isFour = markHeads(heads.filter(({ length }) => length === HEAD_UNITS))
  const findAt = <Found>(
    letters: string,
    at: number,
    units: number,
    toFound: (name: NameKey, at: number) => Found | undefined,
  ): Found | undefined => {
    for (const length of lengths.get(letters.slice(at, at + units)) ?? []) {
      const name = keys.get(letters.slice(at, at + length))
      const found = name === undefined ? undefined : toFound(name, at)
      if (found !== undefined) return found
    }
    return undefined
  }
  return {
    isEmpty: keys.size === 0,
    find(reduced, toFound) {
      const letters = reduced.join()
      const found = []
      const { units, length } = reduced
      const unitAt = (at: number): number => (at < length ? (units[at] ?? 0) : 0)
      for (let at = 0; at < length; at += 1) {
        const [first, second] = [unitAt(at), unitAt(at + 1)]
        const two = addUnit(addUnit(EMPTY, first), second)
        const three = addUnit(two, unitAt(at + 2))
        const four = addUnit(three, unitAt(at + 3))
        const one =
          (isFour(four) ? findAt(letters, at, 4, toFound) : undefined) ??
          (isThree(three) ? findAt(letters, at, 3, toFound) : undefined) ??
          // Two Latin letters are nobody's name.
          ((first | second) > LATIN_MAX && isTwo(two) ? findAt(letters, at, 2, toFound) : undefined)
        if (one !== undefined) found.push(one)
      }
      return found
    },
  }
}

const rank = ({ isPart, hasInitial }: NameKey): number => (hasInitial === true ? 2 : isPart ? 1 : 0)

/** Lengths of the keys with each head, longest first, so that 北浜精機 wins over 北浜. */
function listLengths(keys: Iterable<string>): ReadonlyMap<string, readonly number[]> {
  const lengths = new Map<string, Set<number>>()
  for (const key of keys) {
    const head = key.slice(0, HEAD_UNITS)
    lengths.set(head, (lengths.get(head) ?? new Set()).add(key.length))
  }
  return new Map([...lengths].map(([head, set]) => [head, [...set].sort((a, b) => b - a)]))
}

/** Nearly no place of a text begins like a name: one number tells, before a string is cut out. */
function markHeads(heads: readonly string[]): (hash: number) => boolean {
  const bits = Math.min(BITS_MAX, Math.max(BITS_MIN, heads.length * BITS_OF_HEAD))
  const shift = Math.clz32(bits - 1)
  const marks = new Uint8Array(2 ** (32 - shift - 3))
  for (const head of heads) {
    let hash = EMPTY
    for (let at = 0; at < head.length; at += 1) hash = addUnit(hash, head.charCodeAt(at))
    const place = hash >>> shift
    marks[place >>> 3] = (marks[place >>> 3] ?? 0) | (1 << (place & 7))
  }
  return (hash) => {
    const place = hash >>> shift
    return (((marks[place >>> 3] ?? 0) >>> (place & 7)) & 1) === 1
  }
}

const EMPTY = 0
const LATIN_MAX = 0x7f
/** Multiplicative hashing (Knuth, TAOCP 6.4): the high bits depend on every unit. */
const addUnit = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x9e3779b1)
