import type { LineOutcome, LogFormat } from './log-format.ts'
import { readNumber, readStatus } from './read-number.ts'
import { FieldList, splitFields } from './split-fields.ts'

/** Squid's own form: `time.ms elapsed client code/status bytes method URL user peer type`. */
export function openSquid(): LogFormat {
  const fields = new FieldList()
  return {
    id: 'squid',
    parse(bytes, start, end, line): LineOutcome {
      const dot = bytes.indexOf(0x2e, start)
      if (dot < start + 9 || dot > start + 11) return 'foreign'
      const seconds = readNumber(bytes, start, dot)
      if (seconds < 0) return 'foreign'
      splitFields(bytes, start, end, fields)
      if (fields.count < 7) return 'foreign'
      const slash = bytes.indexOf(0x2f, fields.start(3))
      if (slash < 0 || slash >= fields.end(3)) return 'foreign'
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
