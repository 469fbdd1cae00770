import type { Buffer } from 'node:buffer'
import { decodeText } from '../../charset/decode-text.ts'
import { limits } from '../../limits.ts'
import type { LogSample } from '../log-summary.ts'

/** Bytes of a line. */
export interface LineBytes {
  readonly bytes: Buffer
  readonly start: number
  readonly end: number
  /** Number of the line, from 1. */
  readonly number: number
}

/**
 * The line as text, and in it the bytes that show what was found. They are looked up in the line, because some
 * forms write a request in pieces; in a form that writes it in escapes they may not be found, and nothing is marked.
 */
export function toSample({ bytes, start, end, number }: LineBytes, shown?: Uint8Array): LogSample {
  const line = bytes.subarray(start, end)
  const at = shown === undefined || shown.length === 0 ? -1 : line.indexOf(shown)
  const length = shown?.length ?? 0
  // A mark far behind is moved into view: the line is given from a little before it.
  const from = at + length > limits.logSampleBytesMax ? Math.max(0, at - SHOWN_BEFORE) : 0
  const cut = line.subarray(from, from + limits.logSampleBytesMax)
  if (at < 0) return { line: number, text: toText(cut) }
  const before = toText(cut.subarray(0, at - from))
  const mark = toText(cut.subarray(at - from, at - from + length))
  const text = before + mark + toText(cut.subarray(at - from + length))
  return { line: number, text, mark: { start: before.length, end: before.length + mark.length } }
}

const SHOWN_BEFORE = 200

/** UTF-8 or what Japanese servers write instead. */
function toText(bytes: Uint8Array): string {
  return decodeText(bytes).text
}
