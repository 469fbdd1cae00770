import { Buffer } from 'node:buffer'
import { limits } from '../limits.ts'

/** Takes a line as a range of bytes, which are good only until it returns. */
export type TakeLine = (bytes: Buffer, start: number, end: number, isCut: boolean) => void

/**
 * Cuts a stream of bytes into lines at LF, without CR and without the NUL bytes that a log cut off while it was
 * written begins with. A line longer than the limit is given up to it, so that no line fills the memory.
 */
export class LineSplitter {
  private readonly take: TakeLine
  /** The beginning of a line whose end has not come yet. */
  private readonly open = Buffer.alloc(limits.logLineBytesMax)
  private openLength = 0
  private isCut = false

  constructor(take: TakeLine) {
    this.take = take
  }

  write(chunk: Buffer): void {
    let start = 0
    for (;;) {
      const end = chunk.indexOf(0x0a, start)
      if (end < 0) break
      if (this.openLength > 0 || this.isCut) this.closeWith(chunk, start, end)
      else this.give(chunk, start, end)
      start = end + 1
    }
    if (start < chunk.length) this.keep(chunk, start, chunk.length)
  }

  end(): void {
    if (this.openLength > 0) this.closeWith(this.open, 0, 0)
  }

  private closeWith(chunk: Buffer, start: number, end: number): void {
    this.keep(chunk, start, end)
    const { openLength, isCut } = this
    this.openLength = 0
    this.isCut = false
    this.take(
      this.open,
      firstByte(this.open, 0, openLength),
      lastByte(this.open, 0, openLength),
      isCut,
    )
  }

  private keep(chunk: Buffer, start: number, end: number): void {
    const room = this.open.length - this.openLength
    if (end - start > room) this.isCut = true
    this.openLength += chunk.copy(this.open, this.openLength, start, Math.min(end, start + room))
  }

  private give(chunk: Buffer, start: number, end: number): void {
    const isCut = end - start > limits.logLineBytesMax
    const last = isCut ? start + limits.logLineBytesMax : end
    this.take(chunk, firstByte(chunk, start, last), lastByte(chunk, start, last), isCut)
  }
}

/** Behind NUL bytes, spaces and the mark of UTF-8 (EF BB BF). */
function firstByte(bytes: Buffer, start: number, end: number): number {
  let at = start
  if (bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf) at += 3
  while (at < end && (bytes[at] === 0 || bytes[at] === 0x20)) at++
  return Math.min(at, end)
}

function lastByte(bytes: Buffer, start: number, end: number): number {
  return end > start && bytes[end - 1] === 0x0d ? end - 1 : end
}
