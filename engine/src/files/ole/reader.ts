import type { FileReader, FileToRead } from '../file-reading.ts'
import { readFieldSigns } from '../office/field-signs.ts'
import { OfficeCollection } from '../office/office-collection.ts'
import { findRunnable } from '../office/find-runnable.ts'
import { readVbaProjects } from '../vba/read-vba-project.ts'
import { toSourceMembers } from '../vba/to-source-members.ts'
import { readVbaSigns } from '../vba/vba-signs.ts'
import type { CompoundEntry, CompoundFile } from './compound-file.ts'
import { openEncryptedPackage } from './open-encrypted-package.ts'
import { parseCompoundFile } from './parse-compound-file.ts'
import { placeOfTarget } from '../office/remote-target.ts'
import { findMonikerUrl } from './find-moniker-url.ts'
import { isEquationClass, readEquation } from './read-equation.ts'
import { readOlePackage } from './read-ole-package.ts'
import { DOCUMENT_SUMMARY, readPropertySet, SUMMARY } from './read-property-set.ts'
import { readSlides } from './read-slides.ts'
import { readWordText } from './read-word-text.ts'
import { readWorkbook } from './read-workbook.ts'

const TYPES: ReadonlySet<string> = new Set([
  'application/msword',
  'application/vnd.ms-excel',
  'application/vnd.ms-powerpoint',
  'application/vnd.visio',
  'application/x-ooxml-protected',
  'application/x-ole-storage',
])

/** Compound files (MS-CFB): binary Office documents, encrypted ones, and objects out of others. */
export const ole: FileReader = {
  format: 'ole',
  reads: (type) => TYPES.has(type),
  read(file) {
    const compound = parseCompoundFile(file.bytes)
    if (compound === undefined) return { problems: ['file-damaged'] }
    const collection = new OfficeCollection()
    noteEquation(compound.classId, collection)
    for (const entry of compound.entries) readEntry(entry, compound, file, collection)
    readProjects(compound, collection)
    for (const problem of compound.problems) collection.addProblem(problem)
    return collection.toReading()
  },
}

/** Streams by their names, wherever they stand: embedded objects are storages with the same names. */
function readEntry(
  entry: CompoundEntry,
  compound: CompoundFile,
  file: FileToRead,
  collection: OfficeCollection,
): void {
  if (!entry.isStream) return noteEquation(entry.classId, collection)
  const read = () => compound.read(entry)
  switch (entry.name.toLowerCase()) {
    case 'worddocument':
      return readDocument(entry, compound, collection)
    case 'workbook':
    case 'book':
      return readBook(read(), collection)
    case 'powerpoint document':
      return readPresentation(read(), file, collection)
    case '\x05summaryinformation':
      return addFacts(read(), SUMMARY, collection)
    case '\x05documentsummaryinformation':
      return addFacts(read(), DOCUMENT_SUMMARY, collection)
    case '\x01ole10native':
      return readNative(entry, compound, collection)
    case '\x01ole':
      return readLink(read(), collection)
    case 'equation native':
      return collection.addSigns([readEquation(read())])
    case 'encryptedpackage':
      return compound.find(entry.name) === entry
        ? openEncryptedPackage(compound, entry, file, collection)
        : undefined
    case 'package':
      return addPackage(read(), collection)
  }
}

function noteEquation(classId: string, collection: OfficeCollection): void {
  if (isEquationClass(classId))
    collection.addSigns([{ kind: 'equation-object', excerpt: `Equation Editor class ${classId}` }])
}

function readDocument(
  entry: CompoundEntry,
  compound: CompoundFile,
  collection: OfficeCollection,
): void {
  const storage = entry.path.slice(0, -entry.name.length)
  const { text, instructions, isEncrypted } = readWordText(compound.read(entry), (name) => {
    const table = compound.find(`${storage}${name}`)
    return table === undefined ? Buffer.alloc(0) : compound.read(table)
  })
  if (isEncrypted) noteEncrypted(collection)
  collection.addText(`${text}\n`)
  const { signs, links } = readFieldSigns(instructions)
  collection.addSigns(signs)
  collection.addLinks(links)
}

function readBook(stream: Buffer, collection: OfficeCollection): void {
  const { text, signs, links, facts, isEncrypted } = readWorkbook(stream)
  if (isEncrypted) noteEncrypted(collection)
  collection.addText(`${text}\n`)
  collection.addSigns(signs)
  collection.addLinks(links)
  for (const { name, value } of facts) collection.addFact(name, value)
}

function noteEncrypted(collection: OfficeCollection): void {
  collection.addSigns([{ kind: 'encrypted-document', excerpt: 'encrypted with a password' }])
  collection.addProblem('wrong-password')
}

function readPresentation(stream: Buffer, file: FileToRead, collection: OfficeCollection): void {
  const { text, objects } = readSlides(stream, file.budget)
  collection.addText(`${text}\n`)
  for (const object of objects) collection.addMember(object)
}

function addFacts(
  stream: Buffer,
  names: ReadonlyMap<number, string>,
  collection: OfficeCollection,
): void {
  for (const { name, value } of readPropertySet(stream, names)) collection.addFact(name, value)
}

/** A packed file; under Equation Editor's class the stream is never honest, it is the exploit itself. */
function readNative(
  entry: CompoundEntry,
  compound: CompoundFile,
  collection: OfficeCollection,
): void {
  const stream = compound.read(entry)
  const storage = entry.path.slice(0, -entry.name.length - 1)
  const classId = compound.find(storage)?.classId ?? compound.classId
  if (isEquationClass(classId)) {
    collection.addSigns([
      { kind: 'equation-object', excerpt: 'Equation Editor object with foreign data' },
    ])
    return
  }
  const found = readOlePackage(stream)
  if (found === undefined) return
  const { file, sourcePath } = found
  collection.addSigns([{ kind: 'embedded-object', excerpt: file.name }, ...findRunnable(file)])
  collection.addFact('packed-from', sourcePath)
  collection.addMember(file)
}

/** Class identifier of the moniker that runs a scriptlet (CVE-2017-8570). */
const SCRIPT_MONIKER = Buffer.from('d30b2906aa48d2118432006008c3fbfc', 'hex')

/** A linked object: Office fetches the address and lets the answer's type choose a program (CVE-2017-0199). */
function readLink(stream: Buffer, collection: OfficeCollection): void {
  const url = findMonikerUrl(stream)
  if (url !== undefined && placeOfTarget(url) !== 'local') {
    collection.addSigns([{ kind: 'external-link', excerpt: `linked object: ${url}` }])
    if (placeOfTarget(url) === 'web') collection.addLinks([{ url, kind: 'resource' }])
  }
  if (stream.includes(SCRIPT_MONIKER))
    collection.addSigns([{ kind: 'external-link', excerpt: 'linked object: script moniker' }])
}

/** A document in a document: its object holds the whole file. */
function addPackage(content: Buffer, collection: OfficeCollection): void {
  if (content.length === 0) return
  collection.addSigns([{ kind: 'embedded-object', excerpt: 'Package' }])
  collection.addMember({ name: 'Package', sizeBytes: content.length, content })
}

function readProjects(compound: CompoundFile, collection: OfficeCollection): void {
  const sources = readVbaProjects(compound)
  const { signs, links } = readVbaSigns(sources)
  collection.addSigns(signs)
  collection.addLinks(links)
  for (const member of toSourceMembers(sources)) collection.addMember(member)
}
