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

/** The field being read: its end moves with each folded line. */
interface OpenField {
  readonly start: number
  readonly colon: number
  end: number
}

/** Reads header fields (RFC 5322 §2.2) from `start` to the blank line, or to where a body begins. */
export function scanHeader(scan: HeaderScan): HeaderBlock {
  const { view } = scan
  const fieldsMax = Math.min(limits.fieldsPerPartMax, scan.fieldsLeft)
  const fields: ParsedField[] = []
  const problems = new Set<ProblemCode>()
  let open: OpenField | undefined
  let at = scan.start
  const close = () => {
    if (open === undefined) return
    if (fields.length < fieldsMax) fields.push(toField(view, open))
    else problems.add('over-many-headers')
    open = undefined
  }

  while (at < view.length) {
    const feed = view.indexOf(LF, at)
    const lineEnd = feed < 0 ? view.length : feed
    const textEnd = trimReturns(view, at, lineEnd)
    const next = feed < 0 ? view.length : feed + 1
    if (textEnd === at) {
      close()
      return { fields, bodyStart: next, problems: [...problems] }
    }
    const first = view[at]
    if (first === HYPHEN && scan.isDelimiter(at)) break
    if ((first === SPACE || first === TAB) && open !== undefined) {
      open.end = textEnd
      at = next
      continue
    }
    const colon = findColon(view, at, textEnd)
    if (colon === undefined && !isFollowedByField(view, next)) {
      problems.add('missing-blank-line')
      break
    }
    if (colon === undefined) problems.add('malformed-header-line')
    close()
    open = { start: at, colon: colon ?? at - 1, end: textEnd }
    at = next
  }
  close()
  return { fields, bodyStart: Math.min(at, view.length), problems: [...problems] }
}

function trimReturns(view: Buffer, start: number, end: number): number {
  let at = end
  while (at > start && view[at - 1] === CR) at -= 1
  return at
}

/** A line that is no field has the colon before its start, an empty name and itself as value. */
function toField(view: Buffer, { start, colon, end }: OpenField): ParsedField {
  let nameEnd = Math.max(colon, start)
  while (nameEnd > start && isBlank(view[nameEnd - 1])) nameEnd -= 1
  let valueStart = colon + 1
  while (valueStart < end && isSpace(view[valueStart])) valueStart += 1
  return new ParsedField(view, view.toString('latin1', start, nameEnd), { start, valueStart, end })
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
