import { parentPort, workerData } from 'node:worker_threads'
import { buildContext } from './build-context.ts'
import { reportFile } from './report-file.ts'
import type { WorkerSettings } from './worker-settings.ts'

/** The thread side of `reportFiles`: one file in, one report out. */
const settings = workerData as WorkerSettings
const context = await buildContext(settings)

parentPort?.on('message', async ({ index, file }: { index: number; file: string }) => {
  const report = await reportFile(file, context, settings.options, settings.printing)
  parentPort?.postMessage({ index, report })
})
