import { limits } from '../../limits.ts'
import { FieldCollector } from '../office/collect-fields.ts'
import { toCharset } from '../vba/parse-dir-stream.ts'
import { HexBytes } from './hex-bytes.ts'
import { type Destination, FONT_CHARSETS, toDestination } from './rtf-destinations.ts'
import { RtfText } from './rtf-text.ts'
import { type RtfHandler, scanRtf } from './scan-rtf.ts'

/** An object as RTF carries it: OLE 1 data, and whether opening the document is enough to load it. */
export interface RtfObject {
  readonly className: string
  readonly data: Buffer
  readonly loadsItself: boolean
}

export interface RtfContent {
  readonly text: string
  readonly instructions: readonly string[]
  readonly templates: readonly string[]
  readonly facts: readonly (readonly [string, string])[]
  readonly objects: readonly RtfObject[]
  readonly pictures: readonly Buffer[]
  readonly isOverNested: boolean
}

/** What holds inside one pair of braces. */
interface Group {
  destination: Destination
  font: number
  /** Characters that stand in for one given by number, to be passed over. */
  standIns: number
  isField: boolean
  isObject: boolean
  /** `\*` was the last word: an unknown destination may be skipped. */
  isOptional: boolean
}

/** Reads an RTF document (RTF 1.9.1) for what it shows, loads and carries. */
export function readRtf(bytes: Buffer): RtfContent {
  const reading = new RtfReading()
  scanRtf(bytes, reading)
  return reading.finish()
}

const VALUE_CHARS_MAX = 2_000
const OBJECTS_MAX = 200
const PICTURES_MAX = 50

