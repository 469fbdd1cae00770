import { limits } from '../../limits.ts'
import type { LogLine } from '../log-line.ts'

/** The path of a request without its query, as text and at most so long. */
export function toPath({ request, targetStart, targetEnd }: LogLine): string {
  const most = Math.min(targetEnd, targetStart + limits.logPathBytesMax)
  let end = targetStart
  while (end < most && request[end] !== 0x3f) end++
  return request.toString('latin1', targetStart, end)
}

/** The whole target, for requests that probe: what they ask for often stands in the query. */
export function toTarget({ request, targetStart, targetEnd }: LogLine): string {
  const end = Math.min(targetEnd, targetStart + limits.logPathBytesMax)
  return request.toString('latin1', targetStart, end)
}
