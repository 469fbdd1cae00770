import { findDefangs } from './find-defangs.ts'
import { findInvisible } from './find-invisible.ts'

/** A stretch of text that a finding points at. Offsets are UTF-16 units of the original text. */
export interface Mark {
  readonly start: number
  readonly end: number
  /** The finding's number on screen. */
  readonly number: number
}

/** One piece to draw. `shown` differs from the original where it is defanged or named. */
export interface Span {
  readonly shown: string
  readonly isBoxed: boolean
  readonly mark: Mark | undefined
}

interface Change {
  readonly start: number
  readonly end: number
  readonly shown: string
  readonly isBoxed: boolean
}

/** Cuts text at marks, invisible characters and places to defang. Marks that overlap yield to the first. */
export function toSpans(text: string, marks: readonly Mark[], isDefanged: boolean): Span[] {
  const changes = toChanges(text, isDefanged)
  const spans: Span[] = []
  let at = 0
  for (const mark of toDisjoint(marks, text.length)) {
    drawRange(text, at, mark.start, changes, undefined, spans)
    drawRange(text, mark.start, mark.end, changes, mark, spans)
    at = mark.end
  }
  drawRange(text, at, text.length, changes, undefined, spans)
  return spans
}

function toChanges(text: string, isDefanged: boolean): Change[] {
  const boxes = findInvisible(text).map(({ start, end, name }) => ({
    start,
    end,
    shown: name,
    isBoxed: true,
  }))
  if (!isDefanged) return boxes
  const defangs = findDefangs(text).map((defang) => ({ ...defang, isBoxed: false }))
  return [...boxes, ...defangs].sort((a, b) => a.start - b.start)
}

function toDisjoint(marks: readonly Mark[], length: number): Mark[] {
  const kept: Mark[] = []
  let end = 0
  for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const start = Math.max(0, mark.start)
    const stop = Math.min(length, mark.end)
    if (start < end || stop <= start) continue
    kept.push({ ...mark, start, end: stop })
    end = stop
  }
  return kept
}

function drawRange(
  text: string,
  start: number,
  end: number,
  changes: readonly Change[],
  mark: Mark | undefined,
  spans: Span[],
): void {
  let plain = ''
  let at = start
  const flush = () => {
    if (plain !== '') spans.push({ shown: plain, isBoxed: false, mark })
    plain = ''
  }
  for (const change of changes) {
    if (change.end <= at) continue
    if (change.start >= end) break
    plain += text.slice(at, Math.max(at, change.start))
    if (change.isBoxed) {
      flush()
      spans.push({ shown: change.shown, isBoxed: true, mark })
    } else if (change.start >= at) {
      plain += change.shown
    }
    at = Math.min(change.end, end)
  }
  plain += text.slice(at, end)
  flush()
}
