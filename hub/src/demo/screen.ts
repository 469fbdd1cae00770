import type { Writable } from 'node:stream'

/** Terminal output of the demonstration: words carry everything, colour adds nothing (NO_COLOR, pipes). */
export interface Screen {
  line(text?: string): void
  /** A finished step with what it was about and how long it took. */
  step(title: string, about: string, seconds: number, isMain?: boolean): void
  bold(text: string): string
  dim(text: string): string
}

export function openScreen(out: Writable, hasColour: boolean, unit: string): Screen {
  const paint = (code: string) => (text: string) =>
    hasColour ? `\u001b[${code}m${text}\u001b[0m` : text
  const bold = paint('1')
  const dim = paint('2')
  const green = paint('32')
  const line = (text = '') => void out.write(`${text}\n`)

  return {
    line,
    bold,
    dim,
    step(title, about, seconds, isMain = false) {
      const name = pad(title, 16)
      const took = `${seconds.toFixed(1)}${unit}`.padStart(8)
      line(
        `  ${green('✓')} ${isMain ? bold(name) : name}${dim(pad(about, 46))}${isMain ? bold(took) : took}`,
      )
    },
  }
}

/** Columns a text takes on a terminal: full-width characters take two (Unicode Standard Annex 11). */
function width(text: string): number {
  let columns = 0
  for (const char of text) columns += isWide(char.codePointAt(0) ?? 0) ? 2 : 1
  return columns
}

function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x20000 && code <= 0x3fffd)
  )
}

function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - width(text)))
}
