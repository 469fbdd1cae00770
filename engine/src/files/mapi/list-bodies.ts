import { limits } from '../../limits.ts'
import { toBuffer } from '../../charset/text-decoders.ts'
import { decompressRtf } from './decompress-rtf.ts'
import { MAPI } from './mapi-object.ts'
import type { MapiProperties } from './mapi-properties.ts'
import { readRtf } from './read-rtf.ts'

export interface MapiBody {
  /** Media type with its charset. */
  readonly type: string
  readonly bytes: Uint8Array
}

/**
 * The bodies of a message, plain text first. HTML may stand as such or wrapped in RTF. RTF that
 * wraps nothing is kept as a file too: it can carry what a document can.
 */
export function listBodies(properties: MapiProperties): readonly MapiBody[] {
  const text = properties.text(MAPI.body)
  const html = findHtml(properties)
  const packed = properties.bytes(MAPI.rtf)
  const rtf = packed === undefined ? undefined : decompressRtf(packed)
  const reading = rtf === undefined ? undefined : readRtf(rtf.subarray(0, limits.rtfBytesMax))
  const plain = text ?? (reading?.kind === 'html' ? undefined : reading?.text)
  return [
    ...(plain === undefined ? [] : [toText('plain', plain)]),
    ...(html === undefined && reading?.kind === 'html' ? [toText('html', reading.text)] : []),
    ...(html === undefined ? [] : [html]),
    ...(rtf !== undefined && (reading?.kind === 'rtf' || rtf.length > limits.rtfBytesMax)
      ? [{ type: 'application/rtf', bytes: rtf }]
      : []),
  ]
}

function findHtml(properties: MapiProperties): MapiBody | undefined {
  if (properties.isText(MAPI.html)) return toText('html', properties.text(MAPI.html) ?? '')
  const bytes = properties.bytes(MAPI.html)
  if (bytes === undefined || bytes.length === 0) return undefined
  const { htmlCharset } = properties
  return {
    type: htmlCharset === undefined ? 'text/html' : `text/html; charset=${htmlCharset}`,
    bytes: toBuffer(bytes),
  }
}

function toText(kind: 'plain' | 'html', text: string): MapiBody {
  return { type: `text/${kind}; charset=utf-8`, bytes: Buffer.from(text) }
}
