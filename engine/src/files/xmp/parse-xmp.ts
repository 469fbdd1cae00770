import { toBuffer } from '../../charset/text-decoders.ts'
import type { FileFact } from '../file-reading.ts'

/** Bytes of a packet that are read; photo programs append their whole editing history. */
const PACKET_BYTES_MAX = 64 * 1024
const VALUE_CHARS_MAX = 500

/** XMP properties (ISO 16684-1 §8) by the name of the fact they give. */
const PROPERTIES: readonly (readonly [string, string])[] = [
  ['xmp:CreatorTool', 'creator'],
  ['pdf:Producer', 'producer'],
  ['dc:creator', 'author'],
  ['dc:title', 'title'],
  ['xmp:CreateDate', 'created-at'],
  ['xmp:ModifyDate', 'changed-at'],
  ['xmpMM:DocumentID', 'document-id'],
]

/**
 * Facts of an XMP packet, in a PDF or a picture. Read by names instead of as XML: packets are often
 * cut off, and no entity of them is ever expanded.
 */
export function parseXmp(packet: Uint8Array): FileFact[] {
  const text = toBuffer(packet.subarray(0, PACKET_BYTES_MAX)).toString('utf8')
  return PROPERTIES.flatMap(([property, name]) => {
    const value = findProperty(text, property)
    return value === '' ? [] : [{ name, value }]
  })
}

/** The property as an element, with or without a list inside, or as an attribute. */
function findProperty(text: string, property: string): string {
  const start = text.indexOf(`<${property}`)
  if (start >= 0) {
    const end = text.indexOf(`</${property}>`, start)
    const inner = end < 0 ? '' : text.slice(start, Math.min(end, start + 4 * VALUE_CHARS_MAX))
    return toPlain(inner.replace(/<[^<>]{0,400}>/g, ' '))
  }
  const at = text.indexOf(`${property}="`)
  if (at < 0) return ''
  const from = at + property.length + 2
  const end = text.indexOf('"', from)
  return end < 0 ? '' : toPlain(text.slice(from, Math.min(end, from + VALUE_CHARS_MAX)))
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
}

function toPlain(text: string): string {
  const plain = text.replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity] ?? entity)
  return plain.replace(/\s+/g, ' ').trim().slice(0, VALUE_CHARS_MAX)
}
