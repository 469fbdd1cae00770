import type { Buffer } from 'node:buffer'
import type { LogLine } from '../log-line.ts'

/** The forms of a log that can be read; the ids travel in summaries. */
export const LOG_FORMATS = ['combined', 'w3c', 'load-balancer', 'json', 'ecs', 'squid'] as const
export type LogFormatId = (typeof LOG_FORMATS)[number]

/** What a line was for a format: none of its own, a request, or a line about the log itself. */
export type LineOutcome = 'foreign' | 'request' | 'directive'

/** Reads lines of one form. It may remember earlier lines, as W3C logs need. */
export interface LogFormat {
  /** What the last line was called; one reader may know two names. */
  readonly id: LogFormatId
  /** Fills `line` from the bytes between start and end. Never throws. */
  parse(bytes: Buffer, start: number, end: number, line: LogLine): LineOutcome
}
