import type { ProblemView } from './problem-view.ts'
import type { MailRecord } from './mail-record.ts'
import type { WebLogSummary } from 'contract/web-log'
import type { Knowledge, Register, RuleSource, UnpackTrouble } from 'engine'

/** What mails are read with; small enough to be sent whole when any of it changes. */
export interface ReadingKnowledge {
  readonly register: Register
  readonly knowledge: Knowledge
  readonly rules: readonly RuleSource[]
}

/** The same with a mark that changes whenever any of it does. */
export type KnownNow = ReadingKnowledge & { readonly stamp: string }

/** What the hub asks of the parsing thread. */
export type ThreadRequest =
  | ({ readonly ask: 'register' } & ReadingKnowledge)
  | {
      readonly ask: 'open'
      readonly bytes: Uint8Array
      readonly fileName?: string
      /** It came to the hub's mailbox, so what counts is the mail inside. */
      readonly isForward: boolean
      readonly submittedAt: Date
      /** Mails before this one were read by a thread that is gone. */
      readonly firstMail: number
    }
  /** The last mail is taken; go on. Holds memory to one mail at a time. */
  | { readonly ask: 'next' }
  /** A file begins with these bytes: is it an access log? What was read of another one is forgotten. */
  | { readonly ask: 'log-begin'; readonly head: Uint8Array; readonly submittedAt: Date }
  /** More bytes of the log, in their order. Answered when they are read. */
  | { readonly ask: 'log-piece'; readonly bytes: Uint8Array }
  | { readonly ask: 'log-end' }

/** What the parsing thread answers, in this order: opened, then for each mail found and read, then done. */
export type ThreadAnswer =
  | {
      readonly answer: 'opened'
      readonly kind: FileKind
      readonly mailCount: number
      readonly problems: readonly ProblemView[]
      /** Access logs inside an archive. */
      readonly logs?: readonly LogReading[]
    }
  | {
      readonly answer: 'found'
      readonly index: number
      readonly path: string
      readonly bytes: Uint8Array
      readonly fileName?: string
    }
  | { readonly answer: 'read'; readonly index: number; readonly record: MailRecord }
  | { readonly answer: 'done' }
  | { readonly answer: 'log-begun'; readonly isLog: boolean }
  | { readonly answer: 'log-taken' }
  | { readonly answer: 'log-read'; readonly log: LogReading; readonly trouble?: UnpackTrouble }

/** One access log in figures. */
export interface LogReading {
  /** Place inside the file; empty for the file itself. */
  readonly path: string
  readonly fileName?: string
  /** As JSON has it, for it becomes a row: moments are text, and every text can be stored. */
  readonly summary: WebLogSummary
}

/** What a submitted file turned out to be. */
export type FileKind = 'mail' | 'archive' | 'mbox' | 'web-log' | 'file' | 'unknown'
