import { toBuffer } from '../../charset/text-decoders.ts'

/** Bytes in ASCII armor (RFC 9580 §6), and the text before them when it was signed in the clear. */
export interface Dearmored {
  /** `MESSAGE`, `SIGNATURE`, `PUBLIC KEY BLOCK` … */
  readonly kind: string
  readonly bytes: Uint8Array
  readonly clearText?: string
}

const BEGIN = /^-----BEGIN PGP ([A-Z0-9 ,/]{1,40})-----[ \t]*\r?$/m
const END = /^-----END PGP /m
const SIGNED = 'SIGNED MESSAGE'

/** Takes the first armored block out of a text; undefined when there is none. */
export function dropArmor(bytes: Uint8Array): Dearmored | undefined {
  const text = toBuffer(bytes).toString('latin1')
  const begin = BEGIN.exec(text)
  if (begin === null) return undefined
  const rest = text.slice(begin.index + begin[0].length)
  const kind = begin[1] ?? ''
  if (kind !== SIGNED) return { kind, bytes: decodeBody(rest) }
  const signature = BEGIN.exec(rest)
  const clear = rest.slice(0, signature?.index).replace(/^[^]*?\r?\n\r?\n/, '')
  const clearText = toBuffer(Buffer.from(clear, 'latin1')).toString('utf8').replace(/^- /gm, '')
  const behind = signature === null ? '' : rest.slice(signature.index + signature[0].length)
  return { kind, bytes: decodeBody(behind), clearText }
}

/** Behind an empty line comes base64, behind a line with `=` its checksum. */
function decodeBody(text: string): Uint8Array {
  const body = text.slice(0, END.exec(text)?.index)
  const start = /\r?\n[ \t]*\r?\n/.exec(body)
  const base64 = body.slice(start === null ? 0 : start.index + start[0].length)
  return Buffer.from(base64.replace(/^=[A-Za-z0-9+/]{4}[ \t]*\r?$/m, ''), 'base64')
}
