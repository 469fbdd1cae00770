import { findUuencoded } from './decode-uuencoded.ts'
import { type MailSource, MimePart } from './mime-part.ts'

const IDENTITY = new Set(['', '7bit', '8bit', 'binary'])

/** Adds uuencoded files that stand in a text body as its children: mail from before MIME, and evasion. */
export function addUuencodedFiles(source: MailSource, part: MimePart): void {
  if (part.type !== 'text/plain' || !IDENTITY.has(part.transferEncoding)) return
  const { start } = part.bodyRange
  const body = source.bytes.subarray(start, part.bodyRange.end)
  for (const [index, file] of findUuencoded(body).entries()) {
    const child = new MimePart(source, {
      path: `${part.path}/${index + 1}`,
      headers: [],
      start: start + file.start,
      bodyStart: start + file.start,
      defaultType: 'application/octet-stream',
      uuencodedName: file.fileName,
    })
    child.range.end = start + file.end
    child.bodyRange.end = child.range.end
    part.children.push(child)
  }
}
