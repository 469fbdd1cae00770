import type { Buffer } from 'node:buffer'
import { limits } from '../../limits.ts'

export const PLAIN = 0
export const QUOTED = 1
export const BRACKETED = 2

/** Fields of the last line that was split: where they stand, without their quotes or brackets. */
export class FieldList {
  readonly starts = new Int32Array(limits.logFieldsMax)
  readonly ends = new Int32Array(limits.logFieldsMax)
  readonly kinds = new Uint8Array(limits.logFieldsMax)
  count = 0

  start(field: number): number {
    return this.starts[field] ?? 0
  }

  end(field: number): number {
    return this.ends[field] ?? 0
  }

  is(field: number, kind: number): boolean {
    return field < this.count && this.kinds[field] === kind
  }

  isDash(bytes: Buffer, field: number): boolean {
    return this.end(field) - this.start(field) === 1 && bytes[this.start(field)] === 0x2d
  }
}

/** Splits a line at spaces, where "…" and […] hold spaces of their own (Apache mod_log_config escapes `\"`). */
export function splitFields(bytes: Buffer, start: number, end: number, fields: FieldList): void {
  const { starts, ends, kinds } = fields
  let count = 0
  let at = start
  while (at < end && count < limits.logFieldsMax) {
    const first = bytes[at]
    if (first === 0x20) {
      at++
      continue
    }
    let from = at
    if (first === 0x22) {
      from = ++at
      while (at < end && bytes[at] !== 0x22) at += bytes[at] === 0x5c ? 2 : 1
      kinds[count] = QUOTED
    } else if (first === 0x5b) {
      from = ++at
      while (at < end && bytes[at] !== 0x5d) at++
      kinds[count] = BRACKETED
    } else {
      while (at < end && bytes[at] !== 0x20) at++
      kinds[count] = PLAIN
    }
    starts[count] = from
    ends[count] = Math.min(at, end)
    count++
    at++
  }
  fields.count = count
}
