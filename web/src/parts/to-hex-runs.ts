import type { Mark } from './hostile/to-spans.ts'

/** Neighbouring bytes of one line that belong to the same finding, or to none. */
export interface Run {
  readonly hex: string
  readonly text: string
  readonly number: number | undefined
}

/** Cuts one line of bytes where marks begin and end. Where marks overlap, the first has the byte. */
export function toRuns(row: Uint8Array, offset: number, marks: readonly Mark[]): Run[] {
  const near = marks.filter(({ start, end }) => start < offset + row.length && end > offset)
  const runs: { hex: string; text: string; number: number | undefined }[] = []
  row.forEach((byte, at) => {
    const number = near.find(({ start, end }) => offset + at >= start && offset + at < end)?.number
    const last = runs.at(-1)
    const hex = byte.toString(16).padStart(2, '0')
    if (last !== undefined && last.number === number) {
      last.hex += ` ${hex}`
      last.text += toPrintable(byte)
    } else {
      if (last !== undefined) last.hex += ' '
      runs.push({ hex, text: toPrintable(byte), number })
    }
  })
  return runs
}

/** Only printable ASCII is drawn; anything else could be a control or half a letter. */
function toPrintable(byte: number): string {
  return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·'
}
