import type { ProblemView } from './problem-view.ts'
import type { MailRecord } from './mail-record.ts'
import type { Knowledge, Register, RuleSource } from 'engine'

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

/** What the parsing thread answers, in this order: opened, then for each mail found and read, then done. */
export type ThreadAnswer =
  | {
      readonly answer: 'opened'
      readonly kind: FileKind
      readonly mailCount: number
      readonly problems: readonly ProblemView[]
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

/** What a submitted file turned out to be. */
export type FileKind = 'mail' | 'archive' | 'mbox' | 'unknown'
