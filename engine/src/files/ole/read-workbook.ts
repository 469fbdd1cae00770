import type { FileFact, FileLink, FileSign } from '../file-reading.ts'
import { placeOfTarget } from '../office/remote-target.ts'
import { findMonikerUrl } from './find-moniker-url.ts'
import { CONTINUE, listBiffRecords } from './list-biff-records.ts'
import { readSharedStrings } from './read-shared-strings.ts'
import { readXlmTokens } from './read-xlm-tokens.ts'
import { limits } from '../../limits.ts'
import { readXlmFormulas } from '../office/xlm-functions.ts'

export interface WorkbookReading {
  readonly text: string
  readonly signs: readonly FileSign[]
  readonly links: readonly FileLink[]
  readonly facts: readonly FileFact[]
  readonly isEncrypted: boolean
}

/** Records that matter (MS-XLS §2.3). */
const [FORMULA, NAME, FILE_PASS, SHEET, SHARED_STRINGS, SUPPORTING, HYPERLINK, BEGIN] = [
  0x06, 0x18, 0x2f, 0x85, 0xfc, 0x1ae, 0x1b8, 0x809,
]
const MACRO_SHEET = 0x40
const FORMULAS_MAX = 20_000
const STATES = ['visible', 'hidden', 'very hidden', 'hidden']

/** Reads a binary workbook: macro sheets of Excel 4.0, who starts them, links, shared strings. */
export function readWorkbook(stream: Buffer): WorkbookReading {
  const signs: FileSign[] = []
  const links: FileLink[] = []
  const facts: FileFact[] = []
  const strings: Buffer[] = []
  const formulas: string[] = []
  let isEncrypted = false
  let isMacroSheet = false
  let before = 0
  for (const { type, data } of listBiffRecords(stream)) {
    if (type === FILE_PASS) isEncrypted = true
    if (isEncrypted && type !== SHEET && type !== BEGIN) continue
    if (type === BEGIN && data.length >= 4) isMacroSheet = data.readUInt16LE(2) === MACRO_SHEET
    else if (type === SHEET) readSheet(data, signs, facts)
    else if (type === NAME && !isEncrypted) signs.push(...readName(data))
    else if (type === FORMULA && isMacroSheet && formulas.length < FORMULAS_MAX) {
      if (data.length > 22)
        formulas.push(readXlmTokens(data.subarray(22, 22 + data.readUInt16LE(20))))
    } else if (type === SHARED_STRINGS) strings.push(data)
    else if (type === CONTINUE && before === SHARED_STRINGS && strings.length > 0)
      strings.push(data)
    else if (type === SUPPORTING) signs.push(...readSupporting(data))
    else if (type === HYPERLINK && links.length < limits.fileLinksMax)
      links.push(...readHyperlink(data))
    if (type !== CONTINUE) before = type
    if (signs.length > limits.fileSignsMax) signs.length = limits.fileSignsMax
  }
  return {
    text: readSharedStrings(strings),
    signs: [...signs, ...readXlmFormulas(formulas)],
    links,
    facts,
    isEncrypted,
  }
}

/** A sheet's kind, name and whether it is shown (BoundSheet8, §2.4.28). */
function readSheet(data: Buffer, signs: FileSign[], facts: FileFact[]): void {
  if (data.length < 8) return
  const state = STATES[(data[4] ?? 0) & 3] ?? 'visible'
  const name = readShortString(data, 6)
  if (state !== 'visible') facts.push({ name: 'hidden-sheet', value: `${name} (${state})` })
  if (data[5] === 1) signs.push({ kind: 'xlm-macro', excerpt: `sheet ${name} (${state})` })
}

/** A defined name; the built-in ones 1 and 2 run when the book is opened and closed (§2.4.150). */
function readName(data: Buffer): FileSign[] {
  if (data.length < 16) return []
  const isBuiltIn = (data.readUInt16LE(0) & 0x20) !== 0
  const isWide = ((data[14] ?? 0) & 1) !== 0
  const length = data[3] ?? 0
  const raw = data.subarray(15, 15 + length * (isWide ? 2 : 1))
  const name = raw.toString(isWide ? 'utf16le' : 'latin1')
  const code = isBuiltIn ? name.charCodeAt(0) : -1
  if (code === 1 || /^auto_?open/i.test(name))
    return [{ kind: 'xlm-macro', excerpt: 'Auto_Open starts by itself' }]
  return code === 2 || /^auto_?close/i.test(name)
    ? [{ kind: 'xlm-macro', excerpt: 'Auto_Close starts by itself' }]
    : []
}

/** Another document or program behind formulas: `\x03` divides a program from its topic (§2.5.277). */
function readSupporting(data: Buffer): FileSign[] {
  if (data.length < 8) return []
  const length = data.readUInt16LE(2)
  if (length === 0 || length > 0xff) return []
  const isWide = ((data[4] ?? 0) & 1) !== 0
  const path = data.toString(isWide ? 'utf16le' : 'latin1', 5, 5 + length * (isWide ? 2 : 1))
  const [service = '', topic] = path.split('\x03')
  if (topic === undefined) return []
  return [{ kind: 'dde', excerpt: `${service}|${topic}` }]
}

function readHyperlink(data: Buffer): FileLink[] {
  const url = findMonikerUrl(data)
  return url !== undefined && placeOfTarget(url) === 'web' ? [{ url, kind: 'document' }] : []
}

function readShortString(data: Buffer, at: number): string {
  const length = data[at] ?? 0
  const isWide = ((data[at + 1] ?? 0) & 1) !== 0
  return data.toString(isWide ? 'utf16le' : 'latin1', at + 2, at + 2 + length * (isWide ? 2 : 1))
}
