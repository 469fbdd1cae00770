import type { Register } from 'engine'
import { EXIT } from '../exit-codes.ts'
import { limits } from '../limits.ts'
import { mayColour } from '../terminal/style.ts'
import { readVersion } from '../read-version.ts'
import { usage } from '../usage.ts'
import { listFiles } from './list-files.ts'
import { loadRegister } from './load-register.ts'
import { startProgress } from './progress.ts'
import { loadDnsRecords } from './load-dns-records.ts'
import { loadRules } from './load-rules.ts'
import { type AnalyseArguments, readArguments } from './read-arguments.ts'
import { reportAll } from '../web-log/report-all.ts'
import type { WorkerSettings } from './worker-settings.ts'
import { renderSarifEnd, SARIF_START } from './to-sarif.ts'

/** `noroshi analyse`: answers with the exit code. */
export async function runAnalyse(words: readonly string[]): Promise<number> {
  const options = readArguments(words)
  if (options === undefined) {
    process.stderr.write(usage)
    return EXIT.usage
  }
  const known = await tryLoadKnown(options)
  if (known === undefined) return EXIT.usage
  const files = listFiles(options.files)
  const printing = {
    hasColour: options.format === 'page' && mayColour(process.stdout),
    columns: process.stdout.columns ?? limits.columnsDefault,
  }
  const progress = startProgress(files.length, options.language)
  const frame = toFrame(options)
  let exitCode: number = EXIT.nothing
  let isFirst = true
  await write(frame.start)
  for await (const report of reportAll(files, { ...known, options, printing })) {
    if (report.output !== '' || report.complaint !== '') progress.end()
    if (report.complaint !== '') process.stderr.write(report.complaint)
    const between = isFirst || report.output === '' ? '' : frame.between
    if (report.output !== '') isFirst = false
    if (!(await write(between + report.output))) return exitCode
    exitCode = Math.max(exitCode, report.exitCode)
    progress.step(report.mailCount)
  }
  progress.end()
  await write(frame.end)
  return exitCode
}

/** What stands around and between the reports of the files. */
function toFrame({ format, language }: AnalyseArguments) {
  if (format !== 'sarif') return { start: '', between: '', end: '' }
  return { start: SARIF_START, between: ',\n', end: renderSarifEnd(readVersion(), language) }
}

/** Register, rules and DNS answers; undefined after saying what was wrong with them. */
async function tryLoadKnown(
  options: AnalyseArguments,
): Promise<Pick<WorkerSettings, 'register' | 'rules' | 'dnsRecords'> | undefined> {
  const register = tryLoadRegister(options)
  if (register === undefined) return undefined
  const { language } = options
  try {
    const rules = await loadRules(options.ruleFiles)
    return { register, rules, dnsRecords: loadDnsRecords(options.dnsFiles, language) }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const words =
      language === 'ja'
        ? 'ルールかDNSの回答を読み込めませんでした'
        : 'the rules or DNS answers could not be read'
    process.stderr.write(`${words} (${why})\n`)
    return undefined
  }
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
