import type { Language } from 'contract/common'
import type { DiffPiece } from './diff-piece.ts'
import { mergeChanges } from './merge-changes.ts'

/** Cells of the table below: a paragraph of 4,000 letters against another is about this much, in some milliseconds. */
const CELLS_MAX = 4_000_000

/**
 * What was taken out of a text and put in, word by word. Words of Japanese, which stand without spaces, are those of
 * `Intl.Segmenter` (UAX #29). The longest common subsequence; texts too long for it are shown as wholly replaced.
 */
export function toWordDiff(before: string, after: string, language: Language): DiffPiece[] {
  const [old, young] = [toWords(before, language), toWords(after, language)]
  const head = countCommon(old, young, (words, at) => words[at])
  const tail = countCommon(old.slice(head), young.slice(head), (words, at) => words.at(-1 - at))
  const [from, to] = [old.slice(head, old.length - tail), young.slice(head, young.length - tail)]
  return mergeChanges(
    join([
      ...toPieces('kept', old.slice(0, head)),
      ...diffMiddle(from, to),
      ...toPieces('kept', old.slice(old.length - tail)),
    ]),
  )
}

const toWords = (text: string, language: Language): string[] =>
  [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)].map(
    ({ segment }) => segment,
  )

const toPieces = (kind: DiffPiece['kind'], words: readonly string[]): DiffPiece[] =>
  words.map((text) => ({ kind, text }))

function countCommon(
  some: readonly string[],
  others: readonly string[],
  pick: (words: readonly string[], at: number) => string | undefined,
): number {
  const most = Math.min(some.length, others.length)
  let count = 0
  while (count < most && pick(some, count) === pick(others, count)) count += 1
  return count
}

function diffMiddle(from: readonly string[], to: readonly string[]): DiffPiece[] {
  const width = to.length + 1
  if ((from.length + 1) * width > CELLS_MAX) {
    return [...toPieces('removed', from), ...toPieces('added', to)]
  }
  const common = tabulate(from, to)
  const lengthAt = (at: number, by: number) => common[at * width + by] ?? 0
  const pieces: DiffPiece[] = []
  let [at, by] = [0, 0]
  while (at < from.length || by < to.length) {
    const [old, young] = [from[at], to[by]]
    if (old !== undefined && old === young) {
      pieces.push({ kind: 'kept', text: old })
      at += 1
      by += 1
    } else if (
      old !== undefined &&
      (young === undefined || lengthAt(at + 1, by) >= lengthAt(at, by + 1))
    ) {
      pieces.push({ kind: 'removed', text: old })
      at += 1
    } else {
      pieces.push({ kind: 'added', text: young ?? '' })
      by += 1
    }
  }
  return pieces
}

/** Length of the longest common subsequence of what is left from each pair of places on. */
function tabulate(from: readonly string[], to: readonly string[]): Uint16Array {
  const width = to.length + 1
  const common = new Uint16Array((from.length + 1) * width)
  for (let at = from.length - 1; at >= 0; at -= 1) {
    for (let by = to.length - 1; by >= 0; by -= 1) {
      const cell = at * width + by
      common[cell] =
        from[at] === to[by]
          ? (common[cell + width + 1] ?? 0) + 1
          : Math.max(common[cell + width] ?? 0, common[cell + 1] ?? 0)
    }
  }
  return common
}

/** Neighbours of one kind as one piece, what was removed before what was added. */
function join(pieces: readonly DiffPiece[]): DiffPiece[] {
  const joined: DiffPiece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (last?.kind === piece.kind) {
      joined[joined.length - 1] = { kind: piece.kind, text: last.text + piece.text }
    } else joined.push(piece)
  }
  return joined
}
