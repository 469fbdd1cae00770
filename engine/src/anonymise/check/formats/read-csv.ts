import { decodeText } from '../../../charset/decode-text.ts'
import type { DocumentToRead } from './document-to-read.ts'
import { lineOf } from './read-plain-text.ts'

/** CSV (RFC 4180): every cell without its quotes, and the text itself. */
export function readCsv({ bytes, place, reading }: DocumentToRead): void {
  reading.addWhole(bytes, lineOf(bytes, place))
  let [row, column] = [1, 1]
  for (const { text, endsRow, isCut } of listCells(decodeText(bytes).text)) {
    const cell = [{ kind: 'row', name: row } as const, { kind: 'column', name: column } as const]
    reading.addText([...place, ...cell], text)
    if (isCut) reading.refuse([...place, ...cell], 'damaged')
    column = endsRow ? 1 : column + 1
    if (endsRow) row += 1
  }
}

interface Cell {
  readonly text: string
  readonly endsRow: boolean
  /** A quote that is never closed has swallowed the rest of the file. */
  readonly isCut: boolean
}

function* listCells(text: string): Generator<Cell> {
  for (let at = 0; at < text.length; ) {
    const isQuoted = text[at] === '"'
    const { value, end, isCut } = isQuoted
      ? readQuoted(text, at)
      : { value: '', end: at, isCut: false }
    let stop = end
    while (stop < text.length && !ENDS.has(text.charAt(stop))) stop += 1
    const isComma = text[stop] === ',' || text[stop] === ';' || text[stop] === '\t'
    yield { text: `${value}${text.slice(end, stop)}`, endsRow: !isComma, isCut }
    at = stop + (text.startsWith('\r\n', stop) ? 2 : 1)
  }
}

const ENDS: ReadonlySet<string> = new Set([',', ';', '\t', '\r', '\n'])

interface Quoted {
  readonly value: string
  readonly end: number
  readonly isCut: boolean
}

/** Quotes are doubled inside quotes; one that is never closed runs to the end. */
function readQuoted(text: string, start: number): Quoted {
  const pieces: string[] = []
  let at = start + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0)
      return { value: [...pieces, text.slice(at)].join(''), end: text.length, isCut: true }
    pieces.push(text.slice(at, quote))
    if (text[quote + 1] !== '"') return { value: pieces.join(''), end: quote + 1, isCut: false }
    pieces.push('"')
    at = quote + 2
  }
}
