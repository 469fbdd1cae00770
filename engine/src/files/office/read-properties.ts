import type { FileFact } from '../file-reading.ts'
import { scanXml } from './scan-xml.ts'

/** Elements of docProps/core.xml and app.xml (ECMA-376-2 §11) and what we call them. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['creator', 'author'],
  ['lastModifiedBy', 'last-modified-by'],
  ['created', 'created'],
  ['modified', 'modified'],
  ['title', 'title'],
  ['subject', 'subject'],
  ['keywords', 'keywords'],
  ['description', 'comments'],
  ['revision', 'revision'],
  ['Company', 'company'],
  ['Manager', 'manager'],
  ['Template', 'template'],
  ['Application', 'application'],
  ['AppVersion', 'application-version'],
  ['HyperlinkBase', 'hyperlink-base'],
])
const CUSTOM_MAX = 20
const VALUE_CHARS_MAX = 500

/** What a document says about itself; a careless attacker leaves a name, a tool, a time zone. */
export function readProperties(xml: string): FileFact[] {
  const facts: FileFact[] = []
  let name: string | undefined
  let custom: string | undefined
  let value = ''
  scanXml(xml, {
    open(element, attributes) {
      if (element === 'property') custom = attributes().get('name') ?? ''
      else name = NAMES.get(element)
      value = ''
    },
    text(text) {
      if (value.length < VALUE_CHARS_MAX) value += text
    },
    close(element) {
      if (element === 'property' && custom !== undefined) {
        if (facts.length < NAMES.size + CUSTOM_MAX)
          facts.push({ name: 'custom-property', value: `${custom}: ${value.trim()}` })
        custom = undefined
      } else if (name !== undefined && custom === undefined && NAMES.get(element) === name) {
        facts.push({ name, value: value.trim() })
        name = undefined
      }
    },
  })
  return facts.filter(({ value: said }) => said !== '').slice(0, NAMES.size + CUSTOM_MAX)
}
