import { limits } from '../../limits.ts'
import { parsePeLayout } from '../pe/pe-layout.ts'
import { readU32 } from '../numbers.ts'

/** A program found where no file of its own is. */
export interface HiddenProgram {
  readonly content: Uint8Array
  /** Where it stands in the file, encoded or not. */
  readonly start: number
  readonly end: number
  readonly encoding: 'plain' | 'base64' | 'base64-reversed' | 'hex'
}

const CODE_BYTES_MIN = 512
const CANDIDATES_MAX = 1_000

/** Programs inside a file: as they are behind its first bytes, or written in Base64 or hexadecimal. */
export function findPrograms(bytes: Uint8Array): readonly HiddenProgram[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const window = file.subarray(0, limits.hiddenSearchBytesMax)
  return [...findPlain(window), ...findEncoded(window)].slice(0, limits.hiddenProgramsMax)
}

/** A second `MZ` whose header leads to `PE\0\0`; the first is the file itself. */
function findPlain(file: Buffer): HiddenProgram[] {
  const found: HiddenProgram[] = []
  let candidates = 0
  for (let at = file.indexOf('PE\0\0', 0, 'latin1'); at >= 0; ) {
    // Each is looked at from a thousand bytes back; 16 MB of signatures would take a minute.
    if (++candidates > CANDIDATES_MAX) break
    const start = findDosHeader(file, at)
    if (start > 0 && isProgram(file.subarray(start))) {
      const content = file.subarray(start)
      found.push({ content, start, end: file.length, encoding: 'plain' })
      if (found.length >= limits.hiddenProgramsMax) break
    }
    at = file.indexOf('PE\0\0', at + 4, 'latin1')
  }
  return found
}

/**
 * The header in front of a PE signature: the offset at 0x3c leads from its start to here. The letters
 * `MZ` are not asked for, since attackers overwrite them to get past scanners (2020Q1 §5).
 */
function findDosHeader(file: Buffer, signatureAt: number): number {
  const near = Math.max(0, signatureAt - 1024)
  for (let start = signatureAt - 64; start >= near; start--)
    if (readU32(file, start + 0x3c) === signatureAt - start && start >= 0) return start
  return -1
}

function isProgram(bytes: Uint8Array): boolean {
  const layout = parsePeLayout(bytes)
  if (layout === undefined || bytes.length < CODE_BYTES_MIN) return false
  const isKnown = [0x14c, 0x8664, 0x1c4, 0xaa64].includes(layout.machine)
  return isKnown && layout.sections.length > 0 && layout.sections.length <= 40
}

/** By byte: whether it is a digit of Base64. */
const IS_BASE64 = Uint8Array.from({ length: 256 }, (_, byte) =>
  /[A-Za-z0-9+/]/.test(String.fromCharCode(byte)) ? 1 : 0,
)
/** The three Base64 spellings of a program's first bytes are not needed: writers start at its first byte. */
const PREFIXES: readonly (readonly [string, HiddenProgram['encoding']])[] = [
  ['TVqQAAMAAAAEAAAA', 'base64'],
  ['TVpQAAIAAAAEAA8A', 'base64'],
  ['TVqAAAEAAAAEABAA', 'base64'],
  ['TVoAAAAAAAAAAAAA', 'base64'],
  ['TVpAAAEAAAACAAAA', 'base64'],
  ['TVpFUugAAAAA', 'base64'],
  ['TVqQAAMAAAAE', 'base64'],
  ['4D5A9000', 'hex'],
  ['4d5a9000', 'hex'],
  ['4D5A5000', 'hex'],
  ['4d5a5000', 'hex'],
  ['AAAAEAAAAMAAQqVT', 'base64-reversed'],
]
/** "This program cannot be run in DOS mode" in the three alignments of Base64; survives a changed header. */
const DOS_TEXT = ['VGhpcyBwcm9ncmFt', 'RoaXMgcHJvZ3JhbS', 'UaGlzIHByb2dyYW']

function findEncoded(file: Buffer): HiddenProgram[] {
  const found: HiddenProgram[] = []
  const covered = (at: number) => found.some(({ start, end }) => at >= start && at < end)
  // A run of a megabyte that holds the letters a thousand times is decoded once for each encoding.
  const tried: Run[] = []
  const take = (at: number, encoding: HiddenProgram['encoding']) => {
    if (covered(at) || found.length >= limits.hiddenProgramsMax) return
    if (tried.some((run) => run.encoding === encoding && at >= run.start && at < run.end)) return
    const run = { start: walk(file, at, -1), end: walk(file, at, 1), encoding }
    tried.push(run)
    const program = decodeRun(file, run)
    if (program !== undefined) found.push(program)
  }
  for (const [prefix, encoding] of PREFIXES)
    for (const at of listPlaces(file, prefix)) take(at, encoding)
  for (const text of DOS_TEXT) for (const at of listPlaces(file, text)) take(at, 'base64')
  return found
}

function listPlaces(file: Buffer, text: string): number[] {
  const places: number[] = []
  for (let at = file.indexOf(text, 0, 'latin1'); at >= 0; ) {
    places.push(at)
    if (places.length >= limits.hiddenProgramsMax) break
    at = file.indexOf(text, at + text.length, 'latin1')
  }
  return places
}

type Run = Pick<HiddenProgram, 'start' | 'end' | 'encoding'>

/** The whole encoded run around a place, line breaks and quotes between its pieces included. */
function decodeRun(file: Buffer, { start, end, encoding }: Run): HiddenProgram | undefined {
  const raw = file.toString('latin1', start, end).replace(/[^A-Za-z0-9+/]/g, '')
  const content = decode(raw, encoding)
  return content !== undefined && isProgram(content) ? { content, start, end, encoding } : undefined
}

function decode(run: string, encoding: HiddenProgram['encoding']): Uint8Array | undefined {
  if (encoding === 'hex') {
    const from = run.search(/4d5a/i)
    return from < 0 ? undefined : Buffer.from(run.slice(from), 'hex')
  }
  if (encoding === 'base64-reversed')
    return Buffer.from(Array.from(run).reverse().join(''), 'base64')
  return Buffer.from(run, 'base64')
}

/** Bytes between two pieces of one run: line breaks, quotes, joining signs. */
const GAP_MAX = 12

function walk(file: Buffer, at: number, step: 1 | -1): number {
  let edge = at
  let gap = 0
  for (let next = at; next >= 0 && next < file.length && gap <= GAP_MAX; next += step) {
    if (IS_BASE64[file[next] ?? 0] === 1) {
      edge = next
      gap = 0
    } else if (isJoint(file[next] ?? 0)) gap++
    else break
  }
  return step === 1 ? edge + 1 : edge
}

/** White space, quotes, `+`, `&`, `_`, `,`, `\`. */
function isJoint(byte: number): boolean {
  return byte <= 32 || [34, 39, 38, 44, 92, 95].includes(byte)
}
