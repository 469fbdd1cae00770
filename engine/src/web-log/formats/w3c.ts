import { Buffer } from 'node:buffer'
import { limits } from '../../limits.ts'
import type { LogLine } from '../log-line.ts'
import type { LineOutcome, LogFormat } from './log-format.ts'
import { readNumber, readStatus } from './read-number.ts'
import { readIsoDay, timeAt } from './read-time.ts'
import { skipOrigin } from './split-request.ts'

/** Fields we read, as the directive names them; IIS and CloudFront agree on these. */
const NAMES = [
  'date',
  'time',
  'c-ip',
  'cs-method',
  'cs-uri-stem',
  'cs-uri-query',
  'sc-status',
  'sc-bytes',
  'cs(user-agent)',
  'cs(referer)',
] as const
type Name = (typeof NAMES)[number]

/**
 * The extended log format (W3C WD-logfile-960323) of IIS, CloudFront and others. A `#Fields` line says what
 * the columns are, and another one may say otherwise later in the same file.
 */
export function openW3c(): LogFormat {
  const columns = new Columns()
  return {
    id: 'w3c',
    parse(bytes, start, end, line): LineOutcome {
      if (bytes[start] === 0x23) return columns.learn(bytes, start, end)
      if (!columns.split(bytes, start, end)) return 'foreign'
      const status = columns.number('sc-status', bytes)
      if (status < 0) return 'foreign'
      line.bytes = bytes
      line.status = status
      ;[line.addressStart, line.addressEnd] = columns.place('c-ip')
      line.at = readMoment(bytes, columns)
      line.sizeBytes = Math.max(0, columns.number('sc-bytes', bytes))
      ;[line.agentStart, line.agentEnd] = columns.place('cs(user-agent)')
      writeRequest(bytes, columns, line)
      return 'request'
    },
  }
}

function readMoment(bytes: Buffer, columns: Columns): number {
  const [day, dayEnd] = columns.place('date')
  const [time, timeEnd] = columns.place('time')
  if (dayEnd - day !== 10 || timeEnd - time < 8) return Number.NaN
  return readIsoDay(bytes, day) + timeAt(bytes, time)
}

const scratch = Buffer.alloc(limits.logLineBytesMax * 2)

/** Puts method, path and query, which stand in columns of their own, together as a request has them. */
function writeRequest(bytes: Buffer, columns: Columns, line: LogLine): void {
  line.request = scratch
  let at = copy(bytes, columns.place('cs-method'), 0)
  line.methodStart = 0
  line.methodEnd = at
  line.targetStart = at
  at = copy(bytes, columns.place('cs-uri-stem'), at)
  const [query, queryEnd] = columns.place('cs-uri-query')
  const hasQuery = queryEnd > query && !(queryEnd - query === 1 && bytes[query] === 0x2d)
  if (hasQuery) {
    scratch[at] = 0x3f
    at = copy(bytes, [query, queryEnd], at + 1)
  }
  line.targetEnd = at
  skipOrigin(line)
}

function copy(bytes: Buffer, [start, end]: readonly [number, number], at: number): number {
  return at + bytes.copy(scratch, at, start, end)
}

/** Where each named column stands in the last line. */
class Columns {
  private readonly columnOf = new Map<Name, number>()
  private readonly starts = new Int32Array(limits.logFieldsMax)
  private readonly ends = new Int32Array(limits.logFieldsMax)
  private count = 0
  private columns = 0

  learn(bytes: Buffer, start: number, end: number): LineOutcome {
    const text = bytes.toString('latin1', start, Math.min(end, start + limits.logDirectiveBytesMax))
    if (!/^#(?:Software|Version|Fields|Date|Start-Date|End-Date|Remark|GMT-Offset)\b/i.test(text))
      return 'foreign'
    if (!/^#Fields:/i.test(text)) return 'directive'
    const names = text.slice('#Fields:'.length).trim().toLowerCase().split(/\s+/)
    this.columnOf.clear()
    this.columns = names.length
    for (const name of NAMES) {
      const column = names.indexOf(name)
      if (column >= 0) this.columnOf.set(name, column)
    }
    return 'directive'
  }

  /** False when no directive has named the columns, or the line has another number of them. */
  split(bytes: Buffer, start: number, end: number): boolean {
    if (!this.columnOf.has('c-ip') || !this.columnOf.has('cs-uri-stem')) return false
    let count = 0
    let at = start
    while (at < end && count < limits.logFieldsMax) {
      const from = at
      while (at < end && bytes[at] !== 0x20 && bytes[at] !== 0x09) at++
      this.starts[count] = from
      this.ends[count] = at
      count++
      at++
    }
    this.count = count
    return count === Math.min(this.columns, limits.logFieldsMax)
  }

  place(name: Name): [number, number] {
    const column = this.columnOf.get(name)
    if (column === undefined || column >= this.count) return [0, 0]
    return [this.starts[column] ?? 0, this.ends[column] ?? 0]
  }

  number(name: 'sc-status' | 'sc-bytes', bytes: Buffer): number {
    const [start, end] = this.place(name)
    if (end === start) return 0
    return name === 'sc-status' ? readStatus(bytes, start, end) : readNumber(bytes, start, end)
  }
}
