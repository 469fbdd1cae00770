import type { Bilingual } from '../../bilingual.ts'

/** A piece of the original or the shared text, with what was done to it. The workbench shows both sides from these. */
export interface Segment {
  readonly text: string
  readonly kind: 'kept' | 'alias' | 'generalised' | 'removed' | 'attacker'
  /** For an alias: the letter of its organisation. */
  readonly alias?: string
  readonly reason?: string
}

/** A decision about a stretch of the original. */
export interface Mark {
  readonly start: number
  readonly end: number
  readonly kind: Exclude<Segment['kind'], 'kept'>
  readonly alias?: string
  readonly reason: Bilingual
  /** What stands there instead; empty when nothing does. */
  readonly shared: Bilingual
}

export interface Segments {
  readonly original: readonly Segment[]
  readonly shared: readonly Segment[]
}

/**
 * Paints the marks over the text, later ones over earlier ones, and reads both sides off it.
 * A mark that is cut in two by a later one still shows its replacement once.
 */
export function toSegments(
  text: string,
  marks: readonly Mark[],
  language: keyof Bilingual,
): Segments {
  const paint = new Int32Array(text.length).fill(-1)
  for (const [index, mark] of marks.entries()) paint.fill(index, mark.start, mark.end)
  const original: Segment[] = []
  const shared: Segment[] = []
  const shown = new Set<number>()
  let start = 0
  while (start < text.length) {
    const index = paint[start] ?? -1
    let end = start + 1
    while (end < text.length && paint[end] === index) end += 1
    const mark = marks[index]
    const written = text.slice(start, end)
    if (mark === undefined) {
      original.push({ text: written, kind: 'kept' })
      shared.push({ text: written, kind: 'kept' })
    } else {
      original.push(toSegment(written, mark, language))
      const replacement = mark.shared[language]
      // Two marks side by side that say the same (a company's form and its name) say it once.
      const isRepeated = shared.at(-1)?.text === replacement
      if (replacement !== '' && !shown.has(index) && !isRepeated) {
        shared.push(toSegment(replacement, mark, language))
      }
      shown.add(index)
    }
    start = end
  }
  return { original, shared: parted(shared, language) }
}

function toSegment(text: string, mark: Mark, language: keyof Bilingual): Segment {
  const { kind, alias, reason } = mark
  return { text, kind, ...(alias === undefined ? {} : { alias }), reason: reason[language] }
}

/** In English a space between two replacements that would otherwise run into one another or into a word. */
function parted(segments: readonly Segment[], language: keyof Bilingual): readonly Segment[] {
  if (language === 'ja') return segments
  return segments.flatMap((segment, index) => {
    const before = segments[index - 1]
    const touches = before !== undefined && /\w$/u.test(before.text) && /^\w/u.test(segment.text)
    return touches ? [{ text: ' ', kind: 'kept' as const }, segment] : [segment]
  })
}
