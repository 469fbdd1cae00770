/**
 * Finds stored words within one or two letter edits of a question without comparing with all.
 *
 * Two words that differ by one insertion, loss, change or swap have a common form after deleting
 * one letter from each (the symmetric delete method). So each word is stored under the hash of all
 * its shortened forms, and a question looks up the hashes of its own. The forms lie in one flat
 * array, sorted into buckets: 100,000 words take some 60 MB where a Map of strings takes a gigabyte.
 */
export interface DeletionIndex {
  /** Adds the numbers of words that share a shortened form with `word`: candidates to be verified. */
  findCandidates(kind: number, word: string, deletions: number, into: Set<number>): void
}

export interface IndexedWord {
  /** Words of different kinds never meet. */
  readonly kind: number
  readonly word: string
  /** How many letters are deleted at most, 0 to 2. */
  readonly deletions: number
  /** What a match gives back, below `WORDS_MAX`. */
  readonly id: number
}

/** An entry is 22 bits of word number under 10 bits of hash that tell neighbours in a bucket apart. */
const ID_BITS = 22
const ID_MASK = (1 << ID_BITS) - 1
/** Words one index can number. */
export const WORDS_MAX = ID_MASK
/** More words than this under one form say that the form is too common to mean anything. */
const BUCKET_MAX = 48

export function buildDeletionIndex(words: readonly IndexedWord[]): DeletionIndex {
  const count = words.reduce((sum, { word, deletions }) => sum + countForms(word, deletions), 0)
  const bits = Math.min(24, Math.max(8, Math.ceil(Math.log2(count + 1)) - 1))
  const mask = (1 << bits) - 1
  const starts = new Uint32Array(mask + 2)
  const hashes = new Uint32Array(count)
  let at = 0
  for (const { kind, word, deletions } of words)
    eachForm(kind, word, deletions, (hash) => {
      hashes[at++] = hash
      const bucket = hash & mask
      starts[bucket] = (starts[bucket] ?? 0) + 1
    })
  const entries = fillBuckets(words, hashes, starts, mask)

  return {
    findCandidates(kind, word, deletions, into) {
      eachForm(kind, word, deletions, (hash) => {
        const end = starts[(hash & mask) + 1] ?? 0
        let found = 0
        for (let entry = starts[hash & mask] ?? 0; entry < end && found < BUCKET_MAX; entry++) {
          const packed = entries[entry] ?? 0
          if (packed >>> ID_BITS !== hash >>> ID_BITS) continue
          into.add(packed & ID_MASK)
          found++
        }
      })
    },
  }
}

/**
 * Turns counts into starts and places every form's entry: a counting sort that fills each bucket
 * from its end, so that the ends have become the starts when the last entry lies in its place.
 */
function fillBuckets(
  words: readonly IndexedWord[],
  hashes: Uint32Array,
  starts: Uint32Array,
  mask: number,
): Uint32Array {
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0)
  const entries = new Uint32Array(hashes.length)
  let at = 0
  for (const { word, deletions, id } of words)
    for (let end = at + countForms(word, deletions); at < end; at++) {
      const hash = hashes[at] ?? 0
      const place = (starts[hash & mask] ?? 0) - 1
      starts[hash & mask] = place
      entries[place] = ((hash >>> ID_BITS) << ID_BITS) | id
    }
  return entries
}

function countForms({ length }: string, deletions: number): number {
  return 1 + (deletions > 0 ? length : 0) + (deletions > 1 ? (length * (length - 1)) / 2 : 0)
}

/**
 * Calls back with a hash of the word and of each form with up to `deletions` letters fewer.
 * The hash of the letters before a gap is kept, so that only what follows is hashed again.
 */
function eachForm(
  kind: number,
  word: string,
  deletions: number,
  call: (hash: number) => void,
): void {
  const { length } = word
  let before = 0x811c9dc5 ^ kind
  call(finish(before, word, 0))
  if (deletions < 1) return
  for (let first = 0; first < length; first++) {
    call(finish(before, word, first + 1))
    let between = before
    for (let second = first + 1; deletions > 1 && second < length; second++) {
      call(finish(between, word, second + 1))
      between = addLetter(between, word.charCodeAt(second))
    }
    before = addLetter(before, word.charCodeAt(first))
  }
}

/** FNV-1a, a letter at a time. */
function addLetter(hash: number, letter: number): number {
  return Math.imul(hash ^ letter, 0x01000193)
}

/** Hashes the rest of the word and mixes once more, since buckets use the low bits. */
function finish(hash: number, word: string, from: number): number {
  let mixed = hash
  for (let at = from; at < word.length; at++) mixed = addLetter(mixed, word.charCodeAt(at))
  mixed ^= mixed >>> 15
  mixed = Math.imul(mixed, 0x2c1b3c6d)
  return (mixed ^ (mixed >>> 13)) >>> 0
}
