import type { Buffer } from 'node:buffer'
import type { LineOutcome, LogFormat } from './log-format.ts'
import { readNumber, readStatus } from './read-number.ts'
import { FieldList, splitFields } from './split-fields.ts'

/** Seconds since 1970 of the years 1973 to 5138. */
const SECONDS_DIGITS_MIN = 9
const SECONDS_DIGITS_MAX = 11

/** Squid's own form: `time.ms elapsed client code/status bytes method URL user peer type`. */
export function openSquid(): LogFormat {
  const fields = new FieldList()
  return {
    id: 'squid',
    parse(bytes, start, end, line): LineOutcome {
      const dot = findByte(bytes, 0x2e, start, Math.min(end, start + SECONDS_DIGITS_MAX + 1))
      if (dot < start + SECONDS_DIGITS_MIN) return 'foreign'
      const seconds = readNumber(bytes, start, dot)
      if (seconds < 0) return 'foreign'
      splitFields(bytes, start, end, fields)
      if (fields.count < 7) return 'foreign'
      const slash = findByte(bytes, 0x2f, fields.start(3), fields.end(3))
      if (slash < 0) return 'foreign'
      const status = readStatus(bytes, slash + 1, fields.end(3))
      if (status < 0) return 'foreign'
      line.bytes = line.request = bytes
      line.at = seconds * 1000 + Math.max(0, readNumber(bytes, dot + 1, fields.end(0)))
      line.addressStart = fields.start(2)
      line.addressEnd = fields.end(2)
      line.status = status
      line.sizeBytes = Math.max(0, readNumber(bytes, fields.start(4), fields.end(4)))
      line.methodStart = fields.start(5)
      line.methodEnd = fields.end(5)
      line.targetStart = fields.start(6)
      line.targetEnd = fields.end(6)
      return 'request'
    },
  }
}

/** Looks no farther than it is told: `indexOf` would go through the rest of the log for every line. */
function findByte(bytes: Buffer, byte: number, start: number, end: number): number {
  for (let at = start; at < end; at++) if (bytes[at] === byte) return at
  return -1
}
