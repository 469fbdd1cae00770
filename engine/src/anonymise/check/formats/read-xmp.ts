import { readMarkup } from './read-markup.ts'
import type { DocumentToRead } from './document-to-read.ts'

const readXml = readMarkup('xml')

/** An XMP packet (ISO 16684-1): XML with who made what, from what, with what. */
export async function readXmp(packet: Uint8Array, document: DocumentToRead): Promise<void> {
  const place = [...document.place, { kind: 'xmp' } as const]
  await readXml({ ...document, bytes: packet, name: '', place })
}
