import { agentMarks } from './agent-marks.ts'
import { fileMarks } from './file-marks.ts'
import { injectionMarks } from './injection-marks.ts'
import { knownHoleMarks } from './known-hole-marks.ts'
import { shellMarks } from './shell-marks.ts'
import { wordpressMarks } from './wordpress-marks.ts'

const KNOWN = new Set(
  [
    ...agentMarks,
    ...fileMarks,
    ...injectionMarks,
    ...knownHoleMarks,
    ...shellMarks,
    ...wordpressMarks,
  ].map(({ text, label }) => label ?? text),
)

/**
 * Whether what was looked for is one of our own words. Bursts are counted by the path they went to, and that
 * is a page of whoever was attacked: it can say who it was.
 */
export const isKnownMark = (label: string): boolean => KNOWN.has(label)
