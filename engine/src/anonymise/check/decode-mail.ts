import { type Decoder, findEach, replaceEach } from './piece.ts'

const byteOf = (pair: string): Uint8Array => Uint8Array.of(Number.parseInt(pair, 16))

/** Quoted-printable (RFC 2045 §6.7), soft line breaks removed. */
const quotedPrintable: Decoder = {
  name: 'quoted-printable',
  yields: 'bytes',
  find: (text) =>
    replaceEach(text, /=(?:([0-9A-Fa-f]{2})|[ \t]{0,8}\r?\n)/gu, ([, pair]) =>
      pair === undefined ? '' : byteOf(pair),
    ),
}

/** Encoded words (RFC 2047). Neighbours are joined: a name is hidden by cutting it between two words. */
const encodedWords: Decoder = {
  name: 'mime-word',
  yields: 'bytes',
  find: (text) =>
    text.includes('=?')
      ? findEach(
          text,
          /(?:=\?[\w*-]{1,40}\?[BbQq]\?[^?\s]{0,2000}\?=(?:\s{1,80}(?==\?))?)+/gu,
          (match) => {
            const words = [...match[0].matchAll(/=\?[^?]*\?([BbQq])\?([^?]*)\?=/gu)]
            return [{ at: match.index, bytes: Buffer.concat(words.map(decodeWord)) }]
          },
        )
      : [],
}

function decodeWord([, encoding = '', payload = '']: RegExpExecArray): Uint8Array {
  if (encoding.toLowerCase() === 'b') return Buffer.from(payload, 'base64')
  const plain = payload.replace(/_/gu, ' ')
  const [piece] = replaceEach(plain, /=([0-9A-Fa-f]{2})/gu, ([, pair = '']) => byteOf(pair))
  return piece?.bytes ?? Buffer.from(plain, 'utf8')
}

/** Parameters cut into numbered parts (RFC 2231 §3), joined in the order they stand. */
const splitParameters: Decoder = {
  name: 'rfc2231',
  yields: 'bytes',
  find: (text) => {
    const parts = [...text.matchAll(/\*\d{1,3}\*?=(?:"([^"\r\n]{0,500})"|([^\s;"]{0,500}))/gu)]
    const first = parts[0]
    if (first === undefined) return []
    const joined = parts.map((part) => part[1] ?? part[2] ?? '').join('')
    const [piece] = replaceEach(joined, /%([0-9A-Fa-f]{2})/gu, ([, pair = '']) => byteOf(pair))
    return [{ at: first.index, bytes: piece?.bytes ?? Buffer.from(joined, 'utf8') }]
  },
}

/** What a name is written in: Latin, kana, kanji, full-width forms, marks and letters beyond the first plane. */
const PLAUSIBLE =
  /^[\t\r\n\u0020-\u0eff\u1e00-\u27ff\u2e80-\u9fff\uf900-\ufaff\ufe00-\uffef\u{10000}-\u{2ffff}\u{e0100}-\u{e01ef}]+$/u

/** Shifted runs of UTF-7 (RFC 2152); runs that would give no text are something else. */
const utf7: Decoder = {
  name: 'utf-7',
  yields: 'text',
  find: (text) =>
    replaceEach(text, /\+([A-Za-z0-9+/]{2,4000})-?/gu, ([, run = '']) => {
      const bytes = Buffer.from(run, 'base64')
      const text = new TextDecoder('utf-16be').decode(bytes.subarray(0, bytes.length & ~1))
      return PLAUSIBLE.test(text) ? text : undefined
    }),
}

export const MAIL_DECODERS: readonly Decoder[] = [
  quotedPrintable,
  encodedWords,
  splitParameters,
  utf7,
]
