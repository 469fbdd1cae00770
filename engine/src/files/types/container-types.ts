import { parseCompoundFile } from '../ole/parse-compound-file.ts'
import { OLE_TYPE, ZIP_TYPE } from './signatures.ts'

/** Searching a whole archive for names is linear; the directory of a document is at its end. */
const SEARCH_BYTES = 4 * 1024 * 1024

const OOXML = 'application/vnd.openxmlformats-officedocument'

/** Names of members that tell what a ZIP is, most telling first. */
const ZIP_MEMBERS: readonly (readonly [string, string, string])[] = [
  [
    'word/',
    `${OOXML}.wordprocessingml.document`,
    'application/vnd.ms-word.document.macroenabled.12',
  ],
  ['xl/', `${OOXML}.spreadsheetml.sheet`, 'application/vnd.ms-excel.sheet.macroenabled.12'],
  [
    'ppt/',
    `${OOXML}.presentationml.presentation`,
    'application/vnd.ms-powerpoint.presentation.macroenabled.12',
  ],
]

/** A ZIP by what is in it: Office document with or without macros, OpenDocument, Java, or an archive. */
export function detectZipType(bytes: Buffer): string {
  const text = toSearchText(bytes)
  if (text.includes('[Content_Types].xml')) {
    const hasMacros = text.includes('vbaProject.bin')
    for (const [member, plain, macros] of ZIP_MEMBERS) {
      if (text.includes(member)) return hasMacros ? macros : plain
    }
  }
  const declared = /^[^]{30}mimetype(application\/[a-z0-9.+-]{1,80})PK/.exec(
    text.slice(0, 200),
  )?.[1]
  if (declared !== undefined) return declared
  if (text.includes('AndroidManifest.xml')) return 'application/vnd.android.package-archive'
  if (text.includes('META-INF/MANIFEST.MF')) return 'application/java-archive'
  return ZIP_TYPE
}

/** Streams of a compound file (MS-CFB) by name; names are UTF-16 in its directory. */
const OLE_STREAMS: readonly (readonly [string, string])[] = [
  ['EncryptedPackage', 'application/x-ooxml-protected'],
  ['WordDocument', 'application/msword'],
  ['Workbook', 'application/vnd.ms-excel'],
  ['Book', 'application/vnd.ms-excel'],
  ['PowerPoint Document', 'application/vnd.ms-powerpoint'],
  ['__substg1.0_', 'application/vnd.ms-outlook'],
  ['VisioDocument', 'application/vnd.visio'],
]

export function detectOleType(bytes: Buffer): string {
  if (isOutlookMessage(bytes)) return 'application/vnd.ms-outlook'
  const head = bytes.subarray(0, SEARCH_BYTES)
  const found = OLE_STREAMS.find(([name]) => head.includes(Buffer.from(name, 'utf16le')))
  return found?.[1] ?? OLE_TYPE
}

const OUTLOOK_STREAM = '__properties_version1.0'

/** A message names its properties at its root; objects in it have the streams of other programs. */
function isOutlookMessage(bytes: Buffer): boolean {
  if (!bytes.includes(Buffer.from(OUTLOOK_STREAM, 'utf16le'))) return false
  return parseCompoundFile(bytes)?.entries.some(({ path }) => path === OUTLOOK_STREAM) ?? false
}

function toSearchText(bytes: Buffer): string {
  const head = bytes.toString('latin1', 0, SEARCH_BYTES)
  if (bytes.length <= SEARCH_BYTES) return head
  return head + bytes.toString('latin1', Math.max(SEARCH_BYTES, bytes.length - SEARCH_BYTES))
}
