import { toBuffer } from '../../charset/text-decoders.ts'
import { limits } from '../../limits.ts'

const START = 'data:image/'
/** `png;base64,` and the like (RFC 2397); parameters are short. */
const HEAD = /^[a-z0-9.+-]{1,20}(?:;[a-z0-9=-]{1,40}){0,4},/i
const BASE64_END = /[^A-Za-z0-9+/=\s%]/

/**
 * Pictures written into the HTML of a mail itself: they are no part of it and have no name, and a QR
 * code among them is seen by the reader alone.
 */
export function findInlinePictures(html: Uint8Array): readonly Buffer[] {
  const bytes = toBuffer(html)
  const pictures: Buffer[] = []
  let at = bytes.indexOf(START)
  while (at >= 0 && pictures.length < limits.inlinePicturesMax) {
    const start = at + START.length
    const head = HEAD.exec(bytes.toString('latin1', start, start + 200))?.[0]
    const next = bytes.indexOf(START, start)
    if (head !== undefined && /;base64,$/i.test(head)) {
      const stop = next < 0 ? bytes.length : next
      const data = bytes.toString('latin1', start + head.length, stop)
      const end = BASE64_END.exec(data)?.index ?? data.length
      pictures.push(
        Buffer.from(
          data.slice(0, end).replace(/%2B/gi, '+').replace(/%2F/gi, '/').replace(/%3D/gi, '='),
          'base64',
        ),
      )
    }
    at = next
  }
  return pictures
}
