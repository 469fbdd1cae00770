import type { ProblemCode } from '../problem.ts'
import { findColon } from './scan-header.ts'

const LF = 0x0a
/** Lines looked at before giving up on finding a header behind rubbish. */
const LINES_MAX = 20

export interface MailStart {
  /** First byte of the header. */
  readonly headerStart: number
  readonly problem?: ProblemCode
}

/**
 * Where the header begins: behind a byte order mark, an mbox separator (`From a@b Mon Jan …`,
 * RFC 4155) and empty lines, which copying and mail stores leave in front.
 */
export function findMailStart(view: Buffer): MailStart {
  let at = view[0] === 0xef && view[1] === 0xbb && view[2] === 0xbf ? 3 : 0
  const first = at
  for (let lines = 0; lines < LINES_MAX; lines++) {
    const feed = view.indexOf(LF, at)
    const end = feed < 0 ? view.length : feed
    const line = view.toString('latin1', at, Math.min(end, at + 8))
    const isSkipped = /^[\s\0]*$/.test(view.toString('latin1', at, Math.min(end, at + 200)))
    if (!isSkipped && !/^>?From /.test(line)) break
    if (feed < 0) return { headerStart: first }
    at = feed + 1
  }
  const feed = view.indexOf(LF, at)
  const hasField = findColon(view, at, feed < 0 ? view.length : feed) !== undefined
  if (at === first || !hasField) return { headerStart: first }
  return { headerStart: at, problem: 'leading-lines' }
}
