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

/** Reads HTML or XML from front to back, once, and keeps no tree: hostile nesting costs nothing. */
export function scanMarkup(text: string, isHtml: boolean, handler: MarkupHandler): void {
  for (let at = 0; at < text.length; ) {
    const start = text.indexOf('<', at)
    if (start < 0) {
      handler.text(text.slice(at))
      return
    }
    if (start > at) handler.text(text.slice(at, start))
    at = scanAt(text, start, isHtml, handler)
  }
}

function scanAt(text: string, start: number, isHtml: boolean, handler: MarkupHandler): number {
  if (text.startsWith('<!--', start)) {
    const end = endOf(text, '-->', start + 4)
    handler.comment(text.slice(start + 4, end))
    return end + 3
  }
  if (text.startsWith('<![CDATA[', start)) {
    const end = endOf(text, ']]>', start + 9)
    handler.text(text.slice(start + 9, end))
    return end + 3
  }
  const next = text[start + 1]
  if (next === '!' || next === '?') {
    const end = endOfDeclaration(text, start)
    handler.declaration(text.slice(start + 2, end))
    return end + 1
  }
  return scanTag(text, start, isHtml, handler)
}

/** A document type may hold declarations in square brackets. */
function endOfDeclaration(text: string, start: number): number {
  const end = endOf(text, '>', start)
  const subset = text.indexOf('[', start)
  return subset < 0 || subset > end ? end : endOf(text, ']>', subset) + 1
}

function scanTag(text: string, start: number, isHtml: boolean, handler: MarkupHandler): number {
  TAG.lastIndex = start
  const [whole, slash = '', written = ''] = TAG.exec(text) ?? []
  if (whole === undefined) {
    handler.text('<')
    return start + 1
  }
  const name = isHtml ? written.toLowerCase() : written
  const { attributes, end, closes } = readAttributes(text, start + whole.length)
  if (slash === '/') handler.close(name)
  else {
    handler.open(name, attributes)
    if (isHtml && RAW_ELEMENTS.has(name)) return readRawElement(text, end, name, handler)
    if (closes) handler.close(name)
  }
  return end
}

const TAG = /<(\/?)([a-z_\u0080-\uffff][^\s/>]*)/iuy
const ATTRIBUTE = /[\s/]*(?:([^\s/>=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?|(=))/uy

function readAttributes(text: string, start: number) {
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
  const end = endOf(text, '>', at)
  return { attributes, end: end + 1, closes: text[end - 1] === '/' }
}

/** Up to the end tag of the same name. */
function readRawElement(text: string, start: number, name: string, handler: MarkupHandler): number {
  let end = text.indexOf('</', start)
  while (end >= 0 && !isEndTag(text, end, name)) end = text.indexOf('</', end + 2)
  if (end < 0) end = text.length
  handler.text(text.slice(start, end))
  return end
}

function isEndTag(text: string, at: number, name: string): boolean {
  const end = at + 2 + name.length
  return text.slice(at + 2, end).toLowerCase() === name && /^[\s/>]/u.test(text.charAt(end))
}

function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at < 0 ? text.length : at
}
