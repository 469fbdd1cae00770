const LETTERS = 128
/** Cleared after each use, so that nothing is made for a question asked a thousand times for one host. */
const counts = new Int8Array(LETTERS)

/** Letters that two words do not share, however they are ordered; what is not ASCII counts as one letter. */
export function countUnshared(a: string, b: string): number {
  for (let at = 0; at < a.length; at++) add(a.charCodeAt(at), 1)
  for (let at = 0; at < b.length; at++) add(b.charCodeAt(at), -1)
  let unshared = 0
  for (let letter = 0; letter < LETTERS; letter++) {
    unshared += Math.abs(counts[letter] ?? 0)
    counts[letter] = 0
  }
  return unshared
}

function add(code: number, by: 1 | -1): void {
  const letter = Math.min(code, LETTERS - 1)
  counts[letter] = (counts[letter] ?? 0) + by
}
