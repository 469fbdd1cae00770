import type { AnalyseArguments } from '../analyse/read-arguments.ts'
import type { FileReport, Printing } from '../analyse/report-file.ts'
import { EXIT } from '../exit-codes.ts'
import { toInert, toInertJson } from '../terminal/inert.ts'
import { buildStyle } from '../terminal/style.ts'
import { readLog, readLogFile, type ReadLog } from './read-log.ts'
import { isAlarming, renderLog } from './render-log.ts'
import { toSarifLogResults } from './to-sarif-log-results.ts'
import { LOG_WORDS } from './words.ts'

/** Reads one access log and renders it; one that cannot be read becomes a complaint. */
export async function reportLog(
  file: string,
  pieces: AsyncIterable<Uint8Array> | undefined,
  options: AnalyseArguments,
  printing: Printing,
): Promise<FileReport> {
  const { language } = options
  try {
    const read =
      pieces === undefined
        ? await readLogFile(file, language)
        : await readLog(pieces, undefined, language)
    return toReport(file, read, options, printing)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const words = language === 'ja' ? '読み込めませんでした' : 'could not be read'
    const complaint = `${toInert(file)}: ${words} (${toInert(why)})\n`
    return { output: '', complaint, mailCount: 0, exitCode: EXIT.unreadable }
  }
}

function toReport(
  file: string,
  read: ReadLog,
  options: AnalyseArguments,
  printing: Printing,
): FileReport {
  const { language, tellsFound } = options
  const { summary, trouble } = read
  const output = renderRead(file, read, options, printing)
  const words = trouble === 'damaged' ? LOG_WORDS.damaged : LOG_WORDS.tooLarge
  const isFound = tellsFound && isAlarming(summary)
  return {
    output,
    complaint: trouble === undefined ? '' : `${toInert(file)}: ${words[language]}\n`,
    mailCount: 0,
    exitCode: trouble !== undefined ? EXIT.unreadable : isFound ? EXIT.found : EXIT.nothing,
  }
}

function renderRead(
  file: string,
  read: ReadLog,
  { format, language, isAll }: AnalyseArguments,
  { hasColour, columns }: Printing,
): string {
  if (format === 'sarif') return toSarifLogResults(file, read.summary, language)
  if (format === 'json') return `${toInertJson({ file, kind: 'web-log', ...read.summary })}\n`
  const style = buildStyle(hasColour)
  return `${renderLog(file, read, { language, style, columns, isAll })}\n\n`
}
