import { FieldCollector } from '../office/collect-fields.ts'
import { limits } from '../../limits.ts'

const TABLE_BIT = 0x0200
const ENCRYPTED_BIT = 0x0100
/** Offset of the place of the piece table in the file information block (MS-DOC §2.5.6). */
const PIECES_AT = 0x01a2
const PIECE_MARK = 2
const PROPERTIES_MARK = 1
const PIECES_MAX = 20_000
const [BEGIN, SEPARATE, END] = ['\x13', '\x14', '\x15']

export interface WordText {
  readonly text: string
  readonly instructions: readonly string[]
  readonly isEncrypted: boolean
}

/** Text of a binary Word document with the instructions of its fields (MS-DOC §2.4.1). */
export function readWordText(
  document: Buffer,
  findTable: (name: '0Table' | '1Table') => Buffer,
): WordText {
  if (document.length < PIECES_AT + 8) return { text: '', instructions: [], isEncrypted: false }
  const flags = document.readUInt16LE(0x0a)
  if ((flags & ENCRYPTED_BIT) !== 0) return { text: '', instructions: [], isEncrypted: true }
  const table = findTable((flags & TABLE_BIT) === 0 ? '0Table' : '1Table')
  const at = document.readUInt32LE(PIECES_AT)
  const pieces = table.subarray(at, at + document.readUInt32LE(PIECES_AT + 4))
  return { ...splitFields(readPieces(document, pieces)), isEncrypted: false }
}

/** Pieces of text, each in one byte a character or in two (MS-DOC §2.8.35). */
function readPieces(document: Buffer, clx: Buffer): string {
  let at = 0
  while (clx[at] === PROPERTIES_MARK && at + 3 <= clx.length) at += 3 + clx.readUInt16LE(at + 1)
  if (clx[at] !== PIECE_MARK || at + 5 > clx.length) return ''
  const plc = clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1))
  const count = Math.min(Math.floor((plc.length - 4) / 12), PIECES_MAX)
  const texts: string[] = []
  let chars = 0
  for (let index = 0; index < count && chars < TEXT_CHARS_MAX; index++) {
    const length = plc.readUInt32LE(index * 4 + 4) - plc.readUInt32LE(index * 4)
    if (length <= 0) continue
    const place = plc.readUInt32LE((count + 1) * 4 + index * 8 + 2)
    const text = readPiece(document, place, Math.min(length, TEXT_CHARS_MAX - chars))
    texts.push(text)
    chars += text.length
  }
  return texts.join('')
}

/** Field instructions count as text here, and are taken out later. */
const TEXT_CHARS_MAX = limits.fileTextCharsMax * 2

function readPiece(document: Buffer, place: number, length: number): string {
  const offset = place & 0x3fffffff
  if ((place & 0x40000000) === 0) return document.toString('utf16le', offset, offset + length * 2)
  const start = offset / 2
  return document.toString('latin1', start, start + length)
}

function splitFields(raw: string): Pick<WordText, 'text' | 'instructions'> {
  const fields = new FieldCollector()
  const shown: string[] = []
  for (const piece of raw.split(/([\x13-\x15])/)) {
    if (piece === BEGIN) fields.begin()
    else if (piece === SEPARATE) fields.separate()
    else if (piece === END) fields.end()
    else if (fields.isInInstruction) fields.add(piece)
    else shown.push(piece)
  }
  const text = shown
    .join('')
    .replace(/[\r\x07\x0b\x0c]/g, '\n')
    .replace(/[\0-\x08\x0e-\x1f]/g, '')
  return { text, instructions: fields.instructions }
}
