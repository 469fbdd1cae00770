import type { TokenizerCallbacks } from 'htmlparser2'
import { limits } from '../../limits.ts'
import type { Link } from '../message.ts'
import type { ProblemCode } from '../problem.ts'
import { cleanUrl } from './clean-url.ts'
import { isHidingStyle } from './hidden-style.ts'
import {
  BLOCK_ELEMENTS,
  IMPLIED_ENDS,
  READ_ATTRIBUTES,
  SILENT_ELEMENTS,
  VOID_ELEMENTS,
} from './html-elements.ts'
import { findTagLinks, type Tag } from './tag-links.ts'
import { TextFlow } from './text-flow.ts'
import { findTextLinks } from './text-links.ts'
import type { HtmlReading } from './html-reading.ts'

interface OpenElement {
  readonly name: string
  readonly isHidden: boolean
  readonly isSilent: boolean
}

interface OpenAnchor {
  readonly url: string
  readonly start: number
  text: string
  alternative: string
}

/** Characters of a link's text that are kept; the rest of a whole mail inside one `<a>` says no more. */
const ANCHOR_TEXT_CHARS_MAX = 2_000

/** Follows the tokens of one HTML document and keeps what is said and what is linked. */
export class HtmlReader implements TokenizerCallbacks {
  readonly #html: string
  readonly #shown = new TextFlow()
  readonly #hidden = new TextFlow()
  readonly #links: Omit<Link, 'path'>[] = []
  readonly #problems = new Set<ProblemCode>()
  readonly #open: OpenElement[] = []
  #hiddenCount = 0
  #silentCount = 0
  #anchor: OpenAnchor | undefined
  #tagName = ''
  #tagStart = 0
  #attributes = new Map<string, string>()
  #attributeName = ''
  #attributeValue = ''
  /** Where the running text between two tags began; undefined after a tag. */
  #textStart: number | undefined
  #textEnd = 0

  constructor(html: string) {
    this.#html = html
  }

