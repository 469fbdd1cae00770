import { findPlace, GAP, listParts, type Part } from './partings.ts'

/** What of a text was not read before, with the index in that text from which a letter is. */
export interface UnreadText {
  readonly text: string
  originOf(index: number): number
}

/**
 * The parts of all texts that were read. Encodings that have nothing to do with each other are opened in every order,
 * and an escape in one of a thousand values leaves the others as they are: each part is read once, by whichever way
 * it is reached first.
 */
export class PartsRead {
  readonly #known = new Set<string>()
  /** Those in which little is believed; what stands in them for itself elsewhere is read again there. */
  readonly #knownByChance = new Set<string>()

  takeUnread(text: string, isChance: boolean): UnreadText | undefined {
    const parts = listParts(text)
    const unread: Part[] = []
    const keys: string[] = []
    for (const part of parts) {
      const key = text.slice(part.start, part.end).trim()
      if (key === '' || this.#known.has(key)) continue
      if (isChance && this.#knownByChance.has(key)) continue
      unread.push(part)
      keys.push(key)
    }
    const known = isChance ? this.#knownByChance : this.#known
    for (const key of keys) known.add(key)
    if (unread.length === 0) return undefined
    return joinParts(text, unread)
  }
}

/** Parts that are neighbours stay together as they stand; the others are held apart. */
function joinParts(text: string, parts: readonly Part[]): UnreadText {
  const chunks: string[] = []
  const [starts, origins]: [number[], number[]] = [[], []]
  let length = 0
  let [start, end] = [0, -1]
  for (const part of parts) {
    if (part.start !== end && end >= 0) {
      const gap = text.slice(start, end).includes('\u001b') ? `\u001b(B${GAP}` : GAP
      chunks.push(gap)
      length += gap.length
    }
    starts.push(length)
    origins.push(part.start)
    chunks.push(text.slice(part.start, part.end))
    length += part.end - part.start
    start = part.start
    end = part.end
  }
  return {
    text: chunks.join(''),
    originOf(index) {
      const at = Math.max(0, findPlace(starts, index + 1) - 1)
      return (origins[at] ?? 0) + index - (starts[at] ?? 0)
    },
  }
}
