import { readFileSync, writeFileSync } from 'node:fs'
import { type CompiledRules, isWebLog, openEvidence, type RegisterIndex } from 'engine'
import type { HostileShape } from 'engine/testing'
import { readLogBytes } from '../../../hub/src/analysis/thread/read-log-pieces.ts'
import { readMail } from '../../../hub/src/analysis/thread/read-mail.ts'

export interface ShapeFigures {
  readonly name: string
  readonly sizeBytes: number
  /** User CPU seconds of the second run; the first one compiles. */
  readonly cpuSeconds: number
  /** Most memory held at once, over what the program held before; undefined where it cannot be told. */
  readonly peakMb: number | undefined
  readonly mailCount: number
  readonly problems: readonly string[]
}

export interface Known {
  readonly register: RegisterIndex
  readonly rules: CompiledRules
}

/** Everything that the hub's parsing thread does with a submitted file, from its bytes to its rows. */
export async function measureShape(
  shape: HostileShape,
  sizeBytes: number,
  known: Known,
): Promise<ShapeFigures> {
  const bytes = await shape.make(sizeBytes)
  await readWhole(bytes, known)
  resetPeak()
  const heldMb = readMb('VmRSS')
  const before = process.cpuUsage()
  const { mailCount, problems } = await readWhole(bytes, known)
  const { user } = process.cpuUsage(before)
  const peakMb = readMb('VmHWM')
  return {
    name: shape.name,
    sizeBytes: bytes.length,
    cpuSeconds: user / 1e6,
    peakMb: peakMb === undefined || heldMb === undefined ? undefined : peakMb - heldMb,
    mailCount,
    problems: [...new Set(problems)].toSorted(),
  }
}

async function readWhole(bytes: Uint8Array, known: Known) {
  const submittedAt = new Date('2026-10-01T00:00:00Z')
  const opened = await openEvidence(bytes, { takesFile: isWebLog, fileName: 'a' })
  if (opened.kind === 'unknown' && isWebLog(bytes)) {
    readLogBytes(bytes, submittedAt)
    return { mailCount: 0, problems: [] }
  }
  const problems = opened.problems.map(({ code }): string => code)
  for (const mail of opened.mails) {
    const options = { ...known, knowledge: {}, passwords: [], submittedAt }
    const record = await readMail(mail.bytes, options)
    problems.push(...record.problems.map(({ code }) => code))
  }
  return { mailCount: opened.mails.length, problems }
}

/** Linux begins to count the peak anew when asked so; elsewhere there is no figure. */
function resetPeak(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5')
  } catch {
    // No peak will be shown.
  }
}

function readMb(name: 'VmRSS' | 'VmHWM'): number | undefined {
  try {
    const status = readFileSync('/proc/self/status', 'utf8')
    return Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024
  } catch {
    return undefined
  }
}
