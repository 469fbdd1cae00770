import type { DocumentPlace, PlaceStep } from './document-place.ts'
import type { DocumentToRead } from './document-to-read.ts'
import type { MarkupAttribute } from './scan-markup.ts'

export type MarkupKind = 'html' | 'svg' | 'xml' | 'office'

/** Elements that do not end a line: a name runs on through them. */
const INLINE: Readonly<Record<'html' | 'svg', ReadonlySet<string>>> = {
  html: new Set(
    'a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark nobr q rb rp rt rtc ruby s samp small span strike strong sub sup time tt u var wbr'.split(
      ' ',
    ),
  ),
  svg: new Set(['tspan', 'textPath', 'a', 'tref', 'altGlyph']),
}

/** Elements of Office documents (ECMA-376) that hold one run of text; everything inside belongs together. */
const OFFICE_BLOCKS: ReadonlySet<string> = new Set(['p', 'si', 'c', 'comment', 'text', 'property'])

/** Puts the text of a marked-up document together, block by block, and knows where each stands. */
export class MarkupText {
  readonly #kind: MarkupKind
  readonly #document: DocumentToRead
  #pieces: string[] = []
  /** The same without what a tracked change has taken out. */
  #kept: string[] = []
  #block: DocumentPlace
  #paragraph = 0
  #isDeleted = false
  /** Name of the custom property being read. */
  #property = ''

  constructor(kind: MarkupKind, document: DocumentToRead) {
    this.#kind = kind
    this.#document = document
    this.#block = document.place
  }

  open(name: string, attributes: readonly MarkupAttribute[]): void {
    const local = toLocalName(name)
    if (local === 'delText' || local === 'delInstrText') this.#isDeleted = true
    if (this.#kind === 'office' && (local === 'tab' || local === 'br')) this.#pieces.push(' ')
    if (this.#isInline(local)) return
    this.#closeBlock()
    if (local === 'p') this.#paragraph += 1
    this.#block = [...this.here, ...this.#toStep(local, name, attributes)]
  }

  close(name: string): void {
    const local = toLocalName(name)
    if (local === 'delText' || local === 'delInstrText') this.#isDeleted = false
    if (!this.#isInline(local)) this.#closeBlock()
  }

  add(text: string): void {
    this.#pieces.push(text)
    if (!this.#isDeleted) this.#kept.push(text)
    else if (this.#block.at(-1)?.kind !== 'tracked-change' && text.trim() !== '')
      this.#block = [...this.#block, { kind: 'tracked-change' }]
  }

  finish(): void {
    this.#closeBlock()
  }

  /** Where what is read next stands. */
  get here(): DocumentPlace {
    const { place } = this.#document
    if (this.#kind === 'office')
      return this.#paragraph === 0
        ? place
        : [...place, { kind: 'paragraph', name: this.#paragraph }]
    return place
  }

  #closeBlock(): void {
    const { reading } = this.#document
    const all = this.#pieces.join('')
    const kept = this.#kept.join('')
    reading.addText(this.#block, all)
    // With the deleted letters gone the rest joins, and may join to a name.
    if (kept !== all && kept.trim() !== '') reading.addText(this.#block.slice(0, -1), kept)
    this.#pieces = []
    this.#kept = []
  }

  #isInline(local: string): boolean {
    if (this.#kind === 'xml') return false
    if (this.#kind === 'office') return !this.#isOfficeBlock(local)
    return INLINE[this.#kind].has(local)
  }

  #isOfficeBlock(local: string): boolean {
    return OFFICE_BLOCKS.has(local) || this.#isProperties
  }

  get #isProperties(): boolean {
    return this.#document.name.startsWith('docProps/')
  }

  #toStep(local: string, name: string, attributes: readonly MarkupAttribute[]): PlaceStep[] {
    const read = (key: string) => attributes.find((one) => one.name === key)?.value
    const part = this.#document.name
    if (part === 'docProps/core.xml') return [{ kind: 'core-property', name: local }]
    if (part === 'docProps/app.xml') return [{ kind: 'app-property', name: local }]
    if (part === 'docProps/custom.xml') {
      if (local === 'property') this.#property = read('name') ?? local
      return [{ kind: 'custom-property', name: this.#property }]
    }
    if (this.#kind !== 'office') return [{ kind: 'element', name }]
    const cell = local === 'c' ? read('r') : undefined
    return cell === undefined ? [] : [{ kind: 'cell', name: cell }]
  }
}

const toLocalName = (name: string): string => name.slice(name.lastIndexOf(':') + 1)
