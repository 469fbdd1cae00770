/** A line of a text, or of what a page shows, and where it stands in its source. */
export interface QuoteLine {
  readonly text: string
  readonly start: number
  /** Where the next one begins. */
  readonly end: number
}

/** Characters of a line that are read: a field or an introduction is shorter, a paragraph is neither. */
export const LINE_CHARS_MAX = 300

export function toTextLines(text: string): readonly QuoteLine[] {
  const lines: QuoteLine[] = []
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found + 1
    lines.push({ text: text.slice(start, Math.min(end, start + LINE_CHARS_MAX)), start, end })
    start = end
  }
  return lines
}

/** The next lines with letters, the one at `at` first; some programs write an empty line after each. */
export function listNext(
  lines: readonly QuoteLine[],
  at: number,
  count: number,
): readonly QuoteLine[] {
  return lines
    .slice(at, at + 2 * count)
    .filter(({ text }) => text.trim() !== '')
    .slice(0, count)
}
