import { ThreadGone } from '../../threads/thread-gone.ts'
import { analysisLimits as limits } from '../limits.ts'
import type { MailRecord } from './mail-record.ts'
import type { FileKind, KnownNow, LogReading } from './parse-protocol.ts'
import type { ParsingThread, ThreadTimes } from './parsing-thread.ts'
import { type ProblemView, hubProblem } from './problem-view.ts'

export interface SubmittedFile {
  readonly bytes: Uint8Array
  readonly fileName?: string | undefined
  readonly isForward: boolean
  readonly submittedAt: Date
}

/** One mail of a file. Without a record its bytes were found but could not be read; `problem` says why. */
export interface ReadMail {
  readonly path: string
  readonly bytes: Uint8Array
  readonly fileName?: string
  readonly record?: MailRecord
  readonly problem?: ProblemView
}

/** What a file was and what was wrong with it, complete when all its mails have been taken. */
export interface FileOutcome {
  kind: FileKind
  mailCount: number
  problems: ProblemView[]
  /** Access logs inside an archive. */
  logs: readonly LogReading[]
}

/**
 * Opens a submitted file in the parsing thread and yields its mails one by one.
 * A mail that kills the thread is yielded unread, a new thread goes on behind it; only time spent
 * by the thread counts, not the time its mails take to be stored.
 */
export async function* readFile(
  thread: ParsingThread,
  file: SubmittedFile,
  known: KnownNow,
  outcome: FileOutcome,
): AsyncGenerator<ReadMail> {
  const clock = new FileClock(thread.times)
  let firstMail = 0
  for (let start = 0; start <= limits.restartsPerFileMax; start += 1) {
    thread.useRegister(known.stamp, known)
    let brokeOff = false
    for await (const mail of readFrom({ thread, file, firstMail, clock, outcome })) {
      firstMail += 1
      brokeOff = mail.problem !== undefined
      yield mail
    }
    if (!brokeOff || firstMail >= outcome.mailCount) return
    if (clock.isSpent()) break
  }
  outcome.problems.push(hubProblem('reading-left-off', ''))
}

interface Run {
  readonly thread: ParsingThread
  readonly file: SubmittedFile
  readonly firstMail: number
  readonly clock: FileClock
  readonly outcome: FileOutcome
}

/** Mails from the first one asked for on. Ends early, with that mail unread, when the thread is lost. */
async function* readFrom({
  thread,
  file,
  firstMail,
  clock,
  outcome,
}: Run): AsyncGenerator<ReadMail> {
  let found: ReadMail | undefined
  try {
    const opened = await clock.time(thread.times.fileWallMs, (wallMs) =>
      thread.ask({ ask: 'open', firstMail, ...askedFile(file) }, wallMs),
    )
    if (opened.answer !== 'opened') throw new ThreadGone('broke-off')
    if (firstMail === 0) {
      outcome.kind = opened.kind
      outcome.mailCount = opened.mailCount
      outcome.problems.push(...opened.problems)
      outcome.logs = opened.logs ?? []
      clock.allowFor(opened.mailCount)
    }
    for (;;) {
      const next = await clock.time(thread.times.mailWallMs, (wallMs) =>
        thread.ask({ ask: 'next' }, wallMs),
      )
      if (next.answer === 'found') {
        const { path, bytes, fileName } = next
        found = { path, bytes, ...(fileName === undefined ? {} : { fileName }) }
      } else if (next.answer === 'read' && found !== undefined) {
        yield { ...found, record: next.record }
        found = undefined
      } else return
    }
  } catch (error) {
    if (!(error instanceof ThreadGone)) throw error
    const problem = hubProblem(`reading-${error.code}`, found?.path ?? '')
    if (found === undefined) outcome.problems.push(problem)
    else yield { ...found, problem }
  }
}

function askedFile({ bytes, fileName, isForward, submittedAt }: SubmittedFile) {
  return { bytes, isForward, submittedAt, ...(fileName === undefined ? {} : { fileName }) }
}

/** Time the thread may still spend on one file. */
class FileClock {
  private readonly times: ThreadTimes
  private leftMs: number

  constructor(times: ThreadTimes) {
    this.times = times
    this.leftMs = times.fileWallMs
  }

  /** A file of many mails is given more, in proportion. */
  allowFor(mailCount: number): void {
    this.leftMs += Math.max(0, mailCount - 1) * this.times.furtherMailMs
  }

  isSpent(): boolean {
    return this.leftMs <= 0
  }

  async time<T>(answerMsMax: number, work: (wallMs: number) => Promise<T>): Promise<T> {
    const startedMs = performance.now()
    try {
      return await work(Math.min(this.leftMs, answerMsMax))
    } finally {
      this.leftMs -= performance.now() - startedMs
    }
  }
}
