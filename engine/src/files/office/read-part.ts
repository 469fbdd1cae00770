import { isDdeFormula } from '../dde-formula.ts'
import type { FileSign } from '../file-reading.ts'
import { FieldCollector } from './collect-fields.ts'
import { readFieldSigns } from './field-signs.ts'
import type { OfficeCollection } from './office-collection.ts'
import { scanXml, type XmlAttributes } from './scan-xml.ts'
import { isAutoName, readXlmFormulas } from './xlm-functions.ts'
import { findTextLinks } from '../../evidence/links/text-links.ts'

/** What is known of a part from its name and declared type. */
export interface PartKind {
  readonly isMacroSheet: boolean
  /** Layouts and masters hold words that no reader of the document sees. */
  readonly isShown: boolean
}

/** Formulas of one sheet that are looked at. */
const FORMULAS_MAX = 20_000
const FORMULA_CHARS_MAX = 4_000
/** Elements at whose end the text goes on in a new line: paragraphs, cells, strings. */
const LINES: ReadonlySet<string> = new Set(['p', 'si', 'is', 'br', 'tr'])

/**
 * Reads one XML part of a document, whatever its kind: the names of elements that matter are
 * different enough in Word, Excel and PowerPoint, and a part's name is the sender's choice.
 */
export function readPart(
  xml: string,
  { isMacroSheet, isShown }: PartKind,
  collection: OfficeCollection,
): void {
  const fields = new FieldCollector()
  const formulas: string[] = []
  let inside = ''
  let text = ''
  scanXml(xml, {
    open(name, attributes) {
      inside = name
      if (HOLDERS.has(name)) text = ''
      openField(name, attributes, fields)
      const sign = SIGNS.get(name)?.(attributes())
      if (sign !== undefined) collection.addSigns([sign])
      if (name === 'sheet') noteHiddenSheet(attributes(), collection)
      if (isShown && name === 'tab') collection.addText('\t')
    },
    text(piece) {
      if (inside === 't' && isShown) collection.addText(piece)
      else if (inside === 'instrText') fields.add(piece)
      else if (HOLDERS.has(inside) && text.length < FORMULA_CHARS_MAX) text += piece
    },
    close(name) {
      inside = ''
      if (name === 'f' && formulas.length < FORMULAS_MAX) formulas.push(text)
      if (isShown && LINES.has(name)) collection.addText('\n')
    },
  })
  const reading = readFieldSigns(fields.instructions)
  collection.addSigns([...reading.signs, ...readFormulas(formulas, isMacroSheet)])
  collection.addLinks(reading.links)
  collection.addLinks(
    formulas
      .filter((formula) => /\b(?:hyperlink|webservice|image)\s?\(/i.test(formula))
      .flatMap((formula) => findTextLinks(formula, 10))
      .map(({ url }) => ({ url, kind: 'document' })),
  )
}

/** Elements whose text is kept to be judged as a whole. */
const HOLDERS: ReadonlySet<string> = new Set(['f'])

function openField(name: string, attributes: () => XmlAttributes, fields: FieldCollector): void {
  if (name === 'fldSimple') fields.keep(attributes().get('instr') ?? '')
  if (name !== 'fldChar') return
  const type = attributes().get('fldCharType')
  if (type === 'begin') fields.begin()
  else if (type === 'separate') fields.separate()
  else if (type === 'end') fields.end()
}

/** A very hidden sheet cannot even be listed in Excel's own menus. */
function noteHiddenSheet(values: XmlAttributes, collection: OfficeCollection): void {
  const state = values.get('state') ?? 'visible'
  if (state !== 'visible')
    collection.addFact('hidden-sheet', `${values.get('name') ?? ''} (${state})`)
}

function readFormulas(formulas: readonly string[], isMacroSheet: boolean): FileSign[] {
  const dde = formulas
    .filter((formula) => isDdeFormula(formula))
    .slice(0, 20)
    .map((excerpt): FileSign => ({ kind: 'dde', excerpt }))
  return isMacroSheet ? [...readXlmFormulas(formulas), ...dde] : dde
}

type ReadSign = (attributes: XmlAttributes) => FileSign | undefined

/** Elements that act by being there. */
const SIGNS: ReadonlyMap<string, ReadSign> = new Map<string, ReadSign>([
  [
    'ddeLink',
    (values) => ({
      kind: 'dde',
      excerpt: `${values.get('ddeService') ?? ''}|${values.get('ddeTopic') ?? ''}`,
    }),
  ],
  [
    'webPr',
    (values) =>
      values.has('url') ? { kind: 'web-query', excerpt: values.get('url') ?? '' } : undefined,
  ],
  ['OLEObject', (values) => toEquation(values.get('ProgID') ?? '')],
  ['oleObject', (values) => toEquation(values.get('progId') ?? '')],
  ['oleObj', (values) => toEquation(values.get('progId') ?? '')],
  [
    'customUI',
    (values) =>
      values.has('onLoad')
        ? { kind: 'vba-auto-run', excerpt: `customUI onLoad: ${values.get('onLoad') ?? ''}` }
        : undefined,
  ],
  ['ocx', (values) => ({ kind: 'activex-control', excerpt: values.get('classid') ?? '' })],
  ['hlinkClick', toAction],
  ['hlinkHover', toAction],
  ['hlinkMouseOver', toAction],
  [
    'definedName',
    (values) => {
      const name = values.get('name') ?? ''
      return isAutoName(name)
        ? { kind: 'xlm-macro', excerpt: `${name} starts by itself` }
        : undefined
    },
  ],
])

function toEquation(progId: string): FileSign | undefined {
  return /^Equation\.[23]/i.test(progId) ? { kind: 'equation-object', excerpt: progId } : undefined
}

/** A shape of a presentation that starts a program when it is clicked, or merely touched. */
function toAction(values: XmlAttributes): FileSign | undefined {
  const action = values.get('action') ?? ''
  return /^ppaction:\/\/(?:program|ole)/i.test(action)
    ? { kind: 'script-execution', excerpt: action }
    : undefined
}