  finish(): HtmlReading {
    this.#endText()
    this.#endAnchor(this.#html.length)
    if (this.#shown.isFull || this.#hidden.isFull) this.#problems.add('over-long-text')
    return {
      text: this.#shown.toString(),
      hiddenText: this.#hidden.toString(),
      links: this.#links,
      problems: [...this.#problems],
    }
  }

  onopentagname(start: number, end: number): void {
    this.#endText()
    this.#tagName = this.#html.slice(start, Math.min(end, start + 40)).toLowerCase()
    this.#tagStart = start - 1
    // Half of all tags have no attributes that are read.
    if (this.#attributes.size > 0) this.#attributes = new Map()
  }

  onattribname(start: number, end: number): void {
    const name = end - start > 20 ? '' : this.#html.slice(start, end).toLowerCase()
    this.#attributeName = READ_ATTRIBUTES.has(name) ? name : ''
    this.#attributeValue = ''
  }

  onattribdata(start: number, end: number): void {
    if (this.#attributeName !== '') this.#attributeValue += this.#html.slice(start, end)
  }

  onattribentity(codepoint: number): void {
    if (this.#attributeName !== '') this.#attributeValue += String.fromCodePoint(codepoint)
  }

  onattribend(): void {
    // The first of two attributes counts, as in browsers.
    if (this.#attributeName === '' || this.#attributes.has(this.#attributeName)) return
    this.#attributes.set(this.#attributeName, this.#attributeValue)
  }

  onopentagend(end: number): void {
    this.#openElement(end + 1)
  }

  onselfclosingtag(end: number): void {
    // HTML knows no self-closing elements; `<div/>` opens (§13.2.5.40).
    this.#openElement(end + 1)
  }

  onclosetag(start: number, end: number): void {
    this.#endText()
    const name = this.#html.slice(start, Math.min(end, start + 40)).toLowerCase()
    if (name === 'a') this.#endAnchor(this.#html.indexOf('>', end) + 1 || end)
    if (BLOCK_ELEMENTS.has(name)) this.#breakLine()
    const lowest = Math.max(0, this.#open.length - limits.endTagSearchMax)
    for (let at = this.#open.length - 1; at >= lowest; at--) {
      if (this.#open[at]?.name === name) return this.#closeTo(at)
    }
  }

  ontext(start: number, end: number): void {
    this.#textStart ??= start
    this.#textEnd = end
    this.#addText(this.#html.slice(start, end))
  }

  ontextentity(codepoint: number, end: number): void {
    this.#textStart ??= end
    this.#textEnd = end
    this.#addText(String.fromCodePoint(codepoint))
  }

  oncomment(): void {
    this.#endText()
  }

  oncdata(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  #openElement(end: number): void {
    const tag: Tag = { name: this.#tagName, attributes: this.#attributes }
    this.#closeImplied(tag.name)
    if (BLOCK_ELEMENTS.has(tag.name)) this.#breakLine()
    else if (tag.name === 'td' || tag.name === 'th') this.#addText(' ')
    const range = { start: this.#tagStart, end }
    for (const { url, kind, text } of findTagLinks(tag)) {
      this.#addLink({ url, kind, textRange: range, ...(text === undefined ? {} : { text }) })
      if (kind === 'image' && this.#anchor !== undefined) this.#anchor.alternative ||= text ?? ''
    }
    const href = tag.attributes.get('href')
    if (tag.name === 'a' && href !== undefined) this.#openAnchor(href)
    if (!VOID_ELEMENTS.has(tag.name)) this.#push(tag)
  }

  #push({ name, attributes }: Tag): void {
    // A deeper element is read flat: what it hides is then shown, which errs on the safe side.
    if (this.#open.length >= limits.openElementsMax) {
      this.#problems.add('over-many-elements')
      return
    }
    const style = attributes.get('style')
    const isHidden = attributes.has('hidden') || (style !== undefined && isHidingStyle(style))
    const isSilent = SILENT_ELEMENTS.has(name)
    this.#open.push({ name, isHidden, isSilent })
    this.#hiddenCount += isHidden ? 1 : 0
    this.#silentCount += isSilent ? 1 : 0
  }

  #closeImplied(name: string): void {
    const ended = IMPLIED_ENDS.get(name)
    const last = this.#open.at(-1)
    if (ended === undefined || last === undefined || !ended.has(last.name)) return
    this.#closeTo(this.#open.length - 1)
    this.#closeImplied(name)
  }

  #closeTo(level: number): void {
    for (const element of this.#open.splice(level)) {
      this.#hiddenCount -= element.isHidden ? 1 : 0
      this.#silentCount -= element.isSilent ? 1 : 0
    }
  }

  #addText(text: string): void {
    if (this.#silentCount > 0) return
    if (this.#hiddenCount > 0) this.#hidden.add(text)
    else this.#shown.add(text)
    const anchor = this.#anchor
    if (anchor !== undefined && anchor.text.length < ANCHOR_TEXT_CHARS_MAX) anchor.text += text
  }

  #breakLine(): void {
    if (this.#hiddenCount > 0) this.#hidden.breakLine()
    else this.#shown.breakLine()
    if (this.#anchor !== undefined) this.#anchor.text += ' '
  }

  /** Mail programs make links of bare URLs in HTML text as well. */
  #endText(): void {
    const start = this.#textStart
    this.#textStart = undefined
    if (start === undefined || this.#anchor !== undefined || this.#silentCount > 0) return
    const raw = this.#html.slice(start, this.#textEnd)
    for (const link of findTextLinks(raw, limits.linksMax - this.#links.length)) {
      const textRange = { start: start + link.start, end: start + link.end }
      this.#addLink({ url: cutAtEntity(link.url), kind: 'bare', textRange })
    }
  }

  #openAnchor(href: string): void {
    this.#endAnchor(this.#tagStart)
    this.#anchor = { url: cleanUrl(href), start: this.#tagStart, text: '', alternative: '' }
  }

  #endAnchor(end: number): void {
    const anchor = this.#anchor
    if (anchor === undefined) return
    this.#anchor = undefined
    const shown = anchor.text.replace(/\s+/g, ' ').trim().slice(0, ANCHOR_TEXT_CHARS_MAX)
    const text = shown === '' ? anchor.alternative : shown
    this.#addLink({
      url: anchor.url,
      text,
      kind: 'anchor',
      textRange: { start: anchor.start, end },
    })
  }

  #addLink(link: Omit<Link, 'path'>): void {
    if (link.url === '') return
    if (this.#links.length < limits.linksMax) this.#links.push(link)
    else this.#problems.add('over-many-links')
  }
}

/** In HTML source `&amp;` is part of a bare URL, while `&nbsp;`, `&lt;` and quotes end it. */
function cutAtEntity(url: string): string {
  return url
    .replace(/&(?:nbsp|lt|gt|quot|#39|#160|#34|#60|#62);?[^]*$/i, '')
    .replace(/&amp;/gi, '&')
}
