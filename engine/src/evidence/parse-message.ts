import { limits } from '../limits.ts'
import { toBuffer } from '../charset/text-decoders.ts'
import type { Message } from './message.ts'
import { viewLines } from './mime/line-breaks.ts'
import { findMailStart } from './mime/mail-start.ts'
import type { MimePart } from './mime/mime-part.ts'
import { ProblemList } from './mime/problem-list.ts'
import { splitParts } from './mime/split-parts.ts'
import { ParsedMessage } from './parsed-message.ts'

/**
 * Parses one mail. Never throws: what is wrong with it stands in `Message.problems`, and every byte
 * stays reachable through the ranges of its parts.
 *
 * @param path Place of this mail in the evidence, see `Part.path`.
 */
export function parseMessage(bytes: Uint8Array, path = '0'): Message {
  return parseAtDepth(bytes, path, 0)
}

function parseAtDepth(bytes: Uint8Array, path: string, depth: number): Message {
  const problems = new ProblemList()
  const { view, hadLoneReturns } = viewLines(bytes)
  if (hadLoneReturns) problems.add('lone-carriage-returns', path)
  const { headerStart, problem } = findMailStart(view)
  if (problem !== undefined) problems.add(problem, path)
  // Opening a mail in a mail is work for each level: 20,000 levels fit into 600 kB.
  const isDeepest = depth >= limits.mailDepthMax || path.length > limits.pathCharsMax
  const openMail = (inner: Uint8Array, at: string) => parseAtDepth(inner, at, depth + 1)
  const source = { bytes: toBuffer(bytes), openMail: isDeepest ? undefined : openMail }
  const root = splitParts(view, headerStart, source, path, problems)
  root.range.start = 0
  const message = new ParsedMessage({ path, bytes, root, problems })
  if (isDeepest) {
    const deeper = message.parts.filter((part) => (part as MimePart).isMail)
    for (const part of deeper) problems.add('over-nested', part.path)
  }
  return message
}
