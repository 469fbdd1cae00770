import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import {
  analyse,
  type CompiledRules,
  findSharedPasswords,
  openEvidence,
  type Knowledge,
  type MailAnalysis,
  type Problem,
  type RegisterIndex,
} from 'engine'
import { limits } from '../limits.ts'
import { STANDARD_INPUT } from './list-files.ts'

/** One mail of a file, under the name it is reported by. */
export interface NamedAnalysis {
  /** The file, with `#path` when it holds several mails. */
  readonly file: string
  /** The file alone, and the mail's place in it when it holds several. */
  readonly source: { readonly file: string; readonly mailPath?: string }
  readonly analysis: MailAnalysis
  /** Whether the mail is the file byte for byte, so that its offsets are those of the file. */
  readonly isWholeFile: boolean
  readonly milliseconds: number
}

/** What every mail of the run is read with. */
export interface AnalysisContext {
  readonly register: RegisterIndex
  readonly passwords: readonly string[]
  readonly rules?: CompiledRules
  readonly knowledge?: Knowledge
  /** What came on standard input, read before, because it may have been a log. */
  readonly standardInput?: Uint8Array
}

export interface AnalysedFile {
  readonly mails: readonly NamedAnalysis[]
  /** Problems of the file itself, such as an archive that stayed closed. */
  readonly problems: readonly Problem[]
}

/** Reads and analyses one file. Throws when the operating system does not give it to us. */
export async function analyseFile(file: string, context: AnalysisContext): Promise<AnalysedFile> {
  const { passwords, standardInput = new Uint8Array() } = context
  const bytes = file === STANDARD_INPUT ? standardInput : readBounded(file)
  const opened = await openEvidence(bytes, { fileName: basename(file), passwords })
  const mails: NamedAnalysis[] = []
  const tried = [...passwords, ...findSharedPasswords(opened.mails)]
  for (const mail of opened.mails) {
    const startedAt = performance.now()
    const analysis = await analyse(mail.bytes, { ...context, passwords: tried })
    const isOne = opened.mails.length === 1
    const source = isOne ? { file } : { file, mailPath: mail.path }
    const name = isOne ? file : `${file}#${mail.path}`
    const milliseconds = performance.now() - startedAt
    const isWholeFile = Buffer.compare(mail.bytes, bytes) === 0
    mails.push({ file: name, source, analysis, isWholeFile, milliseconds })
  }
  return { mails, problems: opened.problems }
}

function readBounded(file: string): Uint8Array {
  const { size } = statSync(file)
  if (size > limits.fileBytesMax) throw new Error(`larger than ${limits.fileBytesMax} bytes`)
  return readFileSync(file)
}
