import { parentPort, workerData } from 'node:worker_threads'
import { buildRegister, type Register } from 'engine'
import type { AnalyseArguments } from './read-arguments.ts'
import { type Printing, reportFile } from './report-file.ts'

/** The thread side of `reportFiles`: one file in, one report out. */
export interface WorkerSettings {
  readonly register: Register
  readonly options: AnalyseArguments
  readonly printing: Printing
}

const settings = workerData as WorkerSettings
const register = buildRegister(settings.register)

parentPort?.on('message', async ({ index, file }: { index: number; file: string }) => {
  const report = await reportFile(file, register, settings.options, settings.printing)
  parentPort?.postMessage({ index, report })
})
