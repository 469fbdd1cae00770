import { Buffer } from 'node:buffer'
import { limits } from '../limits.ts'
import { LineReader } from './formats/read-line.ts'
import { LineSplitter } from './line-splitter.ts'
import { LogLine } from './log-line.ts'
import { Utf8Gate } from './to-utf8.ts'

/** Lines looked at, and how many of them must be requests. */
const LINES_MAX = 200
const SHARE_MIN = 0.5
/** A log may begin with broken lines. A mail that quotes one begins with its header, which is longer. */
const BROKEN_FIRST_MAX = 2

/** Whether the beginning of a file reads like an access log: most of its lines are requests of a known form. */
export function isWebLog(head: Uint8Array): boolean {
  const reader = new LineReader()
  const line = new LogLine()
  const gate = new Utf8Gate()
  let requests = 0
  let others = 0
  const splitter = new LineSplitter((bytes, start, end) => {
    if (end <= start || requests + others >= LINES_MAX) return
    if (requests === 0 && others > BROKEN_FIRST_MAX) return
    const outcome = reader.read(bytes, start, end, line)
    if (outcome === 'request') requests++
    else if (outcome === 'foreign') others++
  })
  const cut = head.subarray(0, limits.logSniffBytesMax)
  // The last line of a head is seldom whole; it is looked at only when there is no other.
  const bytes = Buffer.concat([gate.write(cut) ?? Buffer.alloc(0), gate.end()])
  splitter.write(bytes)
  if (requests + others === 0 || head.length <= limits.logSniffBytesMax) splitter.end()
  return requests > 0 && requests >= (requests + others) * SHARE_MIN
}
