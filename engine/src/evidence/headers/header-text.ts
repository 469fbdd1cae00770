import { isAscii } from 'node:buffer'
import { decodeText } from '../charset/decode-text.ts'
import { hasJisEscape } from '../charset/guess-japanese.ts'
import { toBuffer } from '../charset/text-decoders.ts'
import { limits } from '../../limits.ts'
import type { ProblemCode } from '../problem.ts'
import { decodeEncodedWords } from './encoded-words.ts'

export interface HeaderText {
  readonly text: string
  readonly problem?: ProblemCode
}

/** A field's value for people: unfolded (RFC 5322 §2.2.3), raw bytes and encoded words decoded. */
export function decodeHeaderText(value: Uint8Array): HeaderText {
  const isLong = value.length > limits.fieldValueBytesMax
  const bytes = isLong ? value.subarray(0, limits.fieldValueBytesMax) : value
  const { text: raw, problem } = decodeRaw(bytes)
  const text = decodeEncodedWords(unfold(raw)).trim()
  const code = isLong ? 'over-large-header' : problem
  return code === undefined ? { text } : { text, problem: code }
}

function decodeRaw(bytes: Uint8Array): HeaderText {
  if (isAscii(bytes) && !hasJisEscape(bytes)) return { text: toBuffer(bytes).toString('latin1') }
  // UTF-8 in headers is standard since RFC 6532 and needs no remark.
  const { text, charset, problem } = decodeText(bytes)
  return problem === undefined || charset === 'utf-8' ? { text } : { text, problem }
}

/** A folded line break with its white space becomes that white space; any other break, a space. */
export function unfold(text: string): string {
  if (!text.includes('\n') && !text.includes('\r')) return text
  return text.replace(/\r*\n(?=[ \t])/g, '').replace(/[\r\n]+/g, ' ')
}
