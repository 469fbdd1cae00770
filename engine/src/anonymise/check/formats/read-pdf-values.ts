import type { PdfDocument } from '../../../files/pdf/pdf-document.ts'
import {
  type PdfDict,
  type PdfObject,
  type PdfValue,
  toDict,
  toName,
  toText,
} from '../../../files/pdf/pdf-value.ts'
import type { PlaceStep } from './document-place.ts'
import type { DocumentToRead } from './document-to-read.ts'

/** Keys of the document information dictionary (ISO 32000-2 §14.3.3). */
const INFO_KEYS = ['Author', 'Creator', 'Producer', 'Title', 'Subject', 'Keywords', 'Company']

/** Strings and names of every object, whether a page uses it or a later saving has replaced it. */
export function readPdfValues(pdf: PdfDocument, { place, reading }: DocumentToRead): void {
  const names = new Set<string>()
  for (const object of pdf.objects)
    for (const { key, value } of listStrings(object.value)) {
      if (typeof value === 'string') {
        if (names.has(value)) continue
        names.add(value)
        reading.addBytes([...place, ...toSteps(object, '')], Buffer.from(value, 'latin1'))
      } else {
        const here = [...place, ...toSteps(object, key)]
        reading.addText(here, toText(value))
        if (value.bytes.some((byte) => byte > 0x7e)) reading.addBytes(here, value.bytes)
      }
    }
  for (const trailer of pdf.trailers)
    for (const { value } of listStrings(trailer))
      if (typeof value !== 'string') reading.addText([...place, { kind: 'frame' }], toText(value))
}

/** Shorter names are operators' and fonts'. */
const NAME_CHARS_MIN = 3

interface FoundString {
  /** Key of the outermost dictionary under which it stands. */
  readonly key: string
  readonly value: string | Extract<PdfValue, { readonly is: 'string' }>
}

function* listStrings(outer: PdfValue): Generator<FoundString> {
  const waiting: { readonly key: string; readonly value: PdfValue }[] = [{ key: '', value: outer }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { key, value } = next
    if (typeof value !== 'object') continue
    if (value.is === 'string') yield { key, value }
    if (value.is === 'name' && value.name.length >= NAME_CHARS_MIN) yield { key, value: value.name }
    if (value.is === 'array') for (const item of value.items) waiting.push({ key, value: item })
    if (value.is !== 'dict') continue
    for (const [name, item] of value.entries) {
      if (name.length >= NAME_CHARS_MIN) yield { key, value: name }
      waiting.push({ key: key === '' ? name : key, value: item })
    }
  }
}

function toSteps({ number, value }: PdfObject, key: string): readonly PlaceStep[] {
  const object: PlaceStep = { kind: 'object', name: number }
  const dict = toDict(value)
  if (dict === undefined) return [object]
  if (isInfo(dict)) return key === '' ? [object] : [{ kind: 'document-property', name: key }]
  const { entries } = dict
  if (entries.has('Title') && entries.has('Parent')) return [{ kind: 'outline' }, object]
  if (entries.has('Rect')) return [{ kind: 'annotation' }, object]
  return [object]
}

function isInfo(dict: PdfDict): boolean {
  return (
    toName(dict.entries.get('Type')) === '' &&
    !dict.entries.has('Parent') &&
    INFO_KEYS.some((key) => dict.entries.has(key))
  )
}
