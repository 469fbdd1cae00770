import { decodeText } from '../../charset/decode-text.ts'
import { readHtml } from '../../evidence/links/read-html.ts'
import type { ArchiveMember } from '../archives/archive-member.ts'
import type { FileLink, FileReader } from '../file-reading.ts'
import { toFileLinks } from '../find-urls.ts'
import { listBodies, type MapiBody } from '../mapi/list-bodies.ts'
import { MAPI, type MapiAttachment } from '../mapi/mapi-object.ts'
import { rebuildMail } from '../mapi/rebuild-mail.ts'
import { listMsgFacts } from '../msg/list-facts.ts'
import { parseTnef } from './parse-tnef.ts'

/** Outlook's `winmail.dat`, in which a mail's true body and attachments travel (MS-OXTNEF). */
export const tnef: FileReader = {
  format: 'tnef',
  reads: (type) => type === 'application/vnd.ms-tnef',
  read({ bytes }) {
    const reading = parseTnef(bytes)
    if (reading === undefined) return { problems: ['file-damaged'] }
    const { message, problems } = reading
    const bodies = listBodies(message.properties)
    const texts = bodies.map(readBody)
    return {
      members: [...message.attachments.map(toMember), ...bodies.flatMap(toFile)],
      text: texts.map(({ text }) => text).join('\n'),
      links: texts.flatMap(({ links }) => links),
      facts: listMsgFacts(message),
      problems,
    }
  },
}

function toMember({ properties, content, message }: MapiAttachment, index: number): ArchiveMember {
  const name =
    properties.text(MAPI.attachLongName) ??
    properties.text(MAPI.displayName) ??
    properties.text(MAPI.attachShortName) ??
    `attachment-${index + 1}`
  if (message !== undefined) {
    const mail = rebuildMail(message)
    return { name: `${name}.eml`, sizeBytes: mail.length, content: mail }
  }
  return content === undefined
    ? { name, sizeBytes: 0, problem: 'file-damaged' }
    : { name, sizeBytes: content.length, content }
}

/** A body in RTF is a document of its own; others are text. */
function toFile({ type, bytes }: MapiBody): readonly ArchiveMember[] {
  if (type !== 'application/rtf') return []
  return [{ name: 'body.rtf', sizeBytes: bytes.length, content: bytes }]
}

function readBody({ type, bytes }: MapiBody): { text: string; links: readonly FileLink[] } {
  if (type === 'application/rtf') return { text: '', links: [] }
  const charset = /charset=([^]*)/.exec(type)?.[1]
  const { text } = decodeText(bytes, charset)
  if (!type.startsWith('text/html')) {
    return { text, links: toFileLinks(text) }
  }
  const html = readHtml(text)
  const links = html.links.map(({ url, text: shown, kind }) => ({
    url,
    kind,
    ...(shown === undefined ? {} : { text: shown }),
  }))
  return { text: html.text, links }
}
