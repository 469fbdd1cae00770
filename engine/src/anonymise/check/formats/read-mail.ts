import { parseMessage } from '../../../evidence/parse-message.ts'
import type { Message, Part } from '../../../evidence/message.ts'
import { findSignature, toTextFormat } from './document-format.ts'
import type { DocumentPlace } from './document-place.ts'
import { DOCUMENT_LIMITS } from './limits.ts'
import type { DocumentToRead } from './document-to-read.ts'

/** What was left out by the parser; everything else that it complains of is read all the same. */
const CUT_OFF: ReadonlySet<string> = new Set([
  'over-nested',
  'over-many-parts',
  'over-many-headers',
  'over-large-header',
  'over-many-boundaries',
  'unknown-transfer-encoding',
])

/** A mail (RFC 5322, MIME): every header of every part, every part decoded, mails in mails, and what stands between. */
export async function readMail(document: DocumentToRead): Promise<void> {
  await readMessage(parseMessage(document.bytes), document.place, document, document.depth)
}

async function readMessage(
  message: Message,
  place: DocumentPlace,
  document: DocumentToRead,
  depth: number,
): Promise<void> {
  const { reading } = document
  if (depth > DOCUMENT_LIMITS.depthMax) {
    reading.refuse(place, 'too-deep')
    return
  }
  for (const part of message.parts) await readPart(part, message, place, document, depth)
  const frame = withoutBodies(message)
  reading.addWhole(frame, () => [...place, { kind: 'frame' }])
  if (message.problems.some(({ code }) => CUT_OFF.has(code))) reading.refuse(place, 'damaged')
  if (message.problems.some(({ code }) => code === 'encrypted-mail'))
    reading.refuse(place, 'encrypted')
}

async function readPart(
  part: Part,
  message: Message,
  outer: DocumentPlace,
  document: DocumentToRead,
  depth: number,
): Promise<void> {
  const { reading, open } = document
  const place: DocumentPlace =
    part === message.root ? outer : [...outer, { kind: 'part', name: part.path }]
  for (const { name, value } of part.headers)
    reading.addText([...place, { kind: 'header', name }], `${name}: ${value}`)
  const { fileName } = part
  if (fileName !== undefined) reading.addText([...place, { kind: 'file-name' }], fileName)
  if (part.message !== undefined) {
    await readMessage(part.message, place, document, depth + 1)
    return
  }
  if (part.children.length > 0) return
  if (part.text !== undefined) reading.addText([...place, { kind: 'text' }], part.text)
  const { content } = part
  const declared = toTextFormat(part.type)
  const format = findSignature(content) === undefined ? (declared ?? undefined) : undefined
  await open({ bytes: content, name: fileName ?? '', format, place })
}

/** A mail without the bodies that are read decoded: headers as sent, preambles, and what stands behind the end. */
function withoutBodies({ bytes, parts }: Message): Uint8Array {
  const pieces: Uint8Array[] = []
  let at = 0
  for (const { bodyRange, children } of parts) {
    if (children.length > 0 || bodyRange.start < at) continue
    pieces.push(bytes.subarray(at, bodyRange.start), Buffer.from('\n\n'))
    at = bodyRange.end
  }
  return Buffer.concat([...pieces, bytes.subarray(at)])
}
