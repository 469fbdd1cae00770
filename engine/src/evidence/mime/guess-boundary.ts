import { findColon } from './scan-header.ts'

const LF = 0x0a
const CR = 0x0d
/** How far into the body a boundary is looked for; it stands in the first lines or nowhere. */
const SEARCH_BYTES_MAX = 64 * 1024

/**
 * The boundary of a multipart that names none: the first line `--…` that is followed by a header
 * field. Mail programs that guess show parts which others, and their scanners, never see.
 */
export function guessBoundary(view: Buffer, start: number): Buffer | undefined {
  const end = Math.min(view.length, start + SEARCH_BYTES_MAX)
  let at = start
  while (at < end) {
    const feed = view.indexOf(LF, at)
    if (feed < 0) return undefined
    const lineEnd = view[feed - 1] === CR ? feed - 1 : feed
    const line = view.toString('latin1', at, Math.min(lineEnd, at + 200))
    if (/^--[^\s-]\S{0,190}$/.test(line) && isField(view, feed + 1)) {
      return Buffer.from(line.slice(2), 'latin1')
    }
    at = feed + 1
  }
  return undefined
}

function isField(view: Buffer, start: number): boolean {
  const feed = view.indexOf(LF, start)
  return findColon(view, start, feed < 0 ? view.length : feed) !== undefined
}
