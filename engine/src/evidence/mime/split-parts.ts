import { limits } from '../../limits.ts'
import { guessBoundary } from './guess-boundary.ts'
import { type MailSource, MimePart } from './mime-part.ts'
import type { ParsedField } from './parsed-field.ts'
import type { ProblemList } from './problem-list.ts'
import { type HeaderBlock, scanHeader } from './scan-header.ts'
import { addUuencodedFiles } from './uuencoded-parts.ts'

const LF = 0x0a
const CR = 0x0d
const SPACE = 0x20
const TAB = 0x09
const HYPHEN = 0x2d
const DELIMITER_START = Buffer.from('\n--')

/** A part whose end is not known yet, and the boundary that separates its children. */
interface OpenPart {
  readonly part: MimePart
  readonly boundary: Buffer | undefined
  closed: boolean
}

/** A boundary line: which open part it belongs to and whether it closes it. */
interface Delimiter {
  readonly lineStart: number
  readonly next: number
  readonly level: number
  readonly closes: boolean
}

interface Splitting {
  readonly view: Buffer
  readonly source: MailSource
  readonly problems: ProblemList
  /** Open parts from the root inwards; the last one is the part being read. */
  readonly open: OpenPart[]
  partsCount: number
  fieldsCount: number
  candidates: number
}

/**
 * Splits a mail into its parts (RFC 2046 §5.1) in one forward pass with an explicit stack.
 *
 * A mail of 4 KB can nest 2,000 parts; each level would cost a stack frame if this recursed.
 * Over a limit the rest of the mail stays inside the last part: nothing is dropped.
 */
export function splitParts(
  view: Buffer,
  start: number,
  source: MailSource,
  path: string,
  problems: ProblemList,
): MimePart {
  const splitting: Splitting = {
    view,
    source,
    problems,
    open: [],
    partsCount: 0,
    fieldsCount: 0,
    candidates: 0,
  }
  const root = openPart(splitting, path, start)
  let delimiter = findDelimiter(splitting, root.bodyRange.start)
  while (delimiter !== undefined) {
    const next = applyDelimiter(splitting, delimiter)
    delimiter = next === undefined ? undefined : findDelimiter(splitting, next)
  }
  closeFrom(splitting, 0, view.length)
  return root
}

/** Ends what the delimiter ends and opens what follows; where to read on, or undefined to stop. */
function applyDelimiter(splitting: Splitting, delimiter: Delimiter): number | undefined {
  const { open, problems } = splitting
  const owner = open[delimiter.level]
  if (owner === undefined) return undefined
  closeFrom(splitting, delimiter.level + 1, trimLineEnd(splitting.view, delimiter.lineStart))
  if (delimiter.closes) {
    owner.closed = true
    return delimiter.next
  }
  if (owner.closed) {
    problems.add('part-after-final-boundary', owner.part.path)
    owner.closed = false
  }
  const { part } = owner
  const path = toChildPath(part.path, part.children.length + 1)
  if (splitting.partsCount >= limits.partsMax) {
    problems.add('over-many-parts', part.path)
    for (const level of open) level.closed = true
    part.children.push(makeRest(splitting, path, delimiter.next))
    return undefined
  }
  const child = openPart(splitting, path, delimiter.next, part.type)
  part.children.push(child)
  // The header may have ended at a boundary line; the search must see that line again.
  return child.bodyRange.start
}

function openPart(splitting: Splitting, path: string, start: number, parentType = ''): MimePart {
  const header = scanPartHeader(splitting, start)
  splitting.partsCount += 1
  splitting.fieldsCount += header.fields.length
  for (const code of header.problems) splitting.problems.add(code, path)
  const part = new MimePart(splitting.source, {
    path,
    headers: header.fields,
    start,
    bodyStart: header.bodyStart,
    defaultType: parentType === 'multipart/digest' ? 'message/rfc822' : 'text/plain',
  })
  splitting.open.push({ part, boundary: toBoundary(splitting, part), closed: false })
  return part
}

function scanPartHeader(splitting: Splitting, start: number): HeaderBlock {
  return scanHeader({
    view: splitting.view,
    start,
    fieldsLeft: limits.fieldsPerMailMax - splitting.fieldsCount,
    isDelimiter: (lineStart) => matchDelimiter(splitting, lineStart) !== undefined,
  })
}

