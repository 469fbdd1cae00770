import { type PdfValue, toItems, toNumber } from './pdf-value.ts'
import { ValueReader } from './value-reader.ts'

/** From character codes to text (ISO 32000-2 §9.10.3). */
export interface CMap {
  /** Bytes of one code: fonts with thousands of characters use two. */
  readonly codeBytes: number
  readonly texts: ReadonlyMap<number, string>
}

/** What may still be read of all maps of a document; ranges of nine bytes name 65,536 codes, again and again. */
export interface CodeBudget {
  codesLeft: number
}

/** A ToUnicode map. */
export function parseCMap(bytes: Buffer, budget: CodeBudget): CMap {
  const reader = new ValueReader(bytes)
  const texts = new Map<number, string>()
  let codeBytes = 1
  while (!reader.isAtEnd) {
    const value = reader.read()
    const word = typeof value === 'object' && value.is === 'keyword' ? value.word : ''
    if (word === 'begincodespacerange') codeBytes = Math.max(1, toCode(reader.read()).length)
    if (word === 'beginbfchar') readChars(reader, texts, budget)
    if (word === 'beginbfrange') readRanges(reader, texts, budget)
  }
  return { codeBytes: Math.min(codeBytes, 4), texts }
}

function toCode(value: PdfValue): Buffer {
  return typeof value === 'object' && value.is === 'string' ? value.bytes : Buffer.alloc(0)
}

function toCodeNumber(value: PdfValue): number {
  return toCode(value).reduce((sum, byte) => sum * 256 + byte, 0)
}

function isKeyword(value: PdfValue): boolean {
  return typeof value === 'object' && value.is === 'keyword'
}

const UTF16 = new TextDecoder('utf-16be')

function readChars(reader: ValueReader, texts: Map<number, string>, budget: CodeBudget): void {
  while (!reader.isAtEnd && budget.codesLeft-- > 0) {
    const code = reader.read()
    if (isKeyword(code)) return
    texts.set(toCodeNumber(code), UTF16.decode(toCode(reader.read())))
  }
}

function readRanges(reader: ValueReader, texts: Map<number, string>, budget: CodeBudget): void {
  while (!reader.isAtEnd && budget.codesLeft-- > 0) {
    const first = reader.read()
    if (isKeyword(first)) return
    const start = toCodeNumber(first)
    const end = Math.min(toCodeNumber(reader.read()), start + 0xffff)
    const target = reader.read()
    const list = toItems(target)
    const base = toCode(target)
    for (let code = start; code <= end && budget.codesLeft-- > 0; code++) {
      const bytes = list.length > 0 ? toCode(list[code - start]) : addTo(base, code - start)
      texts.set(code, UTF16.decode(bytes))
    }
  }
}

/** Counts on in the last unit of UTF-16. */
function addTo(base: Buffer, count: number): Buffer {
  if (base.length < 2) return Buffer.from([0, toNumber(base[0]) + count])
  const bytes = Buffer.from(base)
  bytes.writeUInt16BE((bytes.readUInt16BE(bytes.length - 2) + count) & 0xffff, bytes.length - 2)
  return bytes
}
