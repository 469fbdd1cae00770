import { Buffer } from 'node:buffer'

const SLOTS = 1024

/**
 * Agents that were looked at and held nothing. Few different ones make up most of a log, and comparing bytes is
 * quicker than looking through them again. Each slot holds one; a new one takes its place.
 */
export class CleanAgents {
  private readonly slots: (Buffer | undefined)[] = Array.from({ length: SLOTS }, () => undefined)

  has(bytes: Buffer, start: number, end: number): boolean {
    const known = this.slots[slotOf(bytes, start, end)]
    if (known === undefined || known.length !== end - start) return false
    return known.compare(bytes, start, end) === 0
  }

  add(bytes: Buffer, start: number, end: number): void {
    this.slots[slotOf(bytes, start, end)] = Buffer.from(bytes.subarray(start, end))
  }
}

function slotOf(bytes: Buffer, start: number, end: number): number {
  const middle = (start + end) >> 1
  const mixed =
    (end - start) * 31 +
    (bytes[middle] ?? 0) * 7 +
    (bytes[middle + 5] ?? 0) * 3 +
    (bytes[end - 3] ?? 0) * 11 +
    (bytes[end - 8] ?? 0) * 13
  return mixed & (SLOTS - 1)
}
