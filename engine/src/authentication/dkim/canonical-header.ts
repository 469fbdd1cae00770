import type { HeaderField, Message } from '../../evidence/message.ts'
import type { Canonicalisation } from './canonical-body.ts'

/**
 * The fields a signature covers, in its order, each name's fields from the last one up; a name that
 * is listed once more than it occurs signs its absence (RFC 6376 §3.5, §5.4.2).
 */
export function toCanonicalFields(
  message: Message,
  names: readonly string[],
  how: Canonicalisation,
): string {
  const used = new Map<string, number>()
  return names
    .map((name) => {
      const key = name.toLowerCase()
      const fields = message.header(key)
      const count = used.get(key) ?? 0
      used.set(key, count + 1)
      const field = fields[fields.length - 1 - count]
      return field === undefined ? '' : `${toCanonicalField(toRaw(message, field), how)}\r\n`
    })
    .join('')
}

/** The field's bytes, one character each. */
export function toRaw({ bytes }: Message, { range }: HeaderField): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(
    'latin1',
    range.start,
    range.end,
  )
}

/** RFC 6376 §3.4.1, §3.4.2. */
export function toCanonicalField(raw: string, how: Canonicalisation): string {
  const field = raw.replace(/\r?\n/g, '\r\n')
  if (how === 'simple') return field
  const colon = field.indexOf(':')
  const name = field.slice(0, colon).toLowerCase().trim()
  const value = field
    .slice(colon + 1)
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
  // Only these two: in a field of raw UTF-8 the last byte of だ is A0, which trim() takes for a space.
  return `${name}:${value.replace(/^ | $/g, '')}`
}

/** The signature's own field as it was signed: with an empty `b=` (RFC 6376 §3.7). */
export function emptySignature(raw: string): string {
  const colon = raw.indexOf(':') + 1
  const tags = raw.slice(colon).split(';')
  const emptied = tags.map((tag) =>
    /^\s*b\s*=/.test(tag) ? tag.slice(0, tag.indexOf('=') + 1) : tag,
  )
  return raw.slice(0, colon) + emptied.join(';')
}
