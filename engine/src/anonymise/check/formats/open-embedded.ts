import { findSignature, toTextFormat } from './document-format.ts'
import type { DocumentPlace } from './document-place.ts'
import type { DocumentToRead } from './document-to-read.ts'

/** Shorter Base64 holds no file. */
const CHARS_MIN = 32

/** A file written into a text: a `data:` address (RFC 2397), or Base64 alone as in a MISP attachment. */
export async function openEmbedded(
  text: string,
  place: DocumentPlace,
  { open }: DocumentToRead,
): Promise<void> {
  const trimmed = text.trim()
  if (/^data:/iu.test(trimmed)) {
    const file = readDataUrl(trimmed)
    if (file !== undefined) await open({ ...file, name: '', place })
    return
  }
  if (trimmed.length < CHARS_MIN || !/^[A-Za-z0-9+/_\s-]+={0,2}$/u.test(trimmed)) return
  const bytes = Buffer.from(trimmed, 'base64')
  const signature = findSignature(bytes)
  if (signature !== undefined && signature !== 'font') await open({ bytes, name: '', place })
}

function readDataUrl(url: string) {
  const comma = url.indexOf(',')
  if (comma < 0) return undefined
  const head = url.slice(5, comma)
  const body = url.slice(comma + 1)
  const isBase64 = /;\s{0,4}base64\s{0,4}$/iu.test(head)
  const bytes = isBase64
    ? Buffer.from(decodePercent(body).toString('latin1'), 'base64')
    : decodePercent(body)
  const type = head.split(';')[0]?.trim() ?? ''
  const format = toTextFormat(type === '' ? 'text/plain' : type)
  return { bytes, format }
}

const decodePercent = (text: string): Buffer =>
  Buffer.from(
    Buffer.from(text, 'utf8')
      .toString('latin1')
      .replace(/%([0-9a-f]{2})/giu, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      ),
    'latin1',
  )
