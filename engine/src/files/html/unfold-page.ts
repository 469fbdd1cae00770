import { limits } from '../../limits.ts'
import { foldScript } from './fold-script.ts'
import { findTelling, guessEncodings, isTelling } from './guess-encodings.ts'
import { listScripts } from './list-scripts.ts'

/** A page with everything that its scripts would make of it, as far as that can be read. */
export interface UnfoldedPage {
  /** The page itself first, then pages and scripts found inside, layer by layer. */
  readonly layers: readonly string[]
  readonly targets: readonly { readonly url: string; readonly kind: 'redirect' | 'form' }[]
  /** Long strings that are neither text nor script: perhaps files. */
  readonly payloads: readonly string[]
  readonly downloadName: string
  /** The beginning of something that was hidden. */
  readonly hidden: string
  /** All scripts together, for what is known by its words. */
  readonly script: string
}

const PAYLOAD_CHARS_MIN = 200
const PAYLOADS_MAX = 20
/** Strings of one script whose encoding is guessed; each costs some decodings. */
const GUESSES_MAX = 60

/** Unpacks scripts round by round. Nothing is run: what needs running stays closed. */
export function unfoldPage(page: string): UnfoldedPage {
  const unfolding = new Unfolding(Math.min(page.length * 3 + 200_000, limits.unfoldedCharsMax))
  unfolding.add(page)
  for (let index = 0; index < unfolding.layers.length; index++) unfolding.read(index)
  return unfolding
}

class Unfolding implements UnfoldedPage {
  readonly layers: string[] = []
  readonly targets: { url: string; kind: 'redirect' | 'form' }[] = []
  readonly payloads: string[] = []
  downloadName = ''
  hidden = ''
  script = ''
  readonly #seen = new Set<string>()
  /** Unpacking makes pages smaller; one that grows is there to cost time. */
  #charsLeft: number
  #guessedLeft: number

  constructor(charsMax: number) {
    this.#charsLeft = charsMax
    this.#guessedLeft = charsMax
  }

  add(layer: string): void {
    if (this.#seen.has(layer) || this.layers.length >= limits.unfoldedLayersMax) return
    if (layer.length > this.#charsLeft) return
    this.#charsLeft -= layer.length
    this.#seen.add(layer)
    this.layers.push(layer)
  }

  read(index: number): void {
    const layer = this.layers[index] ?? ''
    for (const [, data = ''] of layer.matchAll(DATA_PAGE)) this.#addDataPage(data)
    const scripts = listScripts(layer)
    // A layer without a page around it is a script for `eval`.
    const isScript = index > 0 && scripts.length === 0 && !/^\s*</.test(layer)
    for (const script of isScript ? [layer] : scripts) this.#readScript(script)
  }

  #readScript(script: string): void {
    if (this.script.length < limits.unfoldedCharsMax) this.script += `${script}\n`
    const { revealed, strings, targets, downloadName } = foldScript(script)
    this.targets.push(...targets.slice(0, limits.fileLinksMax - this.targets.length))
    this.downloadName ||= downloadName
    for (const text of revealed) if (isTelling(text)) this.#addHidden(text, script)
    const mayBeXored = script.includes('^')
    for (const text of [...strings, ...revealed].filter(isLong).slice(0, GUESSES_MAX)) {
      if (text.length > this.#guessedLeft) break
      this.#guessedLeft -= text.length
      const readings = guessEncodings(text, mayBeXored)
      for (const reading of readings) this.#addHidden(reading, script)
      const isPayload = text.length >= PAYLOAD_CHARS_MIN && readings.length === 0
      const isNew = isPayload && !this.payloads.includes(text)
      if (isNew && this.payloads.length < PAYLOADS_MAX) this.payloads.push(text)
    }
    // What is written into the page as it stands is a page as well.
    for (const text of strings)
      if (/<(?:form|iframe|meta|script|input|a)\b/i.test(text)) this.add(text)
  }

  /** Text that every reader of the script sees, in pieces put together, is not hidden. */
  #addHidden(text: string, script: string): void {
    this.add(text)
    const telling = findTelling(text)
    if (telling !== '' && !script.toLowerCase().includes(telling.toLowerCase()))
      this.hidden ||= text.trim()
  }

  #addDataPage(data: string): void {
    const comma = data.indexOf(',')
    const body = data.slice(comma + 1)
    const isBase64 = /;base64$/i.test(data.slice(0, comma))
    this.add(Buffer.from(decodeSafely(body), isBase64 ? 'base64' : 'utf8').toString('utf8'))
  }
}

const isLong = (text: string) => text.length >= 24

/** A page in an address (RFC 2397). */
const DATA_PAGE =
  /data:((?:text\/html|image\/svg\+xml|application\/xhtml\+xml)[^"'<>\s)]{1,2000000})/gi

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
