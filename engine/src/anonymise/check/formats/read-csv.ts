import { decodeText } from '../../../charset/decode-text.ts'
import type { DocumentToRead } from './document-to-read.ts'
import { lineOf } from './read-plain-text.ts'

/** CSV (RFC 4180): every cell without its quotes, and the text itself. */
export function readCsv({ bytes, place, reading }: DocumentToRead): void {
  reading.addWhole(bytes, lineOf(bytes, place))
  let [row, column] = [1, 1]
  for (const { text, endsRow } of listCells(decodeText(bytes).text)) {
    const cell = [{ kind: 'row', name: row } as const, { kind: 'column', name: column } as const]
    reading.addText([...place, ...cell], text)
    column = endsRow ? 1 : column + 1
    if (endsRow) row += 1
  }
}

interface Cell {
  readonly text: string
  readonly endsRow: boolean
}

function* listCells(text: string): Generator<Cell> {
  for (let at = 0; at < text.length; ) {
    const { value, end } = text[at] === '"' ? readQuoted(text, at) : { value: '', end: at }
    let stop = end
    while (stop < text.length && !ENDS.has(text.charAt(stop))) stop += 1
    const isComma = text[stop] === ',' || text[stop] === ';' || text[stop] === '\t'
    yield { text: `${value}${text.slice(end, stop)}`, endsRow: !isComma }
    at = stop + (text.startsWith('\r\n', stop) ? 2 : 1)
  }
}

const ENDS: ReadonlySet<string> = new Set([',', ';', '\t', '\r', '\n'])

/** Quotes are doubled inside quotes; one that is never closed runs to the end. */
function readQuoted(text: string, start: number): { readonly value: string; readonly end: number } {
  const pieces: string[] = []
  let at = start + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return { value: [...pieces, text.slice(at)].join(''), end: text.length }
    pieces.push(text.slice(at, quote))
    if (text[quote + 1] !== '"') return { value: pieces.join(''), end: quote + 1 }
    pieces.push('"')
    at = quote + 2
  }
}
