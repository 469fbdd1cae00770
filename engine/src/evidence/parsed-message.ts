import { limits } from '../limits.ts'
import { type BodyText, findBodyText, toShownText } from './body-text.ts'
import { parseAddresses } from './headers/addresses.ts'
import { parseDate } from './headers/date.ts'
import { parseReceived } from './headers/received.ts'
import { findTextLinks } from './links/text-links.ts'
import type {
  HeaderField,
  Link,
  MailAddress,
  Message,
  Part,
  Problem,
  ReceivedHop,
} from './message.ts'
import type { MimePart } from './mime/mime-part.ts'
import type { ProblemList } from './mime/problem-list.ts'

/** Fields that RFC 5322 §3.6 and RFC 2045 allow once; a second one makes two readings of one mail. */
const SINGLE_FIELDS = new Set(
  'from sender reply-to to cc subject date message-id content-type content-transfer-encoding content-disposition'.split(
    ' ',
  ),
)

export interface MessageParts {
  readonly path: string
  readonly bytes: Uint8Array
  readonly root: MimePart
  /** What was wrong with the structure; readings add theirs when the list is asked for. */
  readonly problems: ProblemList
}

/** One mail. Everything beyond its structure is worked out when first read, and then kept. */
export class ParsedMessage implements Message {
  readonly path: string
  readonly bytes: Uint8Array
  readonly root: MimePart
  readonly #problemList: ProblemList
  readonly #addresses = new Map<string, readonly MailAddress[]>()
  #byKey: Map<string, HeaderField[]> | undefined
  #parts: readonly MimePart[] | undefined
  #body: BodyText | undefined
  #shownText: string | undefined
  #hiddenText: string | undefined
  #links: readonly Link[] | undefined
  #received: readonly ReceivedHop[] | undefined
  #problems: readonly Problem[] | undefined

  constructor({ path, bytes, root, problems }: MessageParts) {
    this.path = path
    this.bytes = bytes
    this.root = root
    this.#problemList = problems
  }

  get headers(): readonly HeaderField[] {
    return this.root.headers
  }

  header(name: string): readonly HeaderField[] {
    this.#byKey ??= Map.groupBy(this.headers, ({ key }) => key)
    return this.#byKey.get(name) ?? this.#byKey.get(name.toLowerCase()) ?? []
  }

  addresses(name: string): readonly MailAddress[] {
    const key = name.toLowerCase()
    const known = this.#addresses.get(key)
    if (known !== undefined) return known
    const all = this.header(key).flatMap((field) => parseAddresses(this.bytes, field))
    const kept = all.slice(0, limits.addressesMax)
    this.#addresses.set(key, kept)
    return kept
  }

  get from(): MailAddress | undefined {
    const first = this.header('from')[0]
    return this.addresses('from').find(({ header }) => header === first)
  }

  get subject(): string {
    return this.header('subject')[0]?.value ?? ''
  }

  get sentAt(): Date | undefined {
    const date = this.header('date')[0]
    return date === undefined ? undefined : parseDate(date.value)
  }

  get parts(): readonly Part[] {
    return this.#allParts()
  }

  get attachments(): readonly Part[] {
    return this.#readBody().attachments
  }

  get shownText(): string {
    this.#shownText ??= joinTexts(this.#readBody().shown.map(toShownText))
    return this.#shownText
  }

  get hiddenText(): string {
    this.#hiddenText ??= joinTexts(this.#allParts().map((part) => part.html?.hiddenText ?? ''))
    return this.#hiddenText
  }

  get links(): readonly Link[] {
    this.#links ??= this.#allParts().flatMap(findPartLinks).slice(0, limits.linksMax)
    return this.#links
  }

  get received(): readonly ReceivedHop[] {
    this.#received ??= this.header('received').map(parseReceived)
    return this.#received
  }

  get problems(): readonly Problem[] {
    this.#problems ??= this.#findProblems()
    return this.#problems
  }

  #allParts(): readonly MimePart[] {
    this.#parts ??= listParts(this.root)
    return this.#parts
  }

  #readBody(): BodyText {
    this.#body ??= findBodyText(this.root)
    return this.#body
  }

  #findProblems(): readonly Problem[] {
    const problems = this.#problemList
    for (const key of SINGLE_FIELDS) {
      if (this.header(key).length > 1) problems.add('duplicate-header', this.path)
    }
    for (const part of this.#allParts()) {
      for (const code of part.findHeaderProblems()) problems.add(code, part.path)
      for (const code of part.findBodyProblems()) problems.add(code, part.path)
    }
    const shownChars = this.#readBody().shown.reduce(
      (sum, part) => sum + toShownText(part).length,
      0,
    )
    if (shownChars > limits.shownTextCharsMax) problems.add('over-long-text', this.path)
    if (this.links.length >= limits.linksMax) problems.add('over-many-links', this.path)
    return problems.list()
  }
}

/** Document order with an explicit stack. */
function listParts(root: MimePart): readonly MimePart[] {
  if (root.children.length === 0) return [root]
  const parts: MimePart[] = []
  const waiting = [root]
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    parts.push(part)
    const { children } = part
    for (let at = children.length - 1; at >= 0; at--) waiting.push(children[at] as MimePart)
  }
  return parts
}

function joinTexts(texts: readonly string[]): string {
  return texts
    .filter((text) => text !== '')
    .join('\n')
    .slice(0, limits.shownTextCharsMax)
}

function findPartLinks(part: MimePart): readonly Link[] {
  if (part.html !== undefined) return part.html.links.map((link) => ({ ...link, path: part.path }))
  return findTextLinks(part.text ?? '', limits.linksMax).map(({ url, start, end }) => ({
    url,
    kind: 'bare',
    path: part.path,
    textRange: { start, end },
  }))
}
