/** One place of a word as it is shown: what stands before and after it, cut off or whole, and the words themselves. */
export interface Excerpt {
  readonly pieces: readonly { readonly text: string; readonly isWord: boolean }[]
  readonly isCutBefore: boolean
  readonly isCutAfter: boolean
}

/** Characters the check shows on each side of what it found. */
const AROUND = 24

/** Each place once: of two that overlap only the longer says something. The word in it is marked. */
export function listExcerpts(excerpts: readonly string[], word: string): Excerpt[] {
  const longest = [...new Set(excerpts)].filter(
    (one, _, all) => !all.some((other) => other !== one && other.includes(one)),
  )
  return longest.map((text) => toExcerpt(text, word))
}

function toExcerpt(text: string, word: string): Excerpt {
  const parts = word === '' ? [text] : text.split(word)
  const pieces = parts
    .flatMap((part, at) => [
      ...(at === 0 ? [] : [{ text: word, isWord: true }]),
      { text: part, isWord: false },
    ])
    .filter((piece) => piece.text !== '')
  let start = 0
  const starts = parts.slice(0, -1).map((part) => {
    const at = start + part.length
    start = at + word.length
    return at
  })
  return {
    pieces,
    isCutBefore: starts.includes(AROUND),
    isCutAfter: starts.some((at) => text.length - at - word.length === AROUND),
  }
}
