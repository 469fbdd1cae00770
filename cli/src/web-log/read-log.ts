import { createReadStream, statSync } from 'node:fs'
import {
  findPacking,
  unpackLog,
  type UnpackTrouble,
  WebLogReader,
  type WebLogSummary,
} from 'engine'
import type { Language } from '../words.ts'
import { startLogProgress } from './log-progress.ts'

/** Bytes read at a time; larger pieces are no quicker. */
const PIECE_BYTES = 1024 * 1024

export interface ReadLog {
  readonly summary: WebLogSummary
  readonly seconds: number
  readonly trouble: UnpackTrouble | undefined
}

/** Reads a log from a file, packed or not, in memory that does not grow with it. */
export function readLogFile(file: string, language: Language): Promise<ReadLog> {
  const pieces = createReadStream(file, { highWaterMark: PIECE_BYTES })
  return readLog(pieces, statSync(file).size, language)
}

/** Reads a log from pieces as they come. How far it is can be told only when the size is known. */
export async function readLog(
  pieces: AsyncIterable<Uint8Array>,
  sizeBytes: number | undefined,
  language: Language,
): Promise<ReadLog> {
  const startedAt = performance.now()
  const reader = new WebLogReader({ now: new Date() })
  const progress = startLogProgress(sizeBytes, language)
  const source = pieces[Symbol.asyncIterator]()
  const first = await source.next()
  const head = first.done === true ? new Uint8Array() : first.value
  async function* counted(): AsyncGenerator<Uint8Array> {
    for (let next = first; next.done !== true; next = await source.next()) {
      yield next.value
      progress.step(next.value.length, reader.lineCount)
    }
  }
  try {
    // The limit is for a hub that many share; here the user's own machine reads what the user named.
    const trouble = await unpackLog(
      findPacking(head),
      counted(),
      (bytes) => reader.write(bytes),
      Number.POSITIVE_INFINITY,
    )
    return { summary: reader.end(), seconds: (performance.now() - startedAt) / 1000, trouble }
  } finally {
    progress.end()
  }
}