function toBoundary(splitting: Splitting, part: MimePart): Buffer | undefined {
  if (!part.isMultipart) return undefined
  const isDeep = splitting.open.length >= limits.multipartDepthMax
  if (isDeep || part.path.length > limits.pathCharsMax) {
    splitting.problems.add('over-nested', part.path)
    return undefined
  }
  const { boundary } = part
  if (boundary !== undefined && boundary !== '') {
    // RFC 2046 §5.1.1: a boundary does not end in white space; a quoted one sometimes does.
    return Buffer.from(boundary.trimEnd().slice(0, limits.boundaryCharsMax), 'latin1')
  }
  splitting.problems.add('multipart-without-boundary', part.path)
  return guessBoundary(splitting.view, part.bodyRange.start)
}

/** All that follows, unsplit, when there are too many parts. */
function makeRest(splitting: Splitting, path: string, start: number): MimePart {
  const headers: readonly ParsedField[] = []
  const defaultType = 'application/octet-stream'
  return new MimePart(splitting.source, { path, headers, start, bodyStart: start, defaultType })
}

function toChildPath(path: string, number: number): string {
  return path === '0' ? `${number}` : `${path}.${number}`
}

/** Ends every open part from this level inwards; a part never ends before what it holds. */
function closeFrom(splitting: Splitting, level: number, end: number): void {
  let innerEnd = end
  for (const { part, boundary, closed } of splitting.open.splice(level).toReversed()) {
    innerEnd = Math.max(part.bodyRange.start, innerEnd)
    part.bodyRange.end = innerEnd
    part.range.end = innerEnd
    if (boundary !== undefined && part.children.length === 0) {
      splitting.problems.add('boundary-never-seen', part.path)
    } else if (boundary !== undefined && !closed) {
      splitting.problems.add('missing-final-boundary', part.path)
    }
    if (!part.isMultipart) addUuencodedFiles(splitting.source, part)
  }
}

/** The line break before a delimiter belongs to the delimiter (RFC 2046 §5.1.1). */
function trimLineEnd(view: Buffer, lineStart: number): number {
  if (lineStart === 0 || view[lineStart - 1] !== LF) return lineStart
  return view[lineStart - 2] === CR ? lineStart - 2 : lineStart - 1
}

function findDelimiter(splitting: Splitting, start: number): Delimiter | undefined {
  const { view, open } = splitting
  if (!open.some(({ boundary }) => boundary !== undefined)) return undefined
  // A body may begin with the delimiter: then its line break is that of the blank line before.
  if (view[start] === HYPHEN && view[start + 1] === HYPHEN) {
    const delimiter = matchDelimiter(splitting, start)
    if (delimiter !== undefined) return delimiter
  }
  let at = view.indexOf(DELIMITER_START, start)
  while (at >= 0) {
    const delimiter = matchDelimiter(splitting, at + 1)
    if (delimiter !== undefined) return delimiter
    splitting.candidates += 1
    if (splitting.candidates > limits.boundaryCandidatesMax) {
      splitting.problems.add('over-many-boundaries', open.at(-1)?.part.path ?? '0')
      return undefined
    }
    at = view.indexOf(DELIMITER_START, at + 3)
  }
  return undefined
}

/**
 * The innermost open part whose boundary this line is. The whole line must match: one boundary may
 * be the beginning of another. Parts already closed are looked at last.
 */
function matchDelimiter(splitting: Splitting, lineStart: number): Delimiter | undefined {
  const { view, open } = splitting
  let closedMatch: Delimiter | undefined
  for (let level = open.length - 1; level >= 0; level--) {
    const { boundary, closed } = open[level] as OpenPart
    if (boundary === undefined) continue
    const delimiter = matchBoundary(view, lineStart, boundary, level)
    if (delimiter !== undefined && !closed) return delimiter
    closedMatch ??= delimiter
  }
  return closedMatch
}

function matchBoundary(
  view: Buffer,
  lineStart: number,
  boundary: Buffer,
  level: number,
): Delimiter | undefined {
  if (view[lineStart] !== HYPHEN || view[lineStart + 1] !== HYPHEN) return undefined
  let at = lineStart + 2
  for (let index = 0; index < boundary.length; index++, at++) {
    if (view[at] !== boundary[index]) return undefined
  }
  const closes = view[at] === HYPHEN && view[at + 1] === HYPHEN
  if (closes) at += 2
  while (view[at] === SPACE || view[at] === TAB || view[at] === CR) at += 1
  if (at < view.length && view[at] !== LF) return undefined
  return { lineStart, next: Math.min(at + 1, view.length), level, closes }
}
