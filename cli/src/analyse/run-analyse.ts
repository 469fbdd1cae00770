import type { Register } from 'engine'
import { EXIT } from '../exit-codes.ts'
import { limits } from '../limits.ts'
import { mayColour } from '../terminal/style.ts'
import { usage } from '../usage.ts'
import { listFiles } from './list-files.ts'
import { loadRegister } from './load-register.ts'
import { startProgress } from './progress.ts'
import { type AnalyseArguments, readArguments } from './read-arguments.ts'
import { reportAll } from '../web-log/report-all.ts'

/** `noroshi analyse`: answers with the exit code. */
export async function runAnalyse(words: readonly string[]): Promise<number> {
  const options = readArguments(words)
  if (options === undefined) {
    process.stderr.write(usage)
    return EXIT.usage
  }
  const register = tryLoadRegister(options)
  if (register === undefined) return EXIT.usage
  const files = listFiles(options.files)
  const printing = {
    hasColour: !options.isJson && mayColour(process.stdout),
    columns: process.stdout.columns ?? limits.columnsDefault,
  }
  const progress = startProgress(files.length, options.language)
  let exitCode: number = EXIT.nothing
  for await (const report of reportAll(files, { register, options, printing })) {
    if (report.output !== '' || report.complaint !== '') progress.end()
    if (report.complaint !== '') process.stderr.write(report.complaint)
    if (!(await write(report.output))) return exitCode
    exitCode = Math.max(exitCode, report.exitCode)
    progress.step(report.mailCount)
  }
  progress.end()
  return exitCode
}

function tryLoadRegister({ registerFile, language }: AnalyseArguments): Register | undefined {
  try {
    return loadRegister(registerFile)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const words =
      language === 'ja' ? '登録簿を読み込めませんでした' : 'the register could not be read'
    process.stderr.write(`${registerFile ?? ''}: ${words} (${why})\n`)
    return undefined
  }
}

/** Waits for a slow reader; answers false when the reader has gone, as `head` does. */
async function write(text: string): Promise<boolean> {
  if (text === '' || process.stdout.write(text)) return !process.stdout.destroyed
  return new Promise((resolve) => {
    process.stdout.once('drain', () => resolve(true))
    process.stdout.once('close', () => resolve(false))
  })
}
