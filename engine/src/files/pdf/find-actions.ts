import { findTextLinks } from '../../evidence/links/text-links.ts'
import { limits } from '../../limits.ts'
import type { FileLink, FileSign } from '../file-reading.ts'
import type { PdfDocument } from './pdf-document.ts'
import { type PdfDict, type PdfValue, toDict, toItems, toName, toText } from './pdf-value.ts'
import { visitDicts } from './visit-dicts.ts'

/** What a document does, or offers to do, beyond being read (ISO 32000-2 §12.6). */
export interface PdfActions {
  readonly links: readonly FileLink[]
  readonly signs: readonly FileSign[]
}

/** Bytes of one script that are unpacked; exploit kits of old reached 100 kB. */
const SCRIPT_BYTES_MAX = 1024 * 1024

export function findActions(document: PdfDocument): PdfActions {
  const search = new ActionSearch(document)
  for (const { value } of document.objects) visitDicts(value, (dict) => search.visit(dict))
  search.readOpening()
  return { links: [...search.links.values()], signs: [...search.signs.values()] }
}

class ActionSearch {
  readonly links = new Map<string, FileLink>()
  readonly signs = new Map<string, FileSign>()
  readonly #document: PdfDocument

  constructor(document: PdfDocument) {
    this.#document = document
  }

  visit(dict: PdfDict): void {
    const { entries } = dict
    // A name tree of scripts, or a rendition with one, has the script without the word.
    if (entries.has('JS')) this.#addScript(entries.get('JS'))
    if (entries.has('URI')) this.#addLink(this.#text(dict, 'URI'), 'document')
    if (!entries.has('S')) return
    switch (toName(this.#document.get(dict, 'S'))) {
      case 'Launch':
        this.#addSign('pdf-launch', this.#describeLaunch(dict))
        break
      case 'GoToR':
      case 'GoToE':
        this.#addOtherFile(this.#fileName(dict.entries.get('F')))
        break
      case 'SubmitForm':
      case 'ImportData':
        this.#addFormTarget(this.#fileName(dict.entries.get('F')))
        break
    }
  }

  /** What happens without a click: on opening the document, or on coming to a page. */
  readOpening(): void {
    const { catalog } = this.#document
    this.#addOpening('OpenAction', toDict(this.#document.get(catalog, 'OpenAction')))
    this.#readTriggers(catalog)
    for (const { value } of this.#document.objects) {
      const dict = toDict(value)
      if (this.#document.isType(dict, 'Page')) this.#readTriggers(dict)
    }
  }

  #readTriggers(dict: PdfDict | undefined): void {
    const triggers = toDict(this.#document.get(dict, 'AA'))
    for (const [key, action] of triggers?.entries ?? [])
      this.#addOpening(`AA ${key}`, toDict(this.#document.resolve(action)))
  }

  /** Going to a page or a zoom on opening is what every writer sets. */
  #addOpening(trigger: string, action: PdfDict | undefined): void {
    const kind = toName(this.#document.get(action, 'S'))
    if (action === undefined || kind === '' || kind === 'GoTo' || kind === 'Named') return
    const what = this.#text(action, 'URI') || this.#fileName(action.entries.get('F'))
    const script = this.#readScript(action.entries.get('JS'))
    this.#addSign('pdf-open-action', `${trigger}: ${kind} ${what || script}`.trim())
  }

  #addScript(value: PdfValue): void {
    const script = this.#readScript(value)
    if (script.trim() === '') return
    this.#addSign('pdf-script', script.trim())
    // `app.launchURL`, `getURL` and `submitForm` name their target in the open.
    for (const { url } of findTextLinks(script, limits.fileLinksMax)) this.#addLink(url, 'document')
  }

  #readScript(value: PdfValue): string {
    const object = this.#document.objectOf(value)
    if (object?.stream === undefined) return toText(this.#document.resolve(value))
    const { bytes } = this.#document.decode(object, SCRIPT_BYTES_MAX)
    return toText({ is: 'string', bytes })
  }

  #addFormTarget(target: string): void {
    if (target === '') return
    this.#addSign('pdf-form-target', target)
    this.#addLink(target, 'form')
  }

  /** A document on somebody's share: opening it sends the reader's password hash there. */
  #addOtherFile(name: string): void {
    if (/^(?:https?:|ftp:|\\\\|\/\/)/i.test(name)) {
      this.#addSign('external-link', name)
      this.#addLink(name, 'document')
    }
  }

  #describeLaunch(dict: PdfDict): string {
    const windows = toDict(this.#document.get(dict, 'Win'))
    const parts = [
      this.#fileName(dict.entries.get('F')),
      this.#fileName(windows?.entries.get('F')),
      this.#text(windows, 'P'),
    ]
    return parts.filter((part) => part !== '').join(' ') || 'Launch'
  }

  /** A file specification is a string, or a dictionary with names for several systems (§7.11). */
  #fileName(value: PdfValue): string {
    const resolved = this.#document.resolve(value)
    const dict = toDict(resolved)
    if (dict === undefined) return toText(resolved)
    for (const key of ['UF', 'F', 'DOS', 'Unix', 'Mac']) {
      const name = this.#text(dict, key)
      if (name !== '') return name
    }
    return ''
  }

  #text(dict: PdfDict | undefined, key: string): string {
    return toText(this.#document.get(dict, key))
  }

  #addLink(written: string, kind: FileLink['kind']): void {
    const url = written
      .replace(/[\0-\x1f]/g, '')
      .trim()
      .slice(0, limits.linkCharsMax)
    if (url !== '' && this.links.size < limits.fileLinksMax)
      this.links.set(`${kind} ${url}`, { url, kind })
  }

  #addSign(kind: FileSign['kind'], excerpt: string): void {
    if (this.signs.size >= limits.fileSignsMax) return
    this.signs.set(`${kind} ${excerpt}`, {
      kind,
      excerpt: excerpt.slice(0, limits.fileExcerptCharsMax),
    })
  }
}

/** Names of the form fields that ask for something (§12.7.4). */
export function listFields(document: PdfDocument): { fields: string[]; passwords: string[] } {
  const fields: string[] = []
  const passwords: string[] = []
  for (const { value } of document.objects)
    visitDicts(value, (dict) => {
      if (toName(document.get(dict, 'FT')) !== 'Tx') return
      const name = toText(document.get(dict, 'T')) || 'Tx'
      const flags = document.get(dict, 'Ff')
      if (fields.length < limits.fileFactsMax) fields.push(name)
      // Bit 14: what is typed is not shown (table 231).
      if (typeof flags === 'number' && (flags & 0x2000) !== 0) passwords.push(name)
    })
  return { fields, passwords }
}

/** Links and scripts of an XFA form, which newer viewers read in place of the pages. */
export function readXfa(document: PdfDocument): string | undefined {
  const form = toDict(document.get(document.catalog, 'AcroForm'))
  const xfa = form?.entries.get('XFA')
  if (xfa === undefined) return undefined
  const items = toItems(document.resolve(xfa))
  const streams = (items.length === 0 ? [xfa] : items).flatMap(
    (one) => document.objectOf(one) ?? [],
  )
  return streams
    .map((one) => document.decode(one, SCRIPT_BYTES_MAX).bytes.toString('utf8'))
    .join('\n')
}
