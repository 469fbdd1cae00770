import { limits } from '../../limits.ts'
import type { ProblemCode } from '../problem.ts'
import { ParsedField } from './parsed-field.ts'

const LF = 0x0a
const CR = 0x0d
const SPACE = 0x20
const TAB = 0x09
const COLON = 0x3a
const HYPHEN = 0x2d

export interface HeaderBlock {
  readonly fields: readonly ParsedField[]
  /** First byte behind the blank line. */
  readonly bodyStart: number
  readonly problems: readonly ProblemCode[]
}

export interface HeaderScan {
  readonly view: Buffer
  readonly start: number
  /** Fields that may still be made for this mail. */
  readonly fieldsLeft: number
  /** Whether the line at this place ends the part, so that a part without a blank line stops there. */
  isDelimiter(lineStart: number): boolean
}

/** A field as found; its end moves with each folded line. */
interface FoundField {
  readonly start: number
  readonly colon: number
  end: number
}

/** Reads header fields (RFC 5322 §2.2) from `start` to the blank line, or to where a body begins. */
export function scanHeader(scan: HeaderScan): HeaderBlock {
  const { view } = scan
  const fieldsMax = Math.min(limits.fieldsPerPartMax, scan.fieldsLeft)
  const found: FoundField[] = []
  const problems: ProblemCode[] = []
  // Past the limit lines are only skipped, to find where the body begins.
  let open: FoundField | undefined
  let at = scan.start
  while (at < view.length) {
    const lineEnd = findLineEnd(view, at)
    const textEnd = trimReturns(view, at, lineEnd)
    const next = Math.min(lineEnd + 1, view.length)
    if (textEnd === at) return toBlock(view, found, next, problems)
    const first = view[at]
    if (first === HYPHEN && scan.isDelimiter(at)) break
    if ((first === SPACE || first === TAB) && open !== undefined) {
      open.end = textEnd
      at = next
      continue
    }
    const colon = findColon(view, at, textEnd)
    if (colon === undefined && !isFollowedByField(view, next)) {
      addOnce(problems, 'missing-blank-line')
      break
    }
    if (colon === undefined) addOnce(problems, 'malformed-header-line')
    open = { start: at, colon: colon ?? at - 1, end: textEnd }
    if (found.length < fieldsMax) found.push(open)
    else addOnce(problems, 'over-many-headers')
    at = next
  }
  return toBlock(view, found, at, problems)
}

function addOnce(problems: ProblemCode[], code: ProblemCode): void {
  if (!problems.includes(code)) problems.push(code)
}

/** Place of the line feed that ends this line, or the end of the mail. */
function findLineEnd(view: Buffer, start: number): number {
  const feed = view.indexOf(LF, start)
  return feed < 0 ? view.length : feed
}

function trimReturns(view: Buffer, start: number, end: number): number {
  let at = end
  while (at > start && view[at - 1] === CR) at -= 1
  return at
}

/** Names are cut out of one string: decoding 60 of them one by one costs more than the scan. */
function toBlock(
  view: Buffer,
  found: readonly FoundField[],
  bodyStart: number,
  problems: readonly ProblemCode[],
): HeaderBlock {
  const start = found[0]?.start ?? 0
  const last = found.at(-1)
  const names = view.toString('latin1', start, last === undefined ? start : last.colon + 1)
  const fields = found.map((field) => {
    const nameStart = field.start - start
    const name = names.slice(nameStart, Math.max(field.colon - start, nameStart)).trimEnd()
    return new ParsedField(view, name, { ...field, valueStart: findValueStart(view, field) })
  })
  return { fields, bodyStart, problems }
}

function findValueStart(view: Buffer, { colon, end }: FoundField): number {
  let at = colon + 1
  while (at < end && isSpace(view[at])) at += 1
  return at
}

function isBlank(byte: number | undefined): boolean {
  return byte === SPACE || byte === TAB
}

function isSpace(byte: number | undefined): boolean {
  return byte === SPACE || byte === TAB || byte === CR || byte === LF
}

/** Place of the colon when the line is `Name:` with printable ASCII (RFC 5322 §3.6.8), blanks allowed. */
export function findColon(view: Buffer, start: number, end: number): number | undefined {
  const nameEnd = Math.min(end, start + limits.fieldNameCharsMax)
  for (let at = start; at < nameEnd; at++) {
    const byte = view[at] ?? 0
    if (byte === COLON) return at > start ? at : undefined
    if (isBlank(byte)) return findColonBehindBlanks(view, at, end)
    if (byte < 0x21 || byte > 0x7e) return undefined
  }
  return undefined
}

function findColonBehindBlanks(view: Buffer, start: number, end: number): number | undefined {
  let at = start
  while (at < end && isBlank(view[at])) at += 1
  return view[at] === COLON && at < end ? at : undefined
}

/** Names that make a stray line more likely rubbish inside a header than the start of a body. */
const FAMILIAR =
  /^(?:[A-Za-z0-9]+-[A-Za-z0-9-]+|From|To|Cc|Bcc|Subject|Date|Sender|Received|Importance|Precedence)[ \t]*:/i

function isFollowedByField(view: Buffer, start: number): boolean {
  return FAMILIAR.test(view.toString('latin1', start, Math.min(view.length, start + 80)))
}
