import { limits } from '../../limits.ts'
import type { LogLine } from '../log-line.ts'
import type { LogSample } from '../log-summary.ts'
import { type FoundProbes, ProbeFinder } from '../probes/find-probes.ts'
import { toPostedPath } from '../probes/form-paths.ts'
import { bitOf, PROBE_KINDS, type ProbeKind } from '../probes/probe-kinds.ts'
import { toAddressKey, type AddressKey } from '../to-address.ts'
import { BurstCounter } from './burst-counter.ts'
import { DistinctCount } from './distinct-count.ts'
import { KindTally, labelOf } from './kind-tally.ts'
import { toPath, toTarget } from './path-key.ts'
import {
  type PathTally,
  type SourceTally,
  countKind,
  startPath,
  startSource,
  worthOfSource,
} from './tallies.ts'
import { TimeBuckets } from './time-buckets.ts'
import { toAgent } from './to-agent.ts'
import { type LineBytes, toSample } from './to-sample.ts'
import { TopCounts } from './top-counts.ts'

/** Everything that is counted while a log is read, in memory bounded by limits.ts. */
export class LogTally {
  readonly lines = { read: 0, requests: 0, other: 0, broken: 0, cut: 0, undated: 0, future: 0 }
  sizeBytes = 0
  responseBytes = 0
  firstAt = Number.POSITIVE_INFINITY
  lastAt = Number.NEGATIVE_INFINITY
  readonly statuses = new Float64Array(1000)
  readonly sources = new TopCounts<AddressKey, SourceTally>(limits.logSourcesMax, worthOfSource)
  readonly distinct = new DistinctCount()
  readonly distinctProbing = new DistinctCount()
  readonly paths = new TopCounts<string, PathTally>(limits.logPathsMax)
  readonly probedPaths = new TopCounts<string, PathTally>(limits.logPathsMax)
  readonly times = new TimeBuckets()
  readonly kinds = PROBE_KINDS.map(() => new KindTally())
  readonly probes = { count: 0, answered: 0 }
  readonly brokenSamples: LogSample[] = []
  private readonly finder = new ProbeFinder()
  private readonly bursts = new BurstCounter()
  private readonly futureAt: number

  constructor(futureAt: number) {
    this.futureAt = futureAt
  }

  add(line: LogLine, bytes: LineBytes): void {
    const { status, at } = line
    const isAnswered = status >= 200 && status < 300
    this.lines.requests++
    this.responseBytes += line.sizeBytes
    this.statuses[status] = (this.statuses[status] ?? 0) + 1
    const source = this.countSource(line)
    const path = this.countPath(line, isAnswered)
    const found = this.finder.find(line)
    if (Number.isNaN(at)) this.lines.undated++
    else this.countTime(at, found.kinds !== 0)
    if (found.kinds !== 0) this.countProbe({ line, bytes, found, source, path, isAnswered })
    const isPost =
      line.methodEnd - line.methodStart === 4 && line.request[line.methodStart] === 0x50
    if ((isPost || status === 401) && !Number.isNaN(at))
      this.countBurst({ line, bytes, found, source, path, isAnswered })
  }

  private countSource(line: LogLine): SourceTally {
    const address = toAddressKey(line.bytes, line.addressStart, line.addressEnd)
    let source = this.sources.find(address)
    if (source === undefined) {
      source = this.sources.add(address, startSource(address))
      this.distinct.add(address)
    }
    source.count++
    source.sizeBytes += line.sizeBytes
    if (line.at < source.firstAt) source.firstAt = line.at
    if (line.at > source.lastAt) source.lastAt = line.at
    if (line.holder !== undefined) source.holder = line.holder
    return source
  }

  private countPath(line: LogLine, isAnswered: boolean): PathTally {
    const key = toPath(line)
    const path = this.paths.find(key) ?? this.paths.add(key, startPath(key))
    path.count++
    if (isAnswered) path.answered++
    return path
  }

  private countTime(at: number, isProbe: boolean): void {
    if (at > this.futureAt) this.lines.future++
    if (at < this.firstAt) this.firstAt = at
    if (at > this.lastAt) this.lastAt = at
    this.times.add(at, isProbe)
  }

  private countProbe(seen: Seen): void {
    const { line, found, source, path, isAnswered } = seen
    this.countProbes(seen, 1, isAnswered ? 1 : 0)
    path.kinds |= found.kinds
    source.agent ??= toAgent(line)
    const key = toTarget(line)
    const target = this.probedPaths.find(key) ?? this.probedPaths.add(key, startPath(key))
    target.count++
    target.probes++
    if (isAnswered) target.answered++
    target.kinds |= found.kinds
    for (const [number, kind] of PROBE_KINDS.entries()) {
      if ((found.kinds & bitOf(kind)) === 0) continue
      this.kinds[number]?.add(1, isAnswered ? 1 : 0, line.at)
      this.countKindOf(source, number, 1)
    }
    for (const one of found.marks) this.countMark(one, seen)
  }

  private countMark(one: FoundProbes['marks'][number], { line, bytes, isAnswered }: Seen): void {
    const kind = this.kinds[PROBE_KINDS.indexOf(one.mark.kind)]
    kind?.addMark(labelOf(one))
    if (kind?.wantsSample(isAnswered, bytes.number) !== true) return
    const holder = one.isAgent ? line.bytes : line.request
    kind.addSample(isAnswered, toSample(bytes, holder.subarray(one.start, one.end)))
  }

  /** Many posts to one page, or many tries to sign in, by one source. */
  private countBurst(seen: Seen): void {
    const { line, bytes, found, source, path, isAnswered } = seen
    const posted = toPostedPath(line.request, line.targetStart, line.targetEnd)
    const isLogin = posted === 'login' || line.status === 401
    const growth = this.bursts.grow(`${source.address} ${path.path}`, line.at, {
      threshold: isLogin ? limits.logLoginBurstMin : BURST_MIN[posted],
      isPlain: found.kinds === 0,
      isAnswered,
    })
    if (growth.count === 0) return
    const kind: ProbeKind = isLogin ? 'login-guessing' : 'form-flood'
    const number = PROBE_KINDS.indexOf(kind)
    const tally = this.kinds[number]
    tally?.add(growth.count, growth.answered, line.at)
    tally?.addMark(path.path, growth.count)
    if (tally?.wantsSample(isAnswered, bytes.number) === true)
      tally.addSample(
        isAnswered,
        toSample(bytes, line.request.subarray(line.methodStart, line.targetEnd)),
      )
    path.kinds |= bitOf(kind)
    this.countKindOf(source, number, growth.count)
    if (growth.plain === 0) return
    this.countProbes(seen, growth.plain, Math.min(growth.plain, growth.answered))
    this.times.addLateProbes(line.at, growth.plain)
  }

  private countProbes({ source, path }: Seen, count: number, answered: number): void {
    if (source.probes === 0) this.distinctProbing.add(source.address)
    this.probes.count += count
    this.probes.answered += answered
    source.probes += count
    source.answered += answered
    path.probes += count
  }

  private countKindOf(source: SourceTally, kind: number, count: number): void {
    if (countKind(source, kind, count)) this.kinds[kind]?.sources.add(source.address)
  }
}

const BURST_MIN = {
  login: limits.logLoginBurstMin,
  form: limits.logFormBurstMin,
  other: limits.logPostBurstMin,
} as const

/** One line with what was found in it and where it is counted. */
interface Seen {
  readonly line: LogLine
  readonly bytes: LineBytes
  readonly found: FoundProbes
  readonly source: SourceTally
  readonly path: PathTally
  readonly isAnswered: boolean
}
