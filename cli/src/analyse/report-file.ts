import { EXIT } from '../exit-codes.ts'
import { toInert } from '../terminal/inert.ts'
import { buildStyle } from '../terminal/style.ts'
import { type AnalysisContext, analyseFile, type NamedAnalysis } from './analyse-file.ts'
import type { AnalyseArguments } from './read-arguments.ts'
import { renderReport } from './render-report.ts'
import { toJsonLine } from './to-json-line.ts'
import { toSarifResults } from './to-sarif.ts'

/** What is printed for one file, ready to be written: plain data that crosses threads. */
export interface FileReport {
  readonly output: string
  readonly complaint: string
  readonly mailCount: number
  readonly exitCode: number
}

export interface Printing {
  readonly hasColour: boolean
  readonly columns: number
}

/** Analyses one file and renders it; a file that cannot be read becomes a complaint. */
export async function reportFile(
  file: string,
  context: AnalysisContext,
  options: AnalyseArguments,
  printing: Printing,
): Promise<FileReport> {
  const { language } = options
  try {
    const { mails, problems } = await analyseFile(file, context)
    const output = renderMails(mails, options, printing)
    const isFound =
      options.tellsFound &&
      mails.some(({ analysis }) => analysis.findings.some((one) => one.weight !== 'weak'))
    const complaints = problems.map((one) => `${toInert(file)}: ${one.say[language]}\n`).join('')
    const exitCode = mails.length === 0 ? EXIT.unreadable : isFound ? EXIT.found : EXIT.nothing
    const empty = language === 'ja' ? 'メールが見つかりません。' : 'holds no mail.'
    const complaint = mails.length === 0 ? `${complaints}${toInert(file)}: ${empty}\n` : complaints
    return { output, complaint, mailCount: mails.length, exitCode }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const words = language === 'ja' ? '読み込めませんでした' : 'could not be read'
    return {
      output: '',
      complaint: `${toInert(file)}: ${words} (${toInert(why)})\n`,
      mailCount: 0,
      exitCode: EXIT.unreadable,
    }
  }
}

function renderMails(
  mails: readonly NamedAnalysis[],
  { format, language, isAll }: AnalyseArguments,
  { hasColour, columns }: Printing,
): string {
  if (format === 'sarif') return toSarifResults(mails, language)
  if (format === 'json') return mails.map((one) => `${toJsonLine(one)}\n`).join('')
  const style = buildStyle(hasColour)
  const options = { language, style, columns, isAll }
  return mails.map((one) => `${renderReport(one, options)}\n\n`).join('')
}
