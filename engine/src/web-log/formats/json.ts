import { Buffer } from 'node:buffer'
import { limits } from '../../limits.ts'
import type { LogLine } from '../log-line.ts'
import { findJsonValue, JSON_FIELDS, type JsonField } from './json-fields.ts'
import type { LineOutcome, LogFormat, LogFormatId } from './log-format.ts'
import { readCommonTime, readIsoTime } from './read-time.ts'
import { skipOrigin, splitRequest } from './split-request.ts'

/** One JSON object a line: the Elastic Common Schema, nginx, Caddy, Traefik and whoever names fields like them. */
export function openJson(): LogFormat {
  const names = new FieldNames()
  let id: LogFormatId = 'json'
  return {
    get id() {
      return id
    },
    parse(bytes, start, end, line): LineOutcome {
      if (bytes[start] !== 0x7b || !mayBeWhole(bytes, start, end)) return 'foreign'
      const root = parseObject(bytes.toString('utf8', start, end))
      if (root === undefined) return 'foreign'
      const address = names.text(root, 'address')
      if (address === '') return 'foreign'
      const request = names.text(root, 'request')
      const target = names.text(root, 'target')
      if (request === '' && target === '') return 'foreign'
      id =
        Object.hasOwn(root, 'ecs') || names.used('address')?.endsWith('.ip') === true
          ? 'ecs'
          : 'json'
      const pen = new Pen(line)
      ;[line.addressStart, line.addressEnd] = pen.write(address)
      writeRequest(root, names, line, pen)
      line.agentStart = pen.write(names.text(root, 'referer'))[0]
      pen.write('\n')
      line.agentEnd = pen.write(names.text(root, 'agent'))[1]
      line.at = toMoment(names.value(root, 'time'))
      line.status = toStatus(names.value(root, 'status'))
      line.sizeBytes = toSize(names.value(root, 'size'))
      const holder = names.text(root, 'holder')
      line.holder = holder === '' ? undefined : holder
      return 'request'
    },
  }
}

/** Shorter than any object with an address and a request: refusing by exception costs more than a long line. */
const BYTES_MIN = 40

function mayBeWhole(bytes: Buffer, start: number, end: number): boolean {
  let last = end - 1
  while (last > start && (bytes[last] === 0x20 || bytes[last] === 0x09)) last--
  return last - start + 1 >= BYTES_MIN && bytes[last] === 0x7d
}

function writeRequest(root: object, names: FieldNames, line: LogLine, pen: Pen): void {
  const target = names.text(root, 'target')
  if (target === '') {
    const [start, end] = pen.write(names.text(root, 'request'))
    splitRequest(line.bytes, start, end, line)
    return
  }
  line.request = line.bytes
  ;[line.methodStart, line.methodEnd] = pen.write(names.text(root, 'method'))
  const query = target.includes('?') ? '' : names.text(root, 'query')
  ;[line.targetStart, line.targetEnd] = pen.write(query === '' ? target : `${target}?${query}`)
  skipOrigin(line)
}

function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}

const scratch = Buffer.alloc(limits.logLineBytesMax * 4)

/** Writes the texts of a line one behind the other, so that the rest of the reader sees bytes as ever. */
class Pen {
  private at = 0

  constructor(line: LogLine) {
    line.bytes = scratch
  }

  write(text: string): [number, number] {
    const start = this.at
    this.at += scratch.write(text, start, 'utf8')
    return [start, this.at]
  }
}

/** Remembers under which name a log writes each field: the next line has it there too. */
class FieldNames {
  private readonly known = new Map<JsonField, string>()

  value(root: object, field: JsonField): string | number | undefined {
    const known = this.known.get(field)
    const value = known === undefined ? undefined : findJsonValue(root, known)
    if (value !== undefined) return value
    for (const name of JSON_FIELDS[field]) {
      const found = findJsonValue(root, name)
      if (found === undefined) continue
      this.known.set(field, name)
      return found
    }
    return undefined
  }

  text(root: object, field: JsonField): string {
    const value = this.value(root, field)
    return value === undefined ? '' : String(value)
  }

  used(field: JsonField): string | undefined {
    return this.known.get(field)
  }
}

/** Numbers below this are seconds: in milliseconds it is the year 1973. */
const SECONDS_MAX = 1e11

function toMoment(value: string | number | undefined): number {
  if (value === undefined) return Number.NaN
  const number =
    typeof value === 'number' || /^\d{9,16}(?:\.\d{1,9})?$/.test(value) ? +value : Number.NaN
  if (!Number.isNaN(number)) {
    const at = Math.floor(number < SECONDS_MAX ? number * 1000 : number)
    return at > 0 && at < 8e12 ? at : Number.NaN
  }
  const bytes = Buffer.from(String(value).slice(0, 40), 'latin1')
  return bytes[2] === 0x2f
    ? readCommonTime(bytes, 0, bytes.length)
    : readIsoTime(bytes, 0, bytes.length)
}

function toStatus(value: string | number | undefined): number {
  const status = Number(value)
  return Number.isInteger(status) && status >= 100 && status <= 999 ? status : 0
}

function toSize(value: string | number | undefined): number {
  const size = Number(value)
  return Number.isFinite(size) && size > 0 ? Math.floor(size) : 0
}
