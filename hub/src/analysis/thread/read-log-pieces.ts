import { WebLogSummary } from 'contract/web-log'
import { findPacking, sniffWebLog, unpackLog, type UnpackTrouble, WebLogReader } from 'engine'
import type { ThreadAnswer, ThreadRequest } from './parse-protocol.ts'
import { toStorable } from './storable-text.ts'

type LogRequest = Extract<ThreadRequest, { ask: `log-${string}` }>

/** The log that is being read. A new one takes its place, so one that nobody ended is forgotten. */
let reading: PieceReading | undefined

/** The thread's side of reading a log: piece in, answer out, however much the pieces unpack to. */
export async function answerAboutLog(request: LogRequest): Promise<ThreadAnswer> {
  switch (request.ask) {
    case 'log-begin': {
      const isLog = await sniffWebLog(request.head)
      reading = isLog ? new PieceReading(request.head, request.submittedAt) : undefined
      return { answer: 'log-begun', isLog }
    }
    case 'log-piece':
      await reading?.push(request.bytes)
      return { answer: 'log-taken' }
    case 'log-end': {
      const read = await reading?.end()
      reading = undefined
      return read ?? { answer: 'done' }
    }
  }
}

/** A log that is in memory already, such as one inside an archive. */
export function readLogBytes(bytes: Uint8Array, submittedAt: Date): WebLogSummary {
  const reader = new WebLogReader({ now: submittedAt })
  reader.write(bytes)
  return toFigures(reader)
}

function toFigures(reader: WebLogReader): WebLogSummary {
  // Through JSON, because that is what is stored: moments become text.
  return WebLogSummary.parse(toStorable(JSON.parse(JSON.stringify(reader.end()))))
}

class PieceReading {
  private readonly reader: WebLogReader
  private readonly waiting: (Uint8Array | undefined)[] = []
  private readonly finished: Promise<UnpackTrouble | undefined>
  private wake: () => void = () => undefined
  private drained: () => void = () => undefined
  private isOver = false

  constructor(head: Uint8Array, submittedAt: Date) {
    const reader = new WebLogReader({ now: submittedAt })
    this.reader = reader
    this.finished = unpackLog(findPacking(head), this.pieces(), (bytes) => reader.write(bytes))
    // A failure is told at the end; until then nobody listens.
    void this.finished.catch(() => undefined).finally(() => this.close())
  }

  /** Resolves when the bytes are taken, so that pieces do not pile up. */
  async push(bytes: Uint8Array): Promise<void> {
    if (this.isOver) return
    this.waiting.push(bytes)
    const taken = new Promise<void>((resolve) => {
      this.drained = resolve
    })
    this.wake()
    await taken
  }

  async end(): Promise<ThreadAnswer> {
    this.waiting.push(undefined)
    this.wake()
    const trouble = await this.finished
    return {
      answer: 'log-read',
      log: { path: '', summary: toFigures(this.reader) },
      ...(trouble === undefined ? {} : { trouble }),
    }
  }

  private async *pieces(): AsyncGenerator<Uint8Array> {
    for (;;) {
      if (this.waiting.length === 0) {
        this.drained()
        await new Promise<void>((resolve) => {
          this.wake = resolve
        })
        continue
      }
      const piece = this.waiting.shift()
      if (piece === undefined) return
      yield piece
    }
  }

  /** Nothing more is wanted, at the end or after trouble. */
  private close(): void {
    this.isOver = true
    this.drained()
  }
}
