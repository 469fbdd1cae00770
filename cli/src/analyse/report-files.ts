import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { EXIT } from '../exit-codes.ts'
import { limits } from '../limits.ts'
import { buildContext } from './build-context.ts'
import { STANDARD_INPUT } from './list-files.ts'
import { toInert } from '../terminal/inert.ts'
import { type FileReport, reportFile } from './report-file.ts'
import type { WorkerSettings } from './worker-settings.ts'

/**
 * Reports of many files, in the order of the files, while other threads work ahead. A file that
 * brings its thread down is reported as unreadable, and a new thread takes over.
 */
export async function* reportFiles(
  files: readonly string[],
  settings: WorkerSettings,
): AsyncGenerator<FileReport> {
  const isSmall = files.length < limits.filesForThreadsMin || files.includes(STANDARD_INPUT)
  if (!isSmall) return yield* reportInThreads(files, settings)
  const context = await buildContext(settings)
  for (const file of files)
    yield await reportFile(file, context, settings.options, settings.printing)
}

async function* reportInThreads(
  files: readonly string[],
  settings: WorkerSettings,
): AsyncGenerator<FileReport> {
  const waiting = files.map(() => Promise.withResolvers<FileReport>())
  const count = Math.min(limits.threadsMax, availableParallelism(), files.length)
  const threads = new Set<Worker>()
  let next = 0

  const start = () => {
    const worker = new Worker(new URL('report-worker.ts', import.meta.url), {
      workerData: settings,
    })
    threads.add(worker)
    let current = -1
    const give = () => {
      if (next >= files.length) return void worker.terminate()
      current = next++
      worker.postMessage({ index: current, file: files[current] })
    }
    worker.on('message', ({ index, report }: { index: number; report: FileReport }) => {
      current = -1
      waiting[index]?.resolve(report)
      give()
    })
    worker.on('error', (error) => {
      const complaint = `${toInert(`${files[current] ?? ''}: ${error.message}`)}\n`
      waiting[current]?.resolve({ output: '', complaint, mailCount: 0, exitCode: EXIT.unreadable })
    })
    worker.on('exit', () => {
      threads.delete(worker)
      if (next < files.length && threads.size < count) start()
    })
    give()
  }

  for (let at = 0; at < count; at++) start()
  try {
    // A report that was handed on is let go: all those of a large folder together fill the memory.
    for (const [at, one] of waiting.entries()) {
      yield await one.promise
      delete waiting[at]
    }
  } finally {
    next = files.length
    for (const worker of threads) void worker.terminate()
  }
}
