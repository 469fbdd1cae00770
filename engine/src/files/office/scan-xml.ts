/** What a caller does with the pieces of an XML text. */
export interface XmlHandler {
  /** `name` without its prefix; attributes are read only when asked for. */
  open(name: string, attributes: () => XmlAttributes): void
  text?(text: string): void
  close?(name: string): void
}

/** Attribute values by name without prefix; of two with one name the first. */
export type XmlAttributes = ReadonlyMap<string, string>

/** Attributes of one element that are read; Office writes under 60. */
const ATTRIBUTES_MAX = 200
/** Characters of one tag; styles reach 2,000. */
const TAG_CHARS_MAX = 20_000

/**
 * Reads XML from front to back, once. It keeps no tree and knows no entities but the five of XML and
 * numbers: a document type may define an entity that grows to gigabytes, or one that names a file,
 * and no Office document has use for either.
 */
export function scanXml(xml: string, handler: XmlHandler): void {
  for (let at = 0; at < xml.length; ) {
    const tag = xml.indexOf('<', at)
    const end = tag < 0 ? xml.length : tag
    if (end > at && handler.text !== undefined) handler.text(decodeEntities(xml.slice(at, end)))
    if (tag < 0) return
    at =
      xml.startsWith('<!', tag) || xml.startsWith('<?', tag)
        ? skipMarkup(xml, tag, handler)
        : scanTag(xml, tag, handler)
  }
}

function scanTag(xml: string, start: number, handler: XmlHandler): number {
  const end = findTagEnd(xml, start)
  const inner = xml.slice(start + 1, Math.min(end, start + TAG_CHARS_MAX))
  if (inner.startsWith('/')) {
    handler.close?.(toLocalName(inner.slice(1).trim()))
    return end + 1
  }
  const name = /^[^\s/>]{1,200}/.exec(inner)?.[0] ?? ''
  const local = toLocalName(name)
  handler.open(local, () => readAttributes(inner.slice(name.length)))
  if (inner.endsWith('/')) handler.close?.(local)
  return end + 1
}

/** The `>` that ends a tag; one inside quotes does not. */
function findTagEnd(xml: string, start: number): number {
  const plain = xml.indexOf('>', start)
  if (plain < 0) return xml.length
  let end = plain
  for (let at = start; ; ) {
    const open = indexOfQuote(xml, at, end)
    if (open < 0) return end
    const close = xml.indexOf(xml[open] ?? '"', open + 1)
    if (close < 0 || close - start > TAG_CHARS_MAX) return end
    at = close + 1
    if (close > end) end = indexOrEnd(xml, '>', close)
  }
}

function indexOfQuote(xml: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const code = xml.charCodeAt(at)
    if (code === 0x22 || code === 0x27) return at
  }
  return -1
}

function indexOrEnd(xml: string, text: string, from: number): number {
  const at = xml.indexOf(text, from)
  return at < 0 ? xml.length : at
}

/** Comments, processing instructions, CDATA sections and the document type. */
function skipMarkup(xml: string, start: number, handler: XmlHandler): number {
  if (xml.startsWith('<!--', start)) return indexOrEnd(xml, '-->', start + 4) + 3
  if (xml.startsWith('<![CDATA[', start)) {
    const end = indexOrEnd(xml, ']]>', start + 9)
    handler.text?.(xml.slice(start + 9, end))
    return end + 3
  }
  if (xml.startsWith('<?', start)) return indexOrEnd(xml, '?>', start + 2) + 2
  const end = indexOrEnd(xml, '>', start)
  const subset = xml.indexOf('[', start)
  return subset < 0 || subset > end ? end + 1 : indexOrEnd(xml, ']>', subset) + 2
}

/** Only white space begins an attribute, which keeps long names from being tried at every letter. */
const ATTRIBUTE = /\s([^\s=/"'<>]{1,80})\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)')/g

function readAttributes(text: string): XmlAttributes {
  const found = new Map<string, string>()
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) {
    const local = toLocalName(name)
    if (!found.has(local)) found.set(local, decodeEntities(double ?? single ?? ''))
    if (found.size >= ATTRIBUTES_MAX) break
  }
  return found
}

function toLocalName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1)
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi,
    (written, decimal, hex, name) => {
      if (typeof name === 'string') return NAMED[name.toLowerCase()] ?? written
      const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
    },
  )
}
