import type { ProblemCode } from '../problem.ts'
import { decodeBase64, findBase64Problem } from './decode-base64.ts'
import { decodeQuotedPrintable } from './decode-quoted-printable.ts'
import { decodeUuencoded } from './decode-uuencoded.ts'

type Encoding = 'identity' | 'base64' | 'quoted-printable' | 'uuencode'

/** Names seen in mail; the standard ones are in RFC 2045 §6.1. */
const ENCODINGS: ReadonlyMap<string, Encoding> = new Map([
  ['', 'identity'],
  ['7bit', 'identity'],
  ['7-bit', 'identity'],
  ['8bit', 'identity'],
  ['8-bit', 'identity'],
  ['binary', 'identity'],
  ['base64', 'base64'],
  ['base-64', 'base64'],
  ['quoted-printable', 'quoted-printable'],
  ['quotedprintable', 'quoted-printable'],
  ['x-uuencode', 'uuencode'],
  ['x-uue', 'uuencode'],
  ['uuencode', 'uuencode'],
  ['uue', 'uuencode'],
])

/** Undoes a Content-Transfer-Encoding (RFC 2045 §6); an unknown one leaves the body as it is. */
export function decodeTransfer(body: Buffer, encoding: string): Uint8Array {
  switch (ENCODINGS.get(encoding)) {
    case 'base64':
      return decodeBase64(body)
    case 'quoted-printable':
      return decodeQuotedPrintable(body)
    case 'uuencode':
      return decodeUuencoded(body)
    default:
      return body
  }
}

/** What is wrong with a body's transfer encoding. */
export function findTransferProblem(body: Buffer, encoding: string): ProblemCode | undefined {
  const known = ENCODINGS.get(encoding)
  if (known === undefined) return 'unknown-transfer-encoding'
  return known === 'base64' ? findBase64Problem(body) : undefined
}
