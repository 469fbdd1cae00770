import { type Artefact, type Message, type Part, parseMessage } from 'engine'
import { findPictureLinks } from './find-picture-links.ts'
import { analysisLimits as limits } from '../limits.ts'
import type { MailPicture } from './mail-record.ts'

type Drawn = MailPicture['parts'][number]

/** Every part as the tree lists it: the mail's own, then those of the mails inside it, however they are packed. */
export function drawParts(message: Message, artefacts: readonly Artefact[]): MailPicture['parts'] {
  const drawing: Drawing = { drawn: new Map(), textLeft: limits.mailTextCharsMax }
  drawTree(drawing, message, 0)
  let bytesLeft: number = limits.nestedBytesMax
  for (const { kind, path, content, fileName } of artefacts) {
    if (kind !== 'mail' || path === message.path || content === undefined) continue
    bytesLeft -= content.length
    if (bytesLeft < 0) break
    drawNested(drawing, parseMessage(content, path), fileName)
  }
  return [...drawing.drawn.values()]
}

interface Drawing {
  readonly drawn: Map<string, Drawn>
  textLeft: number
}

function drawNested(drawing: Drawing, nested: Message, fileName: string | undefined): void {
  const before = drawing.drawn.get(nested.path)
  const depth = before?.depth ?? 1
  drawTree(drawing, nested, depth)
  const root = drawing.drawn.get(nested.path)
  if (root === undefined) return
  // The root of a nested mail and the part that carries it have one path; the tree shows the mail.
  const { range: _range, ...rest } = root
  drawing.drawn.set(nested.path, {
    ...rest,
    ...(before?.range === undefined ? {} : { range: before.range }),
    ...(fileName === undefined ? {} : { fileName }),
    type: 'message/rfc822',
    sizeBytes: nested.bytes.length,
    headers: nested.headers.slice(0, limits.nestedHeadersMax).map(({ name, value }) => ({
      name,
      value: value.slice(0, limits.nestedHeaderCharsMax),
    })),
  })
}

function drawTree(drawing: Drawing, message: Message, depthOfRoot: number): void {
  const of: Of = {
    isOwn: message.path === '0',
    links: findPictureLinks(message),
    shown: findShownHtml(message)?.path,
  }
  // A stack of our own: the tree is as deep as the sender wished.
  const waiting: { part: Part; depth: number }[] = [{ part: message.root, depth: depthOfRoot }]
  while (waiting.length > 0 && drawing.drawn.size < limits.shownPartsMax) {
    const next = waiting.pop()
    if (next === undefined) break
    const { part, depth } = next
    drawing.drawn.set(part.path, drawPart(drawing, part, depth, of))
    for (const child of part.children.toReversed()) waiting.push({ part: child, depth: depth + 1 })
  }
}

/** What is known of the mail a part belongs to. */
interface Of {
  readonly isOwn: boolean
  readonly links: ReadonlyMap<string, string>
  readonly shown: string | undefined
}

function drawPart(
  drawing: Drawing,
  part: Part,
  depth: number,
  { isOwn, links, shown: shownPath }: Of,
): Drawn {
  const text = part.children.length > 0 ? undefined : part.text
  const shown = text?.slice(0, Math.min(limits.partTextCharsMax, drawing.textLeft))
  drawing.textLeft -= shown?.length ?? 0
  const leadsTo = part.type.startsWith('image/') ? links.get(part.contentId ?? '') : undefined
  return {
    path: part.path,
    type: part.type,
    ...(part.fileName === undefined ? {} : { fileName: part.fileName }),
    sizeBytes: part.children.length > 0 ? size(part.bodyRange) : part.content.length,
    depth,
    ...(shown === undefined ? {} : { text: shown }),
    textCut: text !== undefined && shown !== undefined && shown.length < text.length,
    isHtml: isHtml(part),
    ...(isOwn && part.path === shownPath ? { isShown: true } : {}),
    ...(isOwn ? { range: { start: part.range.start, end: part.range.end } } : {}),
    ...(leadsTo === undefined ? {} : { leadsTo }),
  }
}

/** The part a mail program would draw: the first HTML that is not an attachment. */
export function findShownHtml(message: Message): Part | undefined {
  return message.parts.find((part) => isHtml(part) && part.disposition !== 'attachment')
}

function isHtml(part: Part): boolean {
  return part.type === 'text/html' || part.type === 'application/xhtml+xml'
}

function size(range: { readonly start: number; readonly end: number }): number {
  return range.end - range.start
}
