import type { Buffer } from 'node:buffer'
import { isAddress, isSource } from '../is-address.ts'
import type { LogLine } from '../log-line.ts'
import type { LineOutcome, LogFormat } from './log-format.ts'
import { readNumber, readStatus } from './read-number.ts'
import { readCommonTime, readIsoTime } from './read-time.ts'
import { BRACKETED, FieldList, PLAIN, QUOTED, splitFields } from './split-fields.ts'
import { splitRequest } from './split-request.ts'

/**
 * `host ident user [time] "request" status bytes "referer" "agent" …`: the common and combined forms of
 * Apache and nginx, also with a virtual host in front and with further fields behind.
 */
export function openCombined(): LogFormat {
  const fields = new FieldList()
  return {
    id: 'combined',
    parse(bytes, start, end, line): LineOutcome {
      splitFields(bytes, start, end, fields)
      const time = findTime(fields)
      if (time < 1 || !fields.is(time + 1, QUOTED) || !fields.is(time + 2, PLAIN)) return 'foreign'
      const status = readStatus(bytes, fields.start(time + 2), fields.end(time + 2))
      if (status < 0) return 'foreign'
      const source = findSource(bytes, fields, time)
      if (!isSource(bytes, fields.start(source), fields.end(source))) return 'foreign'
      line.bytes = bytes
      line.addressStart = fields.start(source)
      line.addressEnd = fields.end(source)
      line.at = readTime(bytes, fields.start(time), fields.end(time))
      line.status = status
      line.sizeBytes = Math.max(0, readNumber(bytes, fields.start(time + 3), fields.end(time + 3)))
      splitRequest(bytes, fields.start(time + 1), fields.end(time + 1), line)
      readAgent(fields, time + 4, line)
      return 'request'
    },
  }
}

const USER_FIELDS_MAX = 12

function findTime(fields: FieldList): number {
  for (let at = 1; at < fields.count && at < USER_FIELDS_MAX; at++)
    if (fields.kinds[at] === BRACKETED) return at
  return -1
}

/** The first field, or the second behind the name of a virtual host (`%v:%p`). */
function findSource(bytes: Buffer, fields: FieldList, time: number): number {
  if (time < 4 || isAddress(bytes, fields.start(0), fields.end(0))) return 0
  return isAddress(bytes, fields.start(1), fields.end(1)) ? 1 : 0
}

function readTime(bytes: Buffer, start: number, end: number): number {
  return bytes[start + 2] === 0x2f
    ? readCommonTime(bytes, start, end)
    : readIsoTime(bytes, start, end)
}

function readAgent(fields: FieldList, referer: number, line: LogLine): void {
  if (!fields.is(referer, QUOTED)) return
  const last = fields.is(referer + 1, QUOTED) ? referer + 1 : referer
  line.agentStart = fields.start(referer)
  line.agentEnd = fields.end(last)
}
