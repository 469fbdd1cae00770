import { decodeText } from '../../charset/decode-text.ts'
import { toBuffer } from '../../charset/text-decoders.ts'
import { limits } from '../../limits.ts'
import { decodeEncodedWords, type HeaderText } from './encoded-words.ts'

/** A field's value for people: unfolded (RFC 5322 §2.2.3), raw bytes and encoded words decoded. */
export function decodeHeaderText(value: Uint8Array): HeaderText {
  const isLong = value.length > limits.fieldValueBytesMax
  const bytes = toBuffer(isLong ? value.subarray(0, limits.fieldValueBytesMax) : value)
  const latin1 = bytes.toString('latin1')
  const decoded = NEEDS_CHARSET.test(latin1) ? decodeRaw(bytes) : { text: latin1 }
  const unfolded = unfold(decoded.text)
  const words = unfolded.includes('=?') ? decodeEncodedWords(unfolded) : { text: unfolded }
  const problem = isLong ? 'over-large-header' : (decoded.problem ?? words.problem)
  const text = words.text.trim()
  return problem === undefined ? { text } : { text, problem }
}

/** Bytes that are not ASCII, and the escapes of ISO-2022-JP, which are. */
const NEEDS_CHARSET = /[\x1b\x80-\xff]/

function decodeRaw(bytes: Buffer): HeaderText {
  // UTF-8 in headers is standard since RFC 6532 and needs no remark.
  const { text, charset, problem } = decodeText(bytes)
  return problem === undefined || charset === 'utf-8' ? { text } : { text, problem }
}

/** A folded line break with its white space becomes that white space; any other break, a space. */
export function unfold(text: string): string {
  if (!/[\r\n]/.test(text)) return text
  return text.replace(/\r?\n(?=[ \t])/g, '').replace(/[\r\n]+/g, ' ')
}
