import type { LogLine } from '../log-line.ts'
import { agentMarks } from './agent-marks.ts'
import { Automaton } from './automaton.ts'
import { CleanAgents } from './clean-agents.ts'
import { DecodedTarget, decodeTarget } from './decode-target.ts'
import { fileMarks } from './file-marks.ts'
import { injectionMarks } from './injection-marks.ts'
import { knownHoleMarks } from './known-hole-marks.ts'
import { bitOf } from './probe-kinds.ts'
import type { ProbeMark } from './probe-mark.ts'
import { shellMarks } from './shell-marks.ts'
import { wordpressMarks } from './wordpress-marks.ts'

/** What a line was found to hold; filled anew for each line. */
export class FoundProbes {
  /** Kinds as bits, see `bitOf`. */
  kinds = 0
  /** Marks that were found, each once, with the bytes of the request or the agent that show it. */
  readonly marks: { mark: ProbeMark; isAgent: boolean; start: number; end: number }[] = []
}

const targetMarks = [
  ...fileMarks,
  ...shellMarks,
  ...injectionMarks,
  ...knownHoleMarks,
  ...wordpressMarks,
]
/** Texts that have to stand beside a mark come behind the marks themselves. */
const partners = [...new Set(targetMarks.flatMap((mark) => mark.with ?? []))]
const inTarget = new Automaton([...targetMarks.map(({ text }) => text), ...partners])
const inAgent = new Automaton(agentMarks.map(({ text }) => text))

/** Bytes that mean that a target is not what it seems before it is decoded. */
const CODED = new Uint8Array(256)
for (const sign of '%+') CODED[sign.charCodeAt(0)] = 1
for (const sign of ' *') CODED[sign.charCodeAt(0)] = 1
for (const byte of [0xc0, 0xc1, 0xe0]) CODED[byte] = 1

/** Finds the marks of probing in one line. Holds no state between lines but its own buffers. */
export class ProbeFinder {
  private readonly found = new FoundProbes()
  private readonly decoded = new DecodedTarget()
  private readonly cleanAgents = new CleanAgents()
  private readonly partnersSeen = new Uint8Array(partners.length)
  private bytes: Uint8Array = new Uint8Array(0)
  private pathEnd = 0
  private isDecoded = false
  private isRefused = false
  private hasWaiting = false

  find(line: LogLine): FoundProbes {
    const { found } = this
    found.kinds = 0
    if (found.marks.length > 0) found.marks.length = 0
    this.isRefused = line.status >= 400 || line.status === 0
    this.scanTarget(line)
    if (line.agentEnd > line.agentStart) this.scanAgent(line)
    return found
  }

  private scanAgent({ bytes, agentStart, agentEnd }: LogLine): void {
    if (this.cleanAgents.has(bytes, agentStart, agentEnd)) return
    const before = this.found.marks.length
    inAgent.scan(bytes, agentStart, agentEnd, this.onAgent)
    if (this.found.marks.length === before) this.cleanAgents.add(bytes, agentStart, agentEnd)
  }

  private scanTarget({ request, targetStart, targetEnd }: LogLine): void {
    let pathEnd = -1
    let isCoded = false
    for (let at = targetStart; at < targetEnd; at++) {
      const byte = request[at] ?? 0
      if (byte === 0x3f && pathEnd < 0) pathEnd = at
      else if (CODED[byte] === 1) isCoded = true
    }
    this.hasWaiting = false
    this.isDecoded = isCoded
    if (isCoded) {
      const { decoded } = this
      decodeTarget(request, targetStart, targetEnd, decoded)
      this.bytes = decoded.bytes
      this.pathEnd = decoded.queryAt
      inTarget.scan(decoded.bytes, 0, decoded.length, this.onTarget)
    } else {
      this.bytes = request
      this.pathEnd = pathEnd < 0 ? targetEnd : pathEnd
      inTarget.scan(request, targetStart, targetEnd, this.onTarget)
    }
    if (this.hasWaiting) this.dropLonely()
  }

  private readonly onTarget = (text: number, end: number): void => {
    const mark = targetMarks[text]
    if (mark === undefined) {
      this.partnersSeen[text - targetMarks.length] = 1
      this.hasWaiting = true
      return
    }
    if (mark.isEveryday === true && !this.isRefused) return
    const { where } = mark
    if (where !== undefined && !this.fits(where, end)) return
    if (mark.with !== undefined) this.hasWaiting = true
    const start = end - mark.text.length
    if (!this.isDecoded) this.add(mark, false, start, end)
    else this.add(mark, false, this.originOf(start), this.originOf(end))
  }

  private readonly onAgent = (text: number, end: number): void => {
    const mark = agentMarks[text]
    if (mark !== undefined) this.add(mark, true, end - mark.text.length, end)
  }

  private fits(where: NonNullable<ProbeMark['where']>, end: number): boolean {
    if (where === 'end') return end === this.pathEnd
    return where === 'path' ? end <= this.pathEnd : end > this.pathEnd
  }

  /** Where in the request a decoded place came from; behind the last byte, what follows its origin. */
  private originOf(at: number): number {
    const { origins, length } = this.decoded
    if (at < length) return origins[at] ?? 0
    return (origins[length - 1] ?? 0) + 1
  }

  private add(mark: ProbeMark, isAgent: boolean, start: number, end: number): void {
    const { found } = this
    for (const one of found.marks) if (one.mark === mark) return
    found.marks.push({ mark, isAgent, start, end })
    found.kinds |= bitOf(mark.kind)
  }

  /** Takes out marks whose partner is missing. */
  private dropLonely(): void {
    const { found, partnersSeen } = this
    const kept = found.marks.filter(
      ({ mark }) => mark.with === undefined || partnersSeen[partners.indexOf(mark.with)] === 1,
    )
    partnersSeen.fill(0)
    found.marks.splice(0, found.marks.length, ...kept)
    found.kinds = kept.reduce((bits, { mark }) => bits | bitOf(mark.kind), 0)
  }
}
