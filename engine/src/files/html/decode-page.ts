import { decodeText } from '../../charset/decode-text.ts'
import { toBuffer } from '../../charset/text-decoders.ts'

const HEAD_BYTES = 2_048

/** Text of a page: by its byte order mark, by what its head declares, else by guess (HTML §13.2.3). */
export function decodePage(bytes: Uint8Array): string {
  const buffer = toBuffer(bytes)
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return buffer.subarray(2).toString('utf16le')
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return decodeText(buffer, 'utf-16').text
  const head = buffer.toString('latin1', 0, HEAD_BYTES)
  const declared = /(?:charset|encoding)\s{0,5}=\s{0,5}["']?([\w.:-]{2,40})/i.exec(head)?.[1]
  return decodeText(buffer, declared).text
}
