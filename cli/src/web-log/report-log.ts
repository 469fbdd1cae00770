import type { AnalyseArguments } from '../analyse/read-arguments.ts'
import type { FileReport, Printing } from '../analyse/report-file.ts'
import { EXIT } from '../exit-codes.ts'
import { toInert, toInertJson } from '../terminal/inert.ts'
import { buildStyle } from '../terminal/style.ts'
import { readLog, readLogFile, type ReadLog } from './read-log.ts'
import { isAlarming, renderLog } from './render-log.ts'
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
  { language, isAll, isJson, tellsFound }: AnalyseArguments,
  { hasColour, columns }: Printing,
): FileReport {
  const { summary, trouble } = read
  const style = buildStyle(hasColour)
  const output = isJson
    ? `${toInertJson({ file, kind: 'web-log', ...summary })}\n`
    : `${renderLog(file, read, { language, style, columns, isAll })}\n\n`
  const words = trouble === 'damaged' ? LOG_WORDS.damaged : LOG_WORDS.tooLarge
  const isFound = tellsFound && isAlarming(summary)
  return {
    output,
    complaint: trouble === undefined ? '' : `${toInert(file)}: ${words[language]}\n`,
    mailCount: 0,
    exitCode: trouble !== undefined ? EXIT.unreadable : isFound ? EXIT.found : EXIT.nothing,
  }
}
