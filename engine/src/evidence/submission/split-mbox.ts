import { limits } from '../../limits.ts'
import { toBuffer } from '../../charset/text-decoders.ts'
import type { ProblemList } from '../mime/problem-list.ts'
import type { EvidenceMail } from './evidence-mail.ts'

const LF = 0x0a
const CR = 0x0d
const SEPARATOR = Buffer.from('\nFrom ')

/** The line that begins each mail of an mbox (RFC 4155 appendix A): sender and a date with its year. */
const FROM_LINE = /^From \S{1,320} +[^\r\n]{0,60}\b(?:19|20)\d\d\b/

/** Whether this is an mbox of one mail or more. */
export function isMbox(bytes: Uint8Array): boolean {
  return isFromLine(toBuffer(bytes), 0)
}

/** The mails of an mbox, without their separator lines. Quoted `>From ` stays: bytes are evidence. */
export function splitMbox(bytes: Uint8Array, problems: ProblemList): readonly EvidenceMail[] {
  const buffer = toBuffer(bytes)
  const mails: EvidenceMail[] = []
  let start = 0
  while (start < buffer.length) {
    if (mails.length >= limits.submittedMailsMax) {
      problems.add('over-many-mails', '0')
      break
    }
    const next = findSeparator(buffer, start + 1)
    const headerStart = skipLine(buffer, start)
    const mail = buffer.subarray(headerStart, trimBlankLine(buffer, headerStart, next))
    mails.push({ path: `${mails.length + 1}`, bytes: mail })
    start = next
  }
  return mails
}

function isFromLine(buffer: Buffer, at: number): boolean {
  return FROM_LINE.test(buffer.toString('latin1', at, Math.min(buffer.length, at + 400)))
}

/** Start of the next separator line behind an empty line; the end when there is none. */
function findSeparator(buffer: Buffer, from: number): number {
  for (let at = buffer.indexOf(SEPARATOR, from); at >= 0; at = buffer.indexOf(SEPARATOR, at + 1)) {
    const before = buffer[at - 1] === CR ? buffer[at - 2] : buffer[at - 1]
    if (before === LF && isFromLine(buffer, at + 1)) return at + 1
  }
  return buffer.length
}

function skipLine(buffer: Buffer, at: number): number {
  const feed = buffer.indexOf(LF, at)
  return feed < 0 ? buffer.length : feed + 1
}

/** The empty line before a separator belongs to the mbox, not to the mail. */
function trimBlankLine(buffer: Buffer, start: number, end: number): number {
  if (end - start < 2 || buffer[end - 1] !== LF || end === buffer.length) return end
  const isCrLf = buffer[end - 2] === CR
  return isCrLf ? end - 2 : end - 1
}
