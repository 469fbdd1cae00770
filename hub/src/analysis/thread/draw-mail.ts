import { type Artefact, type Message, readAuthentication, type RegisterIndex } from 'engine'
import { drawParts } from './draw-parts.ts'
import { drawAuthentication, drawPath } from './draw-path.ts'
import type { MailPicture } from './mail-record.ts'
import { analysisLimits as limits } from '../limits.ts'

/** Draws what the evidence viewer shows: header fields with their bytes, the tree with decoded text, the path. */
export function drawMail(
  message: Message,
  artefacts: readonly Artefact[],
  register: RegisterIndex,
): MailPicture {
  return {
    headers: drawHeaders(message),
    parts: drawParts(message, artefacts),
    received: drawPath(message, register),
    authentication: drawAuthentication(readAuthentication(message, { register, knowledge: {} })),
  }
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

/** One character for one byte, so that offsets in the text are offsets in the evidence. */
function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
