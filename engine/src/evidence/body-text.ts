import type { MimePart } from './mime/mime-part.ts'

/** What of the tree is the mail's own text, and what is attached to it. */
export interface BodyText {
  /** Text parts in the order a reader sees them; of alternatives only the chosen one. */
  readonly shown: readonly MimePart[]
  readonly attachments: readonly MimePart[]
}

const READABLE = new Set([
  'text/plain',
  'text/html',
  'text/enriched',
  'text/richtext',
  'text/watch-html',
])

/** Sorts the leaves of a tree into body text and attachments (RFC 2046 §5.1). */
export function findBodyText(root: MimePart): BodyText {
  const attachments: MimePart[] = []
  const shown = collect(root, root, attachments)
  return { shown, attachments }
}

/** The depth of the tree is limited when it is built, so this recursion is too. */
function collect(part: MimePart, root: MimePart, attachments: MimePart[]): readonly MimePart[] {
  if (part.isMultipart && part.children.length > 0) {
    const texts = part.children.map((child) => collect(child, root, attachments))
    return part.type === 'multipart/alternative' ? chooseAlternative(texts) : texts.flat()
  }
  attachments.push(...part.children)
  if (isBodyText(part, part === root)) return [part]
  attachments.push(part)
  return []
}

function isBodyText(part: MimePart, isRoot: boolean): boolean {
  const isReadable = READABLE.has(part.type) || part.isMultipart
  if (!isReadable || part.disposition === 'attachment') return false
  return isRoot || part.fileName === undefined
}

/**
 * Plain text if it says something, else HTML: senders put "your program cannot show HTML" into the
 * plain alternative, and then the HTML is what the victim read.
 */
function chooseAlternative(texts: readonly (readonly MimePart[])[]): readonly MimePart[] {
  const filled = texts.filter((parts) => parts.length > 0)
  const plain = filled.find((parts) => parts.every((part) => part.html === undefined))
  const html = filled.findLast((parts) => parts.some((part) => part.html !== undefined))
  if (plain === undefined || html === undefined) return html ?? plain ?? []
  const plainChars = countChars(plain)
  return plainChars === 0 || plainChars * 4 < countChars(html) ? html : plain
}

function countChars(parts: readonly MimePart[]): number {
  return parts.reduce((sum, part) => sum + toShownText(part).trim().length, 0)
}

/** A text part's text as shown: HTML is laid out, other text stands as it is. */
export function toShownText(part: MimePart): string {
  return part.html?.text ?? part.text ?? ''
}
