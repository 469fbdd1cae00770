import { STANDARD_INPUT } from '../analyse/list-files.ts'
import type { FileReport } from '../analyse/report-file.ts'
import { reportFiles } from '../analyse/report-files.ts'
import type { WorkerSettings } from '../analyse/worker-settings.ts'
import { findLogs } from './find-logs.ts'
import { readStandardInput } from './read-standard-input.ts'
import { reportLog } from './report-log.ts'

/** Reports of all files: access logs one after the other as streams, then the mails. */
export async function* reportAll(
  files: readonly string[],
  settings: WorkerSettings,
): AsyncGenerator<FileReport> {
  const { options, printing } = settings
  const logs = await findLogs(files)
  const input = files.includes(STANDARD_INPUT) ? await readStandardInput() : undefined
  const others: string[] = []
  for (const file of files) {
    if (logs.has(file)) yield await reportLog(file, undefined, options, printing)
    else if (file === STANDARD_INPUT && input?.isLog === true)
      yield await reportLog(file, input.pieces, options, printing)
    else others.push(file)
  }
  const standardInput = input?.isLog === false ? { standardInput: input.bytes } : {}
  yield* reportFiles(others, { ...settings, options: { ...options, ...standardInput } })
}
