import type { Hub } from '../../hub.ts'
import { ThreadGone } from '../../threads/thread-gone.ts'
import type { FileReading, StoredFile } from './file-reading.ts'
import { analysisLimits as limits } from '../limits.ts'
import type { LogReading, ThreadAnswer } from '../thread/parse-protocol.ts'
import type { ParsingThread } from '../thread/parsing-thread.ts'
import { type ProblemView, hubProblem } from '../thread/problem-view.ts'
import { replaceWebLogs } from './web-log.queries.ts'

/**
 * Reads a file as an access log, packed or not, piece by piece from the evidence store: a log of any size needs no
 * more memory than one piece. Undefined when the file is none.
 */
export async function storeWebLog(
  hub: Hub,
  thread: ParsingThread,
  reading: FileReading,
): Promise<StoredFile | undefined> {
  const { file, submittedAt } = reading
  const stream = await hub.evidence.streamEvidence(file.sha256)
  const clock = new LogClock()
  let hasBegun = false
  let read: ThreadAnswer | undefined
  try {
    for await (const bytes of stream as AsyncIterable<Uint8Array>) {
      if (!hasBegun) {
        const begun = await clock.ask(thread, { ask: 'log-begin', head: bytes, submittedAt })
        if (begun.answer !== 'log-begun' || !begun.isLog) return undefined
        hasBegun = true
      }
      await clock.ask(thread, { ask: 'log-piece', bytes })
    }
    if (!hasBegun) return undefined
    read = await clock.ask(thread, { ask: 'log-end' })
  } catch (error) {
    if (!(error instanceof ThreadGone)) throw error
    // A file that ends the thread before it is known to be a log gets its ordinary reading, and fails there or not.
    return hasBegun ? toStored(reading, [hubProblem(`reading-${error.code}`, '')], true) : undefined
  } finally {
    stream.destroy()
  }
  if (read.answer !== 'log-read')
    return toStored(reading, [hubProblem('reading-broke-off', '')], true)
  const { log, trouble } = read
  const name = file.fileName === undefined ? {} : { fileName: file.fileName }
  await writeWebLogs(hub, reading, [{ ...log, ...name }])
  const problems = trouble === undefined ? [] : [hubProblem(`reading-log-${trouble}`, '')]
  return toStored(reading, problems, false)
}

function toStored(
  { file: { fileId } }: FileReading,
  problems: readonly ProblemView[],
  brokeOff: boolean,
): StoredFile {
  return { fileId, kind: 'web-log', paths: [], problems, readCount: brokeOff ? 0 : 1, brokeOff }
}

/** Writes the logs of a file in place of those of an earlier reading. */
export async function writeWebLogs(
  hub: Hub,
  { submissionId, file: { fileId } }: FileReading,
  logs: readonly LogReading[],
): Promise<void> {
  await hub.database.inStaff({}, (db) =>
    replaceWebLogs(
      db,
      { submissionId, fileId, at: hub.clock.now() },
      logs.slice(0, limits.logsPerFileMax),
    ),
  )
}

/** Time the thread may still spend on one log. */
class LogClock {
  private leftMs: number = limits.logWallMs

  async ask(thread: ParsingThread, request: Parameters<ParsingThread['ask']>[0]) {
    const startedMs = performance.now()
    try {
      return await thread.ask(request, Math.min(this.leftMs, limits.logPieceWallMs))
    } finally {
      this.leftMs -= performance.now() - startedMs
    }
  }
}
