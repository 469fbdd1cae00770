import { toBuffer } from '../../charset/text-decoders.ts'
import type { FileReader } from '../file-reading.ts'
import { findRunnable } from '../office/find-runnable.ts'
import { readFieldSigns } from '../office/field-signs.ts'
import { OfficeCollection } from '../office/office-collection.ts'
import { placeOfTarget } from '../office/remote-target.ts'
import { isEquationClass, readEquation } from '../ole/read-equation.ts'
import { readOlePackage } from '../ole/read-ole-package.ts'
import { readGuid } from '../ole/read-guid.ts'
import { readOle1 } from './read-ole1.ts'
import { readRtf, type RtfObject } from './read-rtf.ts'

/** Rich Text Format, which Word opens whatever the file is called. */
export const rtf: FileReader = {
  format: 'rtf',
  weight: 7,
  reads: (type) => type === 'application/rtf',
  read({ bytes }) {
    const content = readRtf(toBuffer(bytes))
    const collection = new OfficeCollection()
    collection.addText(content.text)
    for (const template of content.templates) addTemplate(template, collection)
    const { signs, links } = readFieldSigns(content.instructions)
    collection.addSigns(signs)
    collection.addLinks(links)
    for (const [name, value] of content.facts) collection.addFact(name, value)
    for (const [index, object] of content.objects.entries())
      addObject(object, index + 1, collection)
    for (const [index, picture] of content.pictures.entries())
      collection.addMember({
        name: `picture${index + 1}.${picture[0] === 0xff ? 'jpg' : 'png'}`,
        sizeBytes: picture.length,
        content: picture,
      })
    if (content.isOverNested) collection.addProblem('over-nested')
    return collection.toReading()
  },
}

function addTemplate(target: string, collection: OfficeCollection): void {
  const place = placeOfTarget(target)
  if (place === 'local') return collection.addFact('template', target)
  collection.addSigns([{ kind: 'remote-template', excerpt: `template: ${target}` }])
  if (place === 'web') collection.addLinks([{ url: target, kind: 'resource' }])
}

function addObject(object: RtfObject, number: number, collection: OfficeCollection): void {
  const { className, topic, data } = readOle1(object.data)
  const named = className || object.className || 'object'
  const how = object.loadsItself ? ' (loads itself when the document is opened)' : ''
  collection.addSigns([{ kind: 'embedded-object', excerpt: `${named}${how}` }])
  if (/^equation/i.test(named) || holdsEquation(object.data))
    collection.addSigns([readEquation(data.length > 0 ? data : object.data)])
  if (placeOfTarget(topic) !== 'local') {
    collection.addSigns([{ kind: 'external-link', excerpt: `linked object: ${topic}` }])
    if (placeOfTarget(topic) === 'web') collection.addLinks([{ url: topic, kind: 'resource' }])
  }
  const packed = /^package/i.test(named) ? readOlePackage(data) : undefined
  if (packed !== undefined) {
    collection.addSigns(findRunnable(packed.file))
    collection.addFact('packed-from', packed.sourcePath)
    collection.addMember(packed.file)
  } else if (data.length > 0)
    collection.addMember({ name: `object${number}.bin`, sizeBytes: data.length, content: data })
}

/** The class identifier stands in the directory of the object's compound file, or in a broken header. */
function holdsEquation(data: Buffer): boolean {
  let at = data.indexOf(CLASS_END, 4)
  for (let count = 0; at >= 0 && count < CLASSES_MAX; count++) {
    if (isEquationClass(readGuid(data, at - 4))) return true
    at = data.indexOf(CLASS_END, at + 1)
  }
  return false
}

/** All identifiers of Microsoft's own old classes end so. */
const CLASS_END = Buffer.from('00000000c000000000000046', 'hex')
const CLASSES_MAX = 1_000
