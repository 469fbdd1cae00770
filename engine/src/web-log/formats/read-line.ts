import type { Buffer } from 'node:buffer'
import type { LogLine } from '../log-line.ts'
import { openCombined } from './combined.ts'
import { openJson } from './json.ts'
import { openLoadBalancer } from './load-balancer.ts'
import type { LineOutcome, LogFormat, LogFormatId } from './log-format.ts'
import { openSquid } from './squid.ts'
import { openW3c } from './w3c.ts'

/**
 * Reads a line in whatever form it has. The form of the line before is tried first, so that a log of one form
 * costs one trial a line and a log put together of several is read all the same.
 */
export class LineReader {
  readonly counts = new Map<LogFormatId, number>()
  private readonly formats: LogFormat[] = [
    openW3c(),
    openLoadBalancer(),
    openSquid(),
    openCombined(),
    openJson(),
  ]
  private lastId: LogFormatId | undefined
  private run = 0

  read(bytes: Buffer, start: number, end: number, line: LogLine): LineOutcome {
    for (let at = 0; at < this.formats.length; at++) {
      const format = this.formats[at]
      line.clear()
      const outcome = format?.parse(bytes, start, end, line) ?? 'foreign'
      if (format === undefined || outcome === 'foreign') continue
      if (at > 0) this.formats.unshift(...this.formats.splice(at, 1))
      if (outcome === 'request') this.note(format.id)
      return outcome
    }
    return 'foreign'
  }

  /** Lines of each form, most frequent first. */
  listCounts(): { format: LogFormatId; lines: number }[] {
    this.flush()
    return [...this.counts]
      .map(([format, lines]) => ({ format, lines }))
      .sort((a, b) => b.lines - a.lines)
  }

  private note(id: LogFormatId): void {
    if (id !== this.lastId) this.flush()
    this.lastId = id
    this.run++
  }

  private flush(): void {
    if (this.lastId !== undefined && this.run > 0)
      this.counts.set(this.lastId, (this.counts.get(this.lastId) ?? 0) + this.run)
    this.run = 0
  }
}
