import type { Box } from './lay-out-structure.ts'

/** Font size in user units; Japanese letters are as wide as they are high, Latin ones about 0.56 of it. */
const SIZE = 13
const LINE = 17
const LATIN_WIDTH = 0.56

/** Text centred in a box, each entry broken into as many lines as its width needs. */
export function drawText(box: Box, entries: readonly string[], className: string): string {
  const lines = entries.flatMap((entry, index) =>
    breakLine(entry, box.width - 12).map((text) => ({ text, bold: index === 0 })),
  )
  const firstY = box.y + box.height / 2 - ((lines.length - 1) * LINE) / 2 + SIZE * 0.36
  return lines
    .map(({ text, bold }, index) => {
      const weight = bold ? ' font-weight="600"' : ''
      const style = className === '' ? '' : ` class="${className}"`
      return `<text${style} x="${box.x + box.width / 2}" y="${(firstY + index * LINE).toFixed(1)}" font-size="${SIZE}" text-anchor="middle"${weight}>${escapeXml(text)}</text>`
    })
    .join('')
}

/** Breaks after a space or between two Japanese letters where the line is full; at most two lines, then an ellipsis. */
export function breakLine(text: string, width: number): string[] {
  const lines: string[] = []
  let rest = text
  while (rest !== '' && lines.length < 2) {
    const end = lineEnd(rest, width)
    lines.push(rest.slice(0, end).trim())
    rest = rest.slice(end).trim()
  }
  if (rest !== '') lines.push(`${(lines.pop() ?? '').slice(0, -1)}…`)
  return lines
}

function lineEnd(text: string, width: number): number {
  let used = 0
  let lastBreak = 0
  let end = 0
  for (const letter of text) {
    used += isLatin(letter) ? SIZE * LATIN_WIDTH : SIZE
    if (used > width) return lastBreak > 0 ? lastBreak : Math.max(end, letter.length)
    end += letter.length
    if (letter === ' ' || !isLatin(letter)) lastBreak = end
  }
  return end
}

function isLatin(letter: string): boolean {
  return (letter.codePointAt(0) ?? 0) < 0x2000
}

/** Group names are typed by people; nothing in them may become markup. Control characters are not XML. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
}
