import { decodeText } from '../../../charset/decode-text.ts'
import type { DocumentPlace } from './document-place.ts'
import { openEmbedded } from './open-embedded.ts'
import { type MarkupKind, MarkupText } from './markup-text.ts'
import type { DocumentToRead } from './document-to-read.ts'
import { lineOf } from './read-plain-text.ts'
import { scanMarkup } from './scan-markup.ts'

/** HTML, SVG and XML: text joined across tags, attributes, comments, declarations, files inside, and the text itself. */
export function readMarkup(kind: MarkupKind) {
  return async (document: DocumentToRead): Promise<void> => {
    const { bytes, place, reading } = document
    reading.addWhole(bytes, lineOf(bytes, place))
    const embedded: { text: string; place: DocumentPlace }[] = []
    const pages: { text: string; place: DocumentPlace }[] = []
    const text = new MarkupText(kind, document)
    const isWhole = scanMarkup(decodeText(bytes).text, kind === 'html', {
      open(name, attributes) {
        text.open(name, attributes)
        for (const { name: attribute, value } of attributes) {
          const here: DocumentPlace = [
            ...text.here,
            { kind: 'attribute', name: `${name} ${attribute}` },
          ]
          reading.addText(here, value)
          if (/^\s{0,20}data:/iu.test(value)) embedded.push({ text: value, place: here })
          if (attribute.toLowerCase() === 'srcdoc') pages.push({ text: value, place: here })
        }
      },
      close: (name) => text.close(name),
      text: (shown) => text.add(shown),
      comment: (hidden) => reading.addText([...place, { kind: 'comment' }], hidden),
      declaration(declared) {
        reading.addText([...place, { kind: 'declaration' }], declared)
        // An entity can stand for half a name, wherever it is written.
        if (/<!ENTITY\s/iu.test(declared)) reading.refuse(place, 'entities')
      },
    })
    text.finish()
    if (!isWhole) reading.refuse(place, 'damaged')
    for (const one of embedded) await openEmbedded(one.text, one.place, document)
    for (const page of pages)
      await document.open({
        bytes: Buffer.from(resolveQuotes(page.text), 'utf8'),
        name: '',
        format: 'html',
        place: page.place,
      })
  }
}

/** A page in an attribute has its signs written as entities. */
const resolveQuotes = (text: string): string =>
  text
    .replace(/&lt;/giu, '<')
    .replace(/&gt;/giu, '>')
    .replace(/&quot;/giu, '"')
    .replace(/&amp;/giu, '&')
