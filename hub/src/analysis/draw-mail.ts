import type { Message, Part } from 'engine'
import type { MailPicture } from './mail-record.ts'
import { analysisLimits as limits } from './limits.ts'

/** Draws what the evidence viewer shows: header fields with their bytes, the tree with decoded text, the path. */
export function drawMail(message: Message): MailPicture {
  return { headers: drawHeaders(message), parts: drawParts(message), received: drawPath(message) }
}

function drawHeaders(message: Message): MailPicture['headers'] {
  return message.headers.slice(0, limits.shownHeadersMax).map((field) => ({
    name: field.name,
    value: field.value.slice(0, limits.headerValueCharsMax),
    line: field.line,
    range: { start: field.range.start, end: field.range.end },
    valueRange: { start: field.valueRange.start, end: field.valueRange.end },
    raw: latin1(
      message.bytes.subarray(
        field.range.start,
        Math.min(field.range.end, field.range.start + limits.headerRawCharsMax),
      ),
    ),
  }))
}

function drawParts(message: Message): MailPicture['parts'] {
  const drawn: MailPicture['parts'] = []
  let textLeft: number = limits.mailTextCharsMax
  // A stack of our own: the tree is as deep as the sender wished.
  const waiting: { part: Part; depth: number }[] = [{ part: message.root, depth: 0 }]
  while (waiting.length > 0 && drawn.length < limits.shownPartsMax) {
    const next = waiting.pop()
    if (next === undefined) break
    const { part, depth } = next
    const text = part.children.length > 0 ? undefined : part.text
    const shown = text?.slice(0, Math.min(limits.partTextCharsMax, textLeft))
    textLeft -= shown?.length ?? 0
    drawn.push({
      path: part.path,
      type: part.type,
      ...(part.fileName === undefined ? {} : { fileName: part.fileName }),
      sizeBytes: part.children.length > 0 ? size(part.bodyRange) : part.content.length,
      depth,
      ...(shown === undefined ? {} : { text: shown }),
      textCut: text !== undefined && shown !== undefined && shown.length < text.length,
      isHtml: isHtml(part),
    })
    for (const child of part.children.toReversed()) waiting.push({ part: child, depth: depth + 1 })
  }
  return drawn
}

function drawPath(message: Message): MailPicture['received'] {
  return message.received.slice(0, limits.shownHopsMax).map((hop) => ({
    ...(hop.fromName === undefined ? {} : { fromName: hop.fromName }),
    ...(hop.fromIp === undefined ? {} : { fromIp: hop.fromIp }),
    ...(hop.byName === undefined ? {} : { byName: hop.byName }),
    ...(hop.at === undefined ? {} : { at: hop.at.toISOString() }),
    line: hop.header.line,
  }))
}

/** The part a mail program would draw: the first HTML that is not an attachment. */
export function findShownHtml(message: Message): string | undefined {
  return message.parts.find((part) => isHtml(part) && part.disposition !== 'attachment')?.text
}

function isHtml(part: Part): boolean {
  return part.type === 'text/html' || part.type === 'application/xhtml+xml'
}

function size(range: { readonly start: number; readonly end: number }): number {
  return range.end - range.start
}

/** One character for one byte, so that offsets in the text are offsets in the evidence. */
function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
