export { isKnownMark } from './probes/known-marks.ts'
export { isWebLog } from './is-web-log.ts'
export { sniffWebLog } from './sniff-web-log.ts'
export { findPacking, type LogPacking, unpackLog, type UnpackTrouble } from './unpack-log.ts'
export { isPlainAttacker, weighSource } from './weigh-source.ts'
export { WebLogReader, type WebLogOptions } from './web-log-reader.ts'
export { PROBE_KINDS, PROBE_TITLES, type ProbeKind } from './probes/probe-kinds.ts'
export type {
  LogSample,
  PathSummary,
  ProbeSummary,
  SourceSummary,
  WebLogSummary,
} from './log-summary.ts'
export type { Timeline } from './tally/time-buckets.ts'
