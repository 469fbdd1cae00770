import { z } from 'zod'
import { Bilingual, Moment, Weight } from './common.ts'

/** Kinds of requests that look for holes in a web server; the engine's list, in order of display. */
export const PROBE_KINDS = [
  'traversal',
  'config-file',
  'web-shell',
  'injection',
  'known-hole',
  'wordpress',
  'login-guessing',
  'form-flood',
  'scanner',
] as const
export const ProbeKind = z.enum(PROBE_KINDS)
export type ProbeKind = z.infer<typeof ProbeKind>

const count = z.number().int()
const span = { firstAt: Moment.optional(), lastAt: Moment.optional() }

const LogSample = z.object({
  line: count,
  /** Hostile text, at most 1,000 bytes of the line. */
  text: z.string(),
  mark: z.object({ start: count, end: count }).optional(),
})
export type LogSample = z.infer<typeof LogSample>

const ProbeSummary = z.object({
  kind: ProbeKind,
  title: Bilingual,
  weight: Weight,
  say: Bilingual,
  count,
  /** Answered with 2xx: what was looked for may have been there. */
  answered: count,
  sources: count,
  ...span,
  marks: z.array(z.object({ label: z.string(), count })),
  samples: z.array(LogSample),
})
export type ProbeSummary = z.infer<typeof ProbeSummary>

const SourceSummary = z.object({
  address: z.string(),
  type: z.enum(['ipv4', 'ipv6', 'host']),
  count,
  /** Requests that may be missing in `count`; 0 when it is exact. */
  missedMax: count,
  probes: count,
  answered: count,
  sizeBytes: z.number(),
  kinds: z.array(z.object({ kind: ProbeKind, count })),
  ...span,
  holder: z.string().optional(),
  agent: z.string().optional(),
})
export type SourceSummary = z.infer<typeof SourceSummary>

const PathSummary = z.object({
  path: z.string(),
  count,
  missedMax: count,
  probes: count,
  answered: count,
  kinds: z.array(ProbeKind),
})
export type PathSummary = z.infer<typeof PathSummary>

const Timeline = z.object({
  startAt: Moment,
  stepMs: count,
  requests: z.array(count),
  probes: z.array(count),
  /** Requests whose time lies far from all others. */
  outside: count,
})
export type Timeline = z.infer<typeof Timeline>

/** An access log in figures, as the engine counted it. */
export const WebLogSummary = z.object({
  formats: z.array(z.object({ format: z.string(), lines: count })),
  lines: z.object({
    read: count,
    requests: count,
    other: count,
    broken: count,
    cut: count,
    undated: count,
    future: count,
  }),
  sizeBytes: z.number(),
  responseBytes: z.number(),
  ...span,
  sources: z.object({ count, isEstimated: z.boolean() }),
  statuses: z.array(z.object({ status: count, count })),
  probes: z.object({ count, sources: count, isEstimated: z.boolean(), answered: count }),
  kinds: z.array(ProbeSummary),
  probing: z.array(SourceSummary),
  busiest: z.array(SourceSummary),
  probedPaths: z.array(PathSummary),
  paths: z.array(PathSummary),
  timeline: Timeline.optional(),
  brokenSamples: z.array(LogSample),
})
export type WebLogSummary = z.infer<typeof WebLogSummary>

/** A log among the files of a submission. */
export const WebLogView = z.object({
  logId: z.uuid(),
  /** Place inside the file; empty for the file itself. */
  path: z.string(),
  fileName: z.string().optional(),
  summary: WebLogSummary,
  /** What is true of every such log, so that nobody takes an ordered scan for an attack. */
  innocent: z.array(Bilingual),
  blindSpots: z.array(Bilingual),
  advice: Bilingual,
  attack: z.array(z.string()),
})
export type WebLogView = z.infer<typeof WebLogView>

/** Answer of `GET /api/submissions/{submissionId}/web-logs`. */
export const WebLogList = z.object({ logs: z.array(WebLogView) })
export type WebLogList = z.infer<typeof WebLogList>
