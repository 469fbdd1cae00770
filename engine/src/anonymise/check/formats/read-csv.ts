import { decodeText } from '../../../charset/decode-text.ts'
import type { DocumentToRead } from './document-to-read.ts'
import { lineOf } from './read-plain-text.ts'

/** CSV (RFC 4180): every cell without its quotes, and the text itself. */
export function readCsv({ bytes, place, reading }: DocumentToRead): void {
  reading.addWhole(bytes, lineOf(bytes, place))
  let [row, column] = [1, 1]
  const all = decodeText(bytes).text
  for (const { text, endsRow, isCut } of listCells(all, listSeparators(all))) {
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

/** A semicolon sets cells apart where programs write one into the first row, which is no attacker's; else it is a sign of a cell. */
function listSeparators(text: string): ReadonlySet<string> {
  const [first = ''] = text.split(/[\r\n]/u, 1)
  const isPlain = /[,\t]/u.test(first) && !first.includes(';')
  return new Set(isPlain ? [',', '\t'] : [',', '\t', ';'])
}

function* listCells(text: string, separators: ReadonlySet<string>): Generator<Cell> {
  for (let at = 0; at < text.length; ) {
    const isQuoted = text[at] === '"'
    const { value, end, isCut } = isQuoted
      ? readQuoted(text, at)
      : { value: '', end: at, isCut: false }
    let stop = end
    while (stop < text.length && !isEnd(text.charAt(stop), separators)) stop += 1
    const isCell = separators.has(text.charAt(stop))
    yield { text: `${value}${text.slice(end, stop)}`, endsRow: !isCell, isCut }
    at = stop + (text.startsWith('\r\n', stop) ? 2 : 1)
  }
}

const isEnd = (sign: string, separators: ReadonlySet<string>): boolean =>
  sign === '\r' || sign === '\n' || separators.has(sign)

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
