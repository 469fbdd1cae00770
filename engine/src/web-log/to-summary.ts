import { limits } from '../limits.ts'
import type { LogFormatId } from './formats/log-format.ts'
import type {
  KindCount,
  PathSummary,
  ProbeSummary,
  SourceSummary,
  WebLogSummary,
} from './log-summary.ts'
import { listKinds, PROBE_KINDS, PROBE_TITLES } from './probes/probe-kinds.ts'
import { sayProbe } from './say-probe.ts'
import type { LogTally } from './tally/log-tally.ts'
import type { PathTally, SourceTally } from './tally/tallies.ts'
import { kindOfAddress, toAddress } from './to-address.ts'

/** What was counted, as plain data: the most telling first, and what is approximate said so. */
export function toSummary(
  tally: LogTally,
  formats: readonly { readonly format: LogFormatId; readonly lines: number }[],
): WebLogSummary {
  const { sources, paths, probedPaths, lines } = tally
  const isExact = sources.isExact
  const timeline = tally.times.toTimeline(limits.logTimelineStepsMax)
  const probing = sources.list(limits.logSourcesShownMax, ({ probes }) => probes)
  const busiest = sources.list(limits.logBusiestShownMax, ({ count }) => count)
  return {
    formats,
    lines: { ...lines },
    sizeBytes: tally.sizeBytes,
    responseBytes: tally.responseBytes,
    ...toSpan(tally),
    sources: { count: isExact ? sources.size : tally.distinct.estimate(), isEstimated: !isExact },
    statuses: [...tally.statuses.entries()]
      .filter(([, count]) => count > 0)
      .map(([status, count]) => ({ status, count })),
    probes: { ...tally.probes, ...countProbing(tally) },
    kinds: toKinds(tally),
    probing: probing.map(toSource),
    busiest: busiest.map(toSource),
    probedPaths: probedPaths.list(limits.logPathsShownMax, ({ count }) => count).map(toPathSummary),
    paths: paths.list(limits.logPathsShownMax, ({ count }) => count).map(toPathSummary),
    ...(timeline === undefined ? {} : { timeline }),
    brokenSamples: tally.brokenSamples,
  }
}

function countProbing({ sources, distinctProbing }: LogTally) {
  if (!sources.isExact) return { sources: distinctProbing.estimate(), isEstimated: true }
  let count = 0
  for (const { probes } of sources.values()) if (probes > 0) count++
  return { sources: count, isEstimated: false }
}

function toKinds(tally: LogTally): ProbeSummary[] {
  return PROBE_KINDS.flatMap((kind, number) => {
    const one = tally.kinds[number]
    if (one === undefined || one.count === 0) return []
    const sources = tally.sources.isExact
      ? countWith(tally.sources.values(), number)
      : one.sources.estimate()
    const { count, answered } = one
    return {
      kind,
      title: PROBE_TITLES[kind],
      ...sayProbe(kind, { count, answered, sources }),
      count,
      answered,
      sources,
      ...toSpan(one),
      marks: [...one.marks]
        .map(([label, times]) => ({ label, count: times }))
        .sort((a, b) => b.count - a.count)
        .slice(0, limits.logMarksShownMax),
      samples: [...one.answeredSamples, ...one.samples].slice(0, limits.logSamplesMax * 2),
    }
  })
}

function countWith(sources: Iterable<SourceTally>, kind: number): number {
  let count = 0
  for (const { kinds } of sources) if ((kinds?.[kind] ?? 0) > 0) count++
  return count
}

function toSource(source: SourceTally): SourceSummary {
  const { count, missedMax, probes, answered, sizeBytes, holder, agent } = source
  const address = toAddress(source.address)
  return {
    address,
    type: kindOfAddress(address),
    count,
    missedMax,
    probes,
    answered,
    sizeBytes,
    kinds: toKindCounts(source),
    ...toSpan(source),
    ...(holder === undefined ? {} : { holder: holder.slice(0, limits.logAddressBytesMax) }),
    ...(agent === undefined ? {} : { agent }),
  }
}

function toKindCounts({ kinds }: SourceTally): KindCount[] {
  return PROBE_KINDS.map((kind, number) => ({ kind, count: kinds?.[number] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
}

function toPathSummary({
  path,
  count,
  missedMax,
  probes,
  answered,
  kinds,
}: PathTally): PathSummary {
  return { path, count, missedMax, probes, answered, kinds: listKinds(kinds) }
}

/** First and last moment, when any line told one. */
function toSpan({ firstAt, lastAt }: { readonly firstAt: number; readonly lastAt: number }) {
  if (!Number.isFinite(firstAt) || !Number.isFinite(lastAt)) return {}
  return { firstAt: new Date(firstAt), lastAt: new Date(lastAt) }
}
