import { hash } from 'node:crypto'

/**
 * A mail that holds nothing but this file, so that a sample handed in by itself is opened and judged
 * as an attachment would be. The same file gives the same bytes.
 */
export function wrapFile(bytes: Uint8Array, fileName: string): Uint8Array {
  const boundary = `file-${hash('sha256', bytes).slice(0, 40)}`
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64')
  const name = encodeURIComponent(fileName.slice(0, NAME_CHARS_MAX).toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  )
  return Buffer.from(
    [
      'MIME-Version: 1.0',
      `Content-Type: multipart/mixed; boundary="${boundary}"`,
      '',
      `--${boundary}`,
      'Content-Type: application/octet-stream',
      'Content-Transfer-Encoding: base64',
      // RFC 2231 §4 writes every name in characters that cannot end the field.
      `Content-Disposition: attachment; filename*=utf-8''${name}`,
      '',
      body.replace(/.{76}/g, '$&\r\n'),
      `--${boundary}--`,
      '',
    ].join('\r\n'),
  )
}

const NAME_CHARS_MAX = 255
