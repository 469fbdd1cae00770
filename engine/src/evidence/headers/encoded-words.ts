import { type DecodedText, decodeNamed, decodeText } from '../../charset/decode-text.ts'
import { toCharsetName } from '../../charset/labels.ts'
import type { ProblemCode } from '../problem.ts'

/** A header's text for people, and what was wrong with its bytes. */
export interface HeaderText {
  readonly text: string
  readonly problem?: ProblemCode
}

/**
 * One encoded word (RFC 2047 §2), leniently: spaces inside, a language tag (RFC 2231 §5), and
 * stray question marks in Q text. Bounded repetition keeps it linear on hostile text.
 */
const WORD = /=\?([^\s?]{1,60})\?([bBqQ])\?([^?]*(?:\?(?!=)[^?]*){0,20})\?=/g

interface Run {
  readonly charset: string
  readonly chunks: Buffer[]
  /** Base64 text that ended inside a group of four and goes on in the next word. */
  openBase64: string
}

/**
 * Replaces encoded words by their text. White space between neighbours is dropped (RFC 2047 §6.2).
 *
 * Bytes of neighbours in the same charset are joined before decoding: Japanese mailers cut words
 * in the middle of a character, or of an ISO-2022-JP run, and decoding each word alone breaks it.
 */
export function decodeEncodedWords(text: string): HeaderText {
  let problem: HeaderText['problem']
  const finish = (run: Run): string => {
    const decoded = finishRun(run)
    problem ??= decoded.problem
    return decoded.text
  }
  let out = ''
  let run: Run | undefined
  let last = 0
  for (const match of text.matchAll(WORD)) {
    const [whole, label = '', encoding = '', content = ''] = match
    const gap = text.slice(last, match.index)
    const charset = toCharsetName(label.replace(/\*[^]*/, ''))
    const isNeighbour = run !== undefined && /^\s*$/.test(gap)
    if (run !== undefined && !(isNeighbour && run.charset === charset)) {
      out += finish(run)
      run = undefined
    }
    if (!isNeighbour) out += gap
    run ??= { charset, chunks: [], openBase64: '' }
    addWord(run, encoding, content)
    last = match.index + whole.length
  }
  if (run !== undefined) out += finish(run)
  out += text.slice(last)
  return problem === undefined ? { text: out } : { text: out, problem }
}

function addWord(run: Run, encoding: string, content: string): void {
  if (encoding === 'q' || encoding === 'Q') {
    closeBase64(run)
    run.chunks.push(decodeQ(content))
    return
  }
  const base64 = run.openBase64 + content.replace(/[^A-Za-z0-9+/=_-]/g, '')
  const isOpen = base64.length % 4 !== 0 && !base64.endsWith('=')
  const whole = isOpen ? base64.length - (base64.length % 4) : base64.length
  run.chunks.push(Buffer.from(base64.slice(0, whole), 'base64'))
  run.openBase64 = base64.slice(whole)
}

function closeBase64(run: Run): void {
  if (run.openBase64 === '') return
  run.chunks.push(Buffer.from(run.openBase64, 'base64'))
  run.openBase64 = ''
}

function finishRun(run: Run): Pick<DecodedText, 'text' | 'problem'> {
  closeBase64(run)
  const bytes = run.chunks.length === 1 ? (run.chunks[0] ?? Buffer.of()) : Buffer.concat(run.chunks)
  const exact = decodeNamed(bytes, run.charset)
  if (exact !== undefined && !exact.includes('\ufffd')) return { text: exact }
  return decodeText(bytes, run.charset)
}

/** The Q encoding (RFC 2047 §4.2): `_` is a space, `=XX` a byte. */
function decodeQ(content: string): Buffer {
  const bytes = content
    .replaceAll('_', ' ')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1')
}
