import type { Artefact } from '../../evidence/artefact.ts'
import type {
  ByteRange,
  HeaderField,
  Link,
  MailAddress,
  Message,
  Part,
} from '../../evidence/message.ts'
import type { FileSign } from '../../files/file-reading.ts'
import type { Place } from '../technique.ts'

const EXCERPT_CHARS_MAX = 200

/** A header field's value. */
export function placeOfHeader(message: Message, field: HeaderField): Place {
  const { name, line, valueRange: range, value } = field
  return { path: message.path, header: name, line, range, excerpt: toExcerpt(value) }
}

/** One mailbox in a header field. */
export function placeOfAddress(message: Message, { header, range, ...shown }: MailAddress): Place {
  const excerpt = toExcerpt(
    shown.displayName === '' ? shown.address : `${shown.displayName} <${shown.address}>`,
  )
  const line = header.line + countLines(message.bytes, header.range.start, range.start)
  return { path: message.path, header: header.name, line, range, excerpt }
}

/** A link, by the bytes of its address where they stand unencoded, else by its part. */
export function placeOfLink(message: Message, link: Link): Place {
  const part = findPart(message, link.path)
  const range = part ? findBytes(message, part, link.url) : findHolder(message, link.path).range
  const line = countLines(message.bytes, 0, range.start) + 1
  return { path: link.path, line, range, textRange: link.textRange, excerpt: toExcerpt(link.url) }
}

/** Words in `Message.shownText`, by the part that shows them. */
export function placeOfText(message: Message, { start, end }: ByteRange): Place {
  const quote = message.shownText.slice(start, end)
  const { part, textRange } = findShowing(message, start, quote)
  const range = textRange === undefined ? part.bodyRange : findBytes(message, part, quote)
  return {
    path: part.path,
    line: countLines(message.bytes, 0, range.start) + 1,
    range: range.end > range.start ? range : part.range,
    ...(textRange === undefined ? {} : { textRange }),
    excerpt: toExcerpt(quote),
  }
}

/** The part that shows a quote, and where in its text; laid-out HTML is found again word by word. */
function findShowing(
  message: Message,
  start: number,
  quote: string,
): { readonly part: Part; readonly textRange?: ByteRange } {
  const attached = new Set(message.attachments)
  const shown = message.parts.filter((part) => part.text !== undefined && !attached.has(part))
  let before = 0
  for (const part of shown) {
    const text = part.text ?? ''
    if (text.startsWith(quote, start - before) && start >= before)
      return { part, textRange: { start: start - before, end: start - before + quote.length } }
    before += text === '' ? 0 : text.length + 1
  }
  for (const part of shown) {
    const found = findWords(part.text ?? '', quote)
    if (found !== undefined) return { part, textRange: found }
  }
  return { part: shown.at(-1) ?? message.root }
}

/** Words of one line that HTML may set apart by tags, entities and line breaks. */
function findWords(text: string, quote: string): ByteRange | undefined {
  const plain = text.indexOf(quote)
  if (plain >= 0) return { start: plain, end: plain + quote.length }
  const words = quote.trim().split(/\s+/).slice(0, WORDS_MAX)
  const first = words[0] ?? ''
  for (let tries = 0, at = text.indexOf(first); at >= 0 && tries < WORDS_MAX; tries++) {
    const end = matchWords(text, at, words)
    if (end !== undefined) return { start: at, end }
    at = text.indexOf(first, at + 1)
  }
  return undefined
}

const WORDS_MAX = 30
const GAP = /(?:\s|&nbsp;|&#160;|<[^<>]{0,300}>){1,20}/y

function matchWords(text: string, start: number, words: readonly string[]): number | undefined {
  let at = start
  for (const [number, word] of words.entries()) {
    if (number > 0) {
      GAP.lastIndex = at
      const gap = GAP.exec(text)
      if (gap === null) return undefined
      at = GAP.lastIndex
    }
    if (!text.startsWith(word, at)) return undefined
    at += word.length
  }
  return at
}

/** A whole part, such as an attachment. */
export function placeOfPart(message: Message, part: Part): Place {
  const line = countLines(message.bytes, 0, part.range.start) + 1
  return {
    path: part.path,
    line,
    range: part.range,
    excerpt: toExcerpt(part.fileName ?? part.type),
  }
}

/** A file at any depth, by the part of this mail that holds it. */
export function placeOfArtefact(message: Message, artefact: Artefact): Place {
  return {
    ...placeOfPart(message, findHolder(message, artefact.path)),
    path: artefact.path,
    excerpt: toExcerpt(artefact.fileName ?? artefact.type),
  }
}

/** Something seen inside a file: the file's place, with what stands there. */
export function placeOfSign(message: Message, artefact: Artefact, sign: FileSign): Place {
  return {
    ...placeOfArtefact(message, artefact),
    ...(sign.range === undefined ? {} : { fileRange: sign.range }),
    excerpt: toExcerpt(sign.excerpt),
  }
}

/** The innermost part of this mail that holds what has this path. */
function findHolder(message: Message, path: string): Part {
  return message.parts
    .filter((part) => isWithin(path, part.path))
    .reduce<Part>(
      (inner, part) => (part.path.length > inner.path.length ? part : inner),
      message.root,
    )
}

function isWithin(path: string, holder: string): boolean {
  return path === holder || path.startsWith(`${holder}.`) || path.startsWith(`${holder}/`)
}

/** The part with this path. */
export function findPart(message: Message, path: string): Part | undefined {
  return message.parts.find((part) => part.path === path)
}

function findBytes(message: Message, part: Part, text: string): ByteRange {
  const { start, end } = part.bodyRange
  const bytes = Buffer.from(message.bytes.buffer, message.bytes.byteOffset, message.bytes.length)
  const at = text === '' ? -1 : bytes.indexOf(text, start)
  return at < 0 || at >= end ? part.bodyRange : { start: at, end: at + Buffer.byteLength(text) }
}

function countLines(bytes: Uint8Array, start: number, end: number): number {
  let lines = 0
  for (let at = bytes.indexOf(10, start); at >= 0 && at < end; at = bytes.indexOf(10, at + 1))
    lines++
  return lines
}

function toExcerpt(text: string): string {
  return text.length > EXCERPT_CHARS_MAX ? `${text.slice(0, EXCERPT_CHARS_MAX - 1)}…` : text
}
