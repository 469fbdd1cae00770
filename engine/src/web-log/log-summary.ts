import type { Bilingual } from '../bilingual.ts'
import type { ByteRange } from '../evidence/message.ts'
import type { Weight } from '../techniques/technique.ts'
import type { LogFormatId } from './formats/log-format.ts'
import type { ProbeKind } from './probes/probe-kinds.ts'
import type { Timeline } from './tally/time-buckets.ts'
import type { AddressKind } from './to-address.ts'

/** A line as it stands in the log, at most 1,000 bytes of it. Hostile text. */
export interface LogSample {
  /** Number of the line, from 1. */
  readonly line: number
  readonly text: string
  /** The part of `text` that shows it, in UTF-16 units. */
  readonly mark?: ByteRange
}

export interface MarkCount {
  readonly label: string
  readonly count: number
}

/** What one kind of probing came to. Counts are requests. */
export interface ProbeSummary {
  readonly kind: ProbeKind
  readonly title: Bilingual
  readonly weight: Weight
  readonly say: Bilingual
  readonly count: number
  /** Answered with 2xx: what was looked for may have been there. */
  readonly answered: number
  readonly sources: number
  readonly firstAt?: Date
  readonly lastAt?: Date
  /** What was looked for most, most frequent first. */
  readonly marks: readonly MarkCount[]
  readonly samples: readonly LogSample[]
}

export interface KindCount {
  readonly kind: ProbeKind
  readonly count: number
}

export interface SourceSummary {
  readonly address: string
  readonly type: AddressKind
  readonly count: number
  /** Requests of it that may be missing in `count`; 0 when the count is exact. */
  readonly missedMax: number
  readonly probes: number
  readonly answered: number
  readonly sizeBytes: number
  readonly kinds: readonly KindCount[]
  readonly firstAt?: Date
  readonly lastAt?: Date
  /** Holder of the network, when the log names one. */
  readonly holder?: string
  /** User agent of its first request that probed. */
  readonly agent?: string
}

export interface PathSummary {
  readonly path: string
  readonly count: number
  readonly missedMax: number
  readonly probes: number
  readonly answered: number
  readonly kinds: readonly ProbeKind[]
}

/** An access log in figures. Plain data that crosses threads and becomes JSON as it is. */
export interface WebLogSummary {
  readonly formats: readonly { readonly format: LogFormatId; readonly lines: number }[]
  readonly lines: {
    readonly read: number
    readonly requests: number
    /** Lines about the log itself, and empty ones. */
    readonly other: number
    /** Lines of no known form. */
    readonly broken: number
    /** Lines longer than the limit, read up to it. */
    readonly cut: number
    readonly undated: number
    /** Dated more than a day after the log was handed in. */
    readonly future: number
  }
  readonly sizeBytes: number
  readonly responseBytes: number
  readonly firstAt?: Date
  readonly lastAt?: Date
  readonly sources: { readonly count: number; readonly isEstimated: boolean }
  readonly statuses: readonly { readonly status: number; readonly count: number }[]
  /** Requests that probe in any way, their sources and those answered with 2xx. */
  readonly probes: {
    readonly count: number
    readonly sources: number
    readonly isEstimated: boolean
    readonly answered: number
  }
  readonly kinds: readonly ProbeSummary[]
  /** Sources that probe most, then those that ask most. */
  readonly probing: readonly SourceSummary[]
  readonly busiest: readonly SourceSummary[]
  readonly probedPaths: readonly PathSummary[]
  readonly paths: readonly PathSummary[]
  readonly timeline?: Timeline
  /** The first lines of no known form. */
  readonly brokenSamples: readonly LogSample[]
}
