/** Blocks that every terminal draws two columns wide (Unicode Standard Annex 11, W and F). */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u

/** Columns a text takes in a terminal. Combining marks take none. */
export function columnsOf(text: string): number {
  let columns = 0
  for (const sign of text) columns += /\p{M}/u.test(sign) ? 0 : WIDE.test(sign) ? 2 : 1
  return columns
}

/** The text with spaces behind it up to this many columns. */
export function padColumns(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)))
}

/** The beginning of a text that fits, with dots when something is left out. */
export function cutColumns(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text
  let kept = ''
  for (const sign of text) {
    if (columnsOf(kept + sign) > columns - 3) break
    kept += sign
  }
  return `${kept}...`
}

/** Breaks a text into lines of at most this many columns, at spaces where there are any. */
export function wrapColumns(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(/[\x21-\x7e]+|\s+|[^\x00-\x7f]/g) ?? []) {
    for (const part of columnsOf(piece) > columns ? Array.from(piece) : [piece]) {
      // Closing signs stay with the word before them.
      if (columnsOf(line + part) > columns && !/^[。、）」]/.test(part)) {
        lines.push(line.trimEnd())
        line = part.trimStart()
      } else line += part
    }
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()]
}
