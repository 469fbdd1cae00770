import { toBuffer } from '../../../charset/text-decoders.ts'

/** Formats without a signature; a picture or archive that does not begin like one is none. */
const TEXT_FORMATS = ['text', 'json', 'csv', 'mail', 'html', 'xml', 'svg'] as const

/** The formats that can be read. */
export const DOCUMENT_FORMATS = [
  ...TEXT_FORMATS,
  'zip',
  'gzip',
  'pdf',
  'png',
  'jpeg',
  'gif',
  'webp',
] as const
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number]

export const isTextFormat = (format: DocumentFormat): boolean =>
  TEXT_FORMATS.some((one) => one === format)

const SIGNATURES: readonly (readonly [RegExp, DocumentFormat | 'font'])[] = [
  [/^PK(?:\x03\x04|\x05\x06)/u, 'zip'],
  [/^\x1f\x8b\x08/u, 'gzip'],
  [/^\x89PNG\r\n\x1a\n/u, 'png'],
  [/^\xff\xd8\xff/u, 'jpeg'],
  [/^GIF8[79]a/u, 'gif'],
  [/^RIFF[^]{4}WEBP/u, 'webp'],
  // TrueType, OpenType and its packings; what fonts are called is not the author's doing.
  [/^(?:\x00\x01\x00\x00\x00|OTTO|true|ttcf|wOFF|wOF2)/u, 'font'],
]

/** Readers accept rubbish before the header of a PDF (ISO 32000-1, annex H.3). */
const PDF_SEARCH_BYTES = 1024

/** What the first bytes show beyond doubt; undefined for text of any kind and for what is unknown. */
export function findSignature(bytes: Uint8Array): DocumentFormat | 'font' | undefined {
  const head = toBuffer(bytes.subarray(0, PDF_SEARCH_BYTES)).toString('latin1')
  const found = SIGNATURES.find(([pattern]) => pattern.test(head))?.[1]
  return found ?? (beginsLikePdf(bytes, head) ? 'pdf' : undefined)
}

/** Behind other bytes only with an object: a text may speak of the header. */
function beginsLikePdf(bytes: Uint8Array, head: string): boolean {
  const at = head.indexOf('%PDF-')
  return at === 0 || (at > 0 && /\d\s+obj\b/u.test(toBuffer(bytes).toString('latin1', at)))
}

/** The end record of a ZIP and the longest comment behind it (APPNOTE §4.3.16). */
const ZIP_END_BYTES = 22 + 65_535

/** Whether an archive ends here that programs open although something else stands before it. */
export function endsLikeZip(bytes: Uint8Array): boolean {
  const tail = toBuffer(bytes.subarray(-ZIP_END_BYTES))
  const end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + 22 > tail.length) return false
  const directory = tail.readUInt32LE(end + 16)
  return directory + 4 <= bytes.length && toBuffer(bytes).readUInt32LE(directory) === 0x0201_4b50
}

const BY_MEDIA_TYPE: readonly (readonly [RegExp, DocumentFormat])[] = [
  [/^image\/svg/u, 'svg'],
  [/^(?:text\/html|application\/xhtml)/u, 'html'],
  [/^text\/csv/u, 'csv'],
  [/^message\/(?:rfc822|global)/u, 'mail'],
  [/^[\w-]+\/(?:[\w.-]+\+)?json/u, 'json'],
  [/^[\w-]+\/(?:[\w.-]+\+)?xml/u, 'xml'],
  [/^text\//u, 'text'],
]

/** The text format that a media type declares. */
export function toTextFormat(mediaType: string): DocumentFormat | undefined {
  return BY_MEDIA_TYPE.find(([pattern]) => pattern.test(mediaType.toLowerCase()))?.[1]
}

const BY_ENDING: Readonly<Record<string, DocumentFormat>> = {
  json: 'json',
  stix: 'json',
  misp: 'json',
  csv: 'csv',
  eml: 'mail',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  xml: 'xml',
  rels: 'xml',
  vml: 'xml',
  rdf: 'xml',
  xmp: 'xml',
  svg: 'svg',
  txt: 'text',
  md: 'text',
}

/** By the ending of its name, else by how the text begins; undefined for bytes that are no text. */
export function guessTextFormat(bytes: Uint8Array, name: string): DocumentFormat | undefined {
  if (!isText(bytes)) return undefined
  const ending = /\.([a-z0-9]{1,8})$/iu.exec(name)?.[1]?.toLowerCase() ?? ''
  const named = Object.hasOwn(BY_ENDING, ending) ? BY_ENDING[ending] : undefined
  if (named !== undefined) return named
  const head = toBuffer(bytes.subarray(0, 2_000)).toString('utf8').trimStart()
  if (/^(?:<\?xml[^>]{0,200}\?>\s{0,80})?<svg[\s>]/iu.test(head)) return 'svg'
  if (/^<\?xml\s/u.test(head)) return 'xml'
  if (/^<(?:!doctype html|html|head|body)[\s>]/iu.test(head)) return 'html'
  if (/^(?:from|to|subject|received|return-path|mime-version|date|message-id):\s/iu.test(head))
    return 'mail'
  return /^[[{]/u.test(head) && isJson(bytes) ? 'json' : 'text'
}

function isJson(bytes: Uint8Array): boolean {
  try {
    JSON.parse(toBuffer(bytes).toString('utf8'))
    return true
  } catch {
    return false
  }
}

const CONTROL_FREE_SHARE = 64

/** Text in any charset: UTF-16 by its mark, else almost no control characters. */
function isText(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return true
  let controls = 0
  for (const byte of bytes) {
    const isControl = byte < 9 || (byte > 13 && byte < 0x20 && byte !== 0x1b) || byte === 0x7f
    if (isControl) controls += 1
  }
  return controls * CONTROL_FREE_SHARE <= bytes.length
}
