import { OpenElements } from './open-elements.ts'

/** What a caller does with the pieces of a marked-up text. Entities are left to the search, which resolves them. */
export interface MarkupHandler {
  open(name: string, attributes: readonly MarkupAttribute[]): void
  close(name: string): void
  text(text: string): void
  comment(text: string): void
  /** Document types, processing instructions and whatever else begins with `<!` or `<?`. */
  declaration(text: string): void
}

export interface MarkupAttribute {
  readonly name: string
  readonly value: string
}

/** Elements of HTML whose content is no markup. */
const RAW_ELEMENTS: ReadonlySet<string> = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
  'plaintext',
])

/**
 * Reads HTML or XML from front to back, once, and keeps no tree: hostile nesting costs nothing.
 * False when the text ends in the middle of something, or is XML whose elements do not close each other: it is then
 * not what its author wrote, or programs disagree about what it shows.
 */
export function scanMarkup(text: string, isHtml: boolean, handler: MarkupHandler): boolean {
  const scan: Scan = { text, isHtml, handler, elements: new OpenElements(), isDamaged: false }
  for (let at = 0; at < text.length; ) {
    const start = text.indexOf('<', at)
    const end = start < 0 ? text.length : start
    if (end > at) handler.text(text.slice(at, end))
    at = start < 0 ? text.length : scanAt(scan, start)
  }
  return !scan.isDamaged && (isHtml || scan.elements.isBalanced)
}

interface Scan {
  readonly text: string
  readonly isHtml: boolean
  readonly handler: MarkupHandler
  readonly elements: OpenElements
  isDamaged: boolean
}

function scanAt(scan: Scan, start: number): number {
  const { text, handler } = scan
  if (text.startsWith('<!--', start)) {
    const end = endOf(scan, '-->', start + 4)
    handler.comment(text.slice(start + 4, end))
    return end + 3
  }
  if (text.startsWith('<![CDATA[', start)) {
    const end = endOf(scan, ']]>', start + 9)
    handler.text(text.slice(start + 9, end))
    return end + 3
  }
  const next = text[start + 1]
  if (next === '!' || next === '?') {
    const end = endOfDeclaration(scan, start)
    handler.declaration(text.slice(start + 2, end))
    return end + 1
  }
  return scanTag(scan, start)
}

/** A document type may hold declarations in square brackets. */
function endOfDeclaration(scan: Scan, start: number): number {
  const end = endOf(scan, '>', start)
  // Looked for only this far: declarations without end and without brackets would each be read to the end.
  const subset = scan.text.slice(start, end).indexOf('[')
  return subset < 0 ? end : endOf(scan, ']>', start + subset) + 1
}

function scanTag(scan: Scan, start: number): number {
  const { text, isHtml, handler, elements } = scan
  TAG.lastIndex = start
  const [whole, slash = '', written = ''] = TAG.exec(text) ?? []
  if (whole === undefined) {
    if (!isHtml) scan.isDamaged = true
    handler.text('<')
    return start + 1
  }
  const name = isHtml ? written.toLowerCase() : written
  const { attributes, end, closes } = readAttributes(scan, start + whole.length)
  if (slash === '/') {
    elements.close(name)
    handler.close(name)
    return end
  }
  handler.open(name, attributes)
  if (isHtml && RAW_ELEMENTS.has(name)) return readRawElement(scan, end, name)
  if (closes) handler.close(name)
  elements.open(name, closes)
  return end
}

const TAG = /<(\/?)([a-z_\u0080-\uffff][^\s/>]*)/iuy
const ATTRIBUTE = /[\s/]*(?:([^\s/>=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?|(=))/uy

function readAttributes(scan: Scan, start: number) {
  const { text } = scan
  const attributes: MarkupAttribute[] = []
  let at = start
  for (;;) {
    ATTRIBUTE.lastIndex = at
    const match = ATTRIBUTE.exec(text)
    if (match === null) break
    const [whole, name, double, single, bare] = match
    if (name !== undefined) attributes.push({ name, value: double ?? single ?? bare ?? '' })
    at += whole.length
  }
  const end = endOf(scan, '>', at)
  return { attributes, end: end + 1, closes: text[end - 1] === '/' }
}

/** Up to the end tag of the same name. */
function readRawElement(scan: Scan, start: number, name: string): number {
  const { text, handler } = scan
  let end = text.indexOf('</', start)
  while (end >= 0 && !isEndTag(text, end, name)) end = text.indexOf('</', end + 2)
  if (end < 0 && name !== 'plaintext') scan.isDamaged = true
  if (end < 0) end = text.length
  handler.text(text.slice(start, end))
  return end
}

function isEndTag(text: string, at: number, name: string): boolean {
  const end = at + 2 + name.length
  return text.slice(at + 2, end).toLowerCase() === name && /^[\s/>]/u.test(text.charAt(end))
}

function endOf(scan: Scan, mark: string, from: number): number {
  const at = scan.text.indexOf(mark, from)
  if (at < 0) scan.isDamaged = true
  return at < 0 ? scan.text.length : at
}
