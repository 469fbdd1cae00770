import { limits } from '../../limits.ts'
import { toBuffer } from '../../charset/text-decoders.ts'

/** A uuencoded file in a text body. */
export interface UuencodedFile {
  readonly fileName: string
  /** From the `begin` line to behind the `end` line, offsets in the searched bytes. */
  readonly start: number
  readonly end: number
}

const BEGIN = /(?:^|\n)(begin [0-7]{3,4} ([^\r\n]{1,255})\r*\n)/g

/** Finds uuencoded files (POSIX.1 `uuencode`) in text; a missing `end` runs to the end of the text. */
export function findUuencoded(body: Uint8Array): readonly UuencodedFile[] {
  const buffer = toBuffer(body)
  // Nearly no mail has one, and this search is all that the others pay.
  if (!buffer.includes('begin ')) return []
  const text = buffer.toString('latin1')
  const files: UuencodedFile[] = []
  BEGIN.lastIndex = 0
  for (let match = BEGIN.exec(text); match !== null; match = BEGIN.exec(text)) {
    const [whole, line = '', fileName = ''] = match
    const start = match.index + whole.length - line.length
    if (!isUuencodedLine(text, start + line.length)) continue
    const end = findEnd(text, start + line.length)
    files.push({ fileName: fileName.trim(), start, end })
    if (files.length >= limits.uuencodedPerPartMax) break
    BEGIN.lastIndex = end
  }
  return files
}

function findEnd(text: string, start: number): number {
  const end = /\nend[ \t]*(?:\r*\n|$)/g
  end.lastIndex = start
  const match = end.exec(text)
  return match === null ? text.length : match.index + match[0].length
}

/** The first line's length character must agree with the line, or prose would be taken for a file. */
function isUuencodedLine(text: string, start: number): boolean {
  const line = text.slice(start, start + 100).split(/(?<!\r)\r*\n/, 1)[0] ?? ''
  const sizeBytes = (line.charCodeAt(0) - 32) & 63
  const characters = Math.ceil(sizeBytes / 3) * 4
  return line.length >= 1 && line.length - 1 >= characters - 3 && line.length - 1 <= characters + 3
}

/** Decodes from a `begin` line, or from the start when there is none, to `end`. */
export function decodeUuencoded(body: Uint8Array): Uint8Array {
  const lines = toBuffer(body).toString('latin1').split('\n').map(trimReturn)
  const first = lines.findIndex((line) => /^begin [0-7]{3,4} /.test(line)) + 1
  const out = Buffer.allocUnsafe(body.length)
  let length = 0
  for (const line of lines.slice(first)) {
    if (line === 'end') break
    length = decodeLine(line, out, length)
  }
  return out.subarray(0, length)
}

function trimReturn(line: string): string {
  return line.endsWith('\r') ? line.trimEnd() : line
}

function decodeLine(line: string, out: Buffer, start: number): number {
  const sizeBytes = line === '' ? 0 : (line.charCodeAt(0) - 32) & 63
  let length = start
  for (let at = 1; length < start + sizeBytes && at < line.length; at += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = [0, 1, 2, 3].map((step) => toSixBits(line, at + step))
    const group = (a << 18) | (b << 12) | (c << 6) | d
    for (const shift of [16, 8, 0]) {
      if (length < start + sizeBytes) out[length++] = (group >> shift) & 255
    }
  }
  return length
}

function toSixBits(line: string, at: number): number {
  return at < line.length ? (line.charCodeAt(at) - 32) & 63 : 0
}
