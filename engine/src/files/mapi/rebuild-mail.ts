import { hash } from 'node:crypto'
import { rebuildHeader, repairHeader } from './rebuild-header.ts'
import { listBodies } from './list-bodies.ts'
import { MAPI, type MapiAttachment, type MapiObject } from './mapi-object.ts'

/**
 * The bytes of an RFC 5322 mail with what an Outlook message holds, so that it can be analysed like
 * any other: the header as it was received when it was kept, else one made from the properties.
 */
export function rebuildMail(message: MapiObject): Buffer {
  const headers = message.properties.text(MAPI.transportHeaders)
  const isKept = headers !== undefined && hasTransportHeader(message)
  const head = isKept ? repairHeader(headers) : rebuildHeader(message)
  const signed = findSigned(message)
  if (signed !== undefined) return Buffer.concat([Buffer.from(head), signed])
  const bodies = listBodies(message.properties).map(({ type, bytes }) => toPart(type, bytes))
  const parts = [
    ...(bodies.length > 1 ? [toMultipart('alternative', bodies)] : bodies),
    ...message.attachments.map(toAttachmentPart),
  ]
  if (parts.length === 0) parts.push(toPart('text/plain', new Uint8Array()))
  return Buffer.concat([Buffer.from(`${head}MIME-Version: 1.0\r\n`), toMultipart('mixed', parts)])
}

/** Whether the header was kept as it was received; a draft or a sent mail has none. */
export function hasTransportHeader({ properties }: MapiObject): boolean {
  return /^[\w-]{1,80}:/m.test(properties.text(MAPI.transportHeaders) ?? '')
}

/** A signed message is kept whole in its one attachment (MS-OXOSMIME §2.1.3.2). */
function findSigned({ properties, attachments }: MapiObject): Uint8Array | undefined {
  const messageClass = properties.text(MAPI.messageClass) ?? ''
  if (!/^IPM\.Note\..*SMIME/i.test(messageClass)) return undefined
  const content = attachments[0]?.content
  const start = Buffer.from(content?.subarray(0, 1_000) ?? []).toString('latin1')
  return /^content-type:\s*multipart\/signed/im.test(start) ? content : undefined
}

function toPart(type: string, bytes: Uint8Array): Buffer {
  const head = `Content-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\n\r\n`
  return Buffer.concat([Buffer.from(head), toBase64(bytes)])
}

function toAttachmentPart({ properties, content, message }: MapiAttachment): Buffer {
  const name =
    properties.text(MAPI.attachLongName) ??
    properties.text(MAPI.attachShortName) ??
    properties.text(MAPI.displayName)
  const contentId = toToken(properties.text(MAPI.contentId))
  const head = [
    `Content-Disposition: attachment${name === undefined ? '' : `; filename*=utf-8''${encodeURIComponent(name.toWellFormed().slice(0, 1_000))}`}`,
    ...(contentId === undefined ? [] : [`Content-ID: <${contentId}>`]),
  ]
  if (message !== undefined) {
    const lines = [...head, 'Content-Type: message/rfc822', '', '']
    return Buffer.concat([Buffer.from(lines.join('\r\n')), rebuildMail(message)])
  }
  const type = toToken(properties.text(MAPI.attachType)) ?? 'application/octet-stream'
  // A part that calls itself a multipart would be cut up again by its own boundary.
  const shown = /^[\w.+-]+\/[\w.+-]+$/.test(type) && !/^multipart/i.test(type) ? type : OCTETS
  const lines = [`Content-Type: ${shown}`, ...head, 'Content-Transfer-Encoding: base64', '', '']
  return Buffer.concat([Buffer.from(lines.join('\r\n')), toBase64(content ?? new Uint8Array())])
}

const OCTETS = 'application/octet-stream'

/** Without line breaks and brackets, which would begin something else. */
function toToken(text: string | undefined): string | undefined {
  const token = text?.replace(/[^\x21-\x7e]|[<>]/g, '').slice(0, 200)
  return token === '' ? undefined : token
}

/** The boundary follows from the content, so that the same message gives the same bytes. */
function toMultipart(kind: string, parts: readonly Buffer[]): Buffer {
  const boundary = `rebuilt-${hash('sha256', Buffer.concat(parts)).slice(0, 40)}`
  return Buffer.concat([
    Buffer.from(`Content-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n`),
    ...parts.flatMap((part) => [Buffer.from(`--${boundary}\r\n`), part, Buffer.from('\r\n')]),
    Buffer.from(`--${boundary}--\r\n`),
  ])
}

function toBase64(bytes: Uint8Array): Buffer {
  return Buffer.from(Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n'))
}
