import type { Buffer } from 'node:buffer'
import type { LineOutcome, LogFormat } from './log-format.ts'
import { readNumber, readStatus } from './read-number.ts'
import { readIsoTime } from './read-time.ts'
import { FieldList, PLAIN, QUOTED, splitFields } from './split-fields.ts'
import { splitRequest } from './split-request.ts'

/** Places of the fields in the logs of AWS load balancers: application ones begin with a type, classic ones do not. */
const APPLICATION = { time: 1, client: 3, status: 8, sent: 11, request: 12, agent: 13 } as const
const CLASSIC = { time: 0, client: 2, status: 7, sent: 10, request: 11, agent: 12 } as const

const DIGIT = (byte: number | undefined) => byte !== undefined && byte >= 0x30 && byte <= 0x39

export function openLoadBalancer(): LogFormat {
  const fields = new FieldList()
  return {
    id: 'load-balancer',
    parse(bytes, start, end, line): LineOutcome {
      const isClassic = DIGIT(bytes[start]) && bytes[start + 4] === 0x2d
      if (!isClassic && !isType(bytes, start)) return 'foreign'
      splitFields(bytes, start, end, fields)
      const place = isClassic ? CLASSIC : APPLICATION
      if (!fields.is(place.request, QUOTED) || !fields.is(place.client, PLAIN)) return 'foreign'
      const at = readIsoTime(bytes, fields.start(place.time), fields.end(place.time))
      const status = readStatus(bytes, fields.start(place.status), fields.end(place.status))
      if (status < 0 || Number.isNaN(at)) return 'foreign'
      line.bytes = bytes
      line.addressStart = fields.start(place.client)
      line.addressEnd = fields.end(place.client)
      line.at = at
      line.status = status
      const sent = readNumber(bytes, fields.start(place.sent), fields.end(place.sent))
      line.sizeBytes = Math.max(0, sent)
      splitRequest(bytes, fields.start(place.request), fields.end(place.request), line)
      if (fields.is(place.agent, QUOTED)) {
        line.agentStart = fields.start(place.agent)
        line.agentEnd = fields.end(place.agent)
      }
      return 'request'
    },
  }
}

/** `http`, `https`, `h2`, `grpcs`, `ws` or `wss` and a space. */
function isType(bytes: Buffer, start: number): boolean {
  for (let length = 2; length <= 5; length++)
    if (bytes[start + length] === 0x20)
      return TYPES.has(bytes.toString('latin1', start, start + length))
  return false
}

const TYPES: ReadonlySet<string> = new Set(['http', 'https', 'h2', 'grpcs', 'ws', 'wss'])
