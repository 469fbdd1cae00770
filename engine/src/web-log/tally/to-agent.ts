import { limits } from '../../limits.ts'
import type { LogLine } from '../log-line.ts'

/** The user agent of a request; what stands before the last quotation mark is its referer. Hostile text. */
export function toAgent({ bytes, agentStart, agentEnd }: LogLine): string | undefined {
  const from = Math.max(agentStart, agentEnd - limits.logAgentBytesMax)
  const text = bytes.toString('utf8', from, agentEnd).replace(/"\s*$/u, '')
  const agent = text.slice(text.lastIndexOf('"') + 1).trim()
  return agent === '' || agent === '-' ? undefined : agent
}
