import { limits } from '../../limits.ts'
import type { FoundProbes } from '../probes/find-probes.ts'
import type { LogSample } from '../log-summary.ts'
import { DistinctCount } from './distinct-count.ts'

/** What is kept of one kind of probing while a log is read. */
export class KindTally {
  count = 0
  answered = 0
  firstAt = Number.POSITIVE_INFINITY
  lastAt = Number.NEGATIVE_INFINITY
  readonly sources = new DistinctCount()
  readonly marks = new Map<string, number>()
  readonly samples: LogSample[] = []
  readonly answeredSamples: LogSample[] = []

  add(count: number, answered: number, at: number): void {
    this.count += count
    this.answered += answered
    if (at < this.firstAt) this.firstAt = at
    if (at > this.lastAt) this.lastAt = at
  }

  addMark(label: string, count = 1): void {
    const before = this.marks.get(label)
    if (before === undefined && this.marks.size >= limits.logMarksMax) return
    this.marks.set(label, (before ?? 0) + count)
  }

  /** Whether a line like this one is still wanted as a sample; one line is shown once, whatever it holds. */
  wantsSample(isAnswered: boolean, line: number): boolean {
    const samples = isAnswered ? this.answeredSamples : this.samples
    return samples.length < limits.logSamplesMax && samples.at(-1)?.line !== line
  }

  addSample(isAnswered: boolean, sample: LogSample): void {
    ;(isAnswered ? this.answeredSamples : this.samples).push(sample)
  }
}

/** The mark as a person looks for it. */
export function labelOf({ mark }: FoundProbes['marks'][number]): string {
  return mark.label ?? mark.text
}
