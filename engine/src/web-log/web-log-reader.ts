import type { Buffer } from 'node:buffer'
import { limits } from '../limits.ts'
import { LineReader } from './formats/read-line.ts'
import { LineSplitter } from './line-splitter.ts'
import { LogLine } from './log-line.ts'
import type { WebLogSummary } from './log-summary.ts'
import { toSample } from './tally/to-sample.ts'
import { LogTally } from './tally/log-tally.ts'
import { toSummary } from './to-summary.ts'
import { Utf8Gate } from './to-utf8.ts'

export interface WebLogOptions {
  /** When the log was handed in; lines dated later are counted. */
  readonly now?: Date
}

/**
 * Reads an access log piece by piece, in memory that does not grow with it. Any bytes are taken; what is no line
 * of a log is counted and sampled.
 */
export class WebLogReader {
  private readonly tally: LogTally
  private readonly lines = new LineReader()
  private readonly gate = new Utf8Gate()
  private readonly line = new LogLine()
  private readonly splitter = new LineSplitter((bytes, start, end, isCut) =>
    this.takeLine(bytes, start, end, isCut),
  )

  constructor({ now }: WebLogOptions = {}) {
    this.tally = new LogTally(now === undefined ? Number.POSITIVE_INFINITY : now.getTime() + DAY_MS)
  }

  /** Lines read so far. */
  get lineCount(): number {
    return this.tally.lines.read
  }

  write(chunk: Uint8Array): void {
    this.tally.sizeBytes += chunk.length
    const bytes = this.gate.write(chunk)
    if (bytes !== undefined) this.splitter.write(bytes)
  }

  /** What the log came to. Nothing may be written after it. */
  end(): WebLogSummary {
    this.splitter.write(this.gate.end())
    this.splitter.end()
    return toSummary(this.tally, this.lines.listCounts())
  }

  private takeLine(bytes: Buffer, start: number, end: number, isCut: boolean): void {
    const { lines } = this.tally
    lines.read++
    if (isCut) lines.cut++
    if (end <= start) {
      lines.other++
      return
    }
    switch (this.lines.read(bytes, start, end, this.line)) {
      case 'request':
        this.tally.add(this.line, { bytes, start, end, number: lines.read })
        break
      case 'directive':
        lines.other++
        break
      default:
        lines.broken++
        if (this.tally.brokenSamples.length < limits.logBrokenSamplesMax)
          this.tally.brokenSamples.push(toSample({ bytes, start, end, number: lines.read }))
    }
  }
}

const DAY_MS = 86_400_000