class RtfReading implements RtfHandler {
  readonly #text = new RtfText()
  readonly #fields = new FieldCollector()
  readonly #templates: string[] = []
  readonly #facts: [string, string][] = []
  readonly #objects: RtfObject[] = []
  readonly #pictures: Buffer[] = []
  readonly #fonts = new Map<number, string>()
  readonly #groups: Group[] = []
  #group: Group = {
    destination: 'text',
    font: -1,
    standIns: 1,
    isField: false,
    isObject: false,
    isOptional: false,
  }
  #surplus = 0
  #isOverNested = false
  #charset = 'windows-1252'
  #standInsLeft = 0
  #value: RtfText | undefined
  #hex: HexBytes | undefined
  #className = ''
  #loadsItself = false
  #picture: 'png' | 'jpg' | undefined

  open(): void {
    this.#standInsLeft = 0
    if (this.#groups.length >= limits.rtfDepthMax) {
      this.#isOverNested = true
      this.#surplus += 1
      return
    }
    this.#groups.push(this.#group)
    this.#group = { ...this.#group, isField: false, isObject: false, isOptional: false }
  }

  close(): void {
    this.#standInsLeft = 0
    if (this.#surplus > 0) {
      this.#surplus -= 1
      return
    }
    const group = this.#group
    const outer = this.#groups.pop()
    if (outer === undefined) return
    if (outer.destination !== group.destination) this.#leave(group.destination)
    if (group.isField) this.#fields.end()
    if (group.isObject) this.#className = ''
    this.#group = outer
  }

  control(word: string, parameter: number | undefined): void {
    const isOptional = this.#group.isOptional
    this.#group.isOptional = word === '*'
    if (word === '*') return
    const destination = toDestination(word)
    if (destination !== undefined) this.#enter(destination)
    else if (isOptional && !CARRIERS.has(word)) this.#group.destination = 'skip'
    this.#act(word, parameter)
  }

  byte(value: number, isEscaped: boolean): void {
    if (this.#standInsLeft > 0) {
      this.#standInsLeft -= 1
      return
    }
    const charset = this.#fonts.get(this.#group.font) ?? this.#charset
    switch (this.#group.destination) {
      case 'skip':
      case 'font-table':
        return
      case 'object-data':
      case 'picture':
        // Word passes over `\'hh` among the digits, a way to break simple readers.
        if (!isEscaped) this.#hex?.addDigit(value)
        return
      case 'text':
        return this.#text.addByte(value, charset)
      default:
        this.#value?.addByte(value, charset)
    }
  }

  binary(bytes: Buffer): void {
    const { destination } = this.#group
    if (destination === 'object-data' || destination === 'picture') this.#hex?.addBytes(bytes)
  }

  finish(): RtfContent {
    // Groups that never close still say what they hold.
    while (this.#groups.length > 0) this.close()
    return {
      text: this.#text.toText(),
      instructions: this.#fields.instructions,
      templates: this.#templates,
      facts: this.#facts,
      objects: this.#objects,
      pictures: this.#pictures,
      isOverNested: this.#isOverNested,
    }
  }

  #enter(destination: Destination): void {
    this.#group.destination = destination
    if (destination === 'object-data' || destination === 'picture') this.#hex = new HexBytes()
    else if (destination !== 'text' && destination !== 'skip' && destination !== 'font-table')
      this.#value = new RtfText(VALUE_CHARS_MAX)
  }

  /** A destination's group has ended: what was gathered goes where it belongs. */
  #leave(destination: Destination): void {
    const value = this.#value?.toText().trim() ?? ''
    if (destination === 'object-data') this.#keepObject()
    else if (destination === 'picture') this.#keepPicture()
    else if (destination === 'object-class') this.#className = value
    else if (destination === 'instruction') this.#fields.add(value)
    else if (destination === 'template') this.#templates.push(value)
    else if (destination.startsWith('fact-')) this.#facts.push([destination.slice(5), value])
    this.#value = undefined
  }

  #keepObject(): void {
    const data = this.#hex?.toBytes() ?? Buffer.alloc(0)
    this.#hex = undefined
    if (data.length === 0 || this.#objects.length >= OBJECTS_MAX) return
    this.#objects.push({ className: this.#className, data, loadsItself: this.#loadsItself })
    this.#loadsItself = false
  }

  #keepPicture(): void {
    const bytes = this.#hex?.toBytes()
    this.#hex = undefined
    const isKnown = this.#picture !== undefined
    this.#picture = undefined
    if (isKnown && bytes !== undefined && this.#pictures.length < PICTURES_MAX)
      this.#pictures.push(bytes)
  }

  #act(word: string, parameter = 0): void {
    switch (word) {
      case 'field':
        this.#group.isField = true
        return this.#fields.begin()
      case 'fldrslt':
        return this.#fields.separate()
      case 'object':
        this.#group.isObject = true
        return
      case 'objupdate':
      case 'objautlink':
      case 'objlink':
        this.#loadsItself = true
        return
      case 'pngblip':
        this.#picture = 'png'
        return
      case 'jpegblip':
        this.#picture = 'jpg'
        return
      case 'ansicpg':
        this.#charset = toCharset(parameter)
        return
      case 'f':
        this.#group.font = parameter
        return
      case 'fcharset':
        return this.#noteFont(parameter)
      case 'uc':
        this.#group.standIns = Math.max(0, Math.min(parameter, STAND_INS_MAX))
        return
      case 'u':
        return this.#addCharacter(parameter)
    }
    const shown = SHOWN.get(word)
    if (shown !== undefined && this.#group.destination === 'text') this.#text.addText(shown)
  }

  #noteFont(charset: number): void {
    const name = FONT_CHARSETS.get(charset)
    if (name !== undefined && this.#fonts.size < FONTS_MAX) this.#fonts.set(this.#group.font, name)
  }

  /** Numbers above 32,767 are written negative. */
  #addCharacter(code: number): void {
    this.#standInsLeft = this.#group.standIns
    const text = String.fromCharCode(code & 0xffff)
    if (this.#group.destination === 'text') this.#text.addText(text)
    else this.#value?.addText(text)
  }
}

const STAND_INS_MAX = 10
const FONTS_MAX = 2_000

/** Words behind `\*` whose groups hold further groups worth reading. */
const CARRIERS: ReadonlySet<string> = new Set(['do', 'shp', 'shpinst', 'shptxt', 'object', 'field'])

const SHOWN: ReadonlyMap<string, string> = new Map([
  ['par', '\n'],
  ['line', '\n'],
  ['row', '\n'],
  ['sect', '\n'],
  ['page', '\n'],
  ['cell', '\t'],
  ['tab', '\t'],
  ['emdash', '—'],
  ['endash', '–'],
  ['bullet', '•'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
])
