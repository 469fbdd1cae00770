import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import Encoding from 'encoding-japanese'
import iconv from 'iconv-lite'

/** How a text is hidden. Written with the platform and public libraries, apart from what decodes it. */
export interface HidingEncoding {
  readonly name: string
  /** Text to be put into a document; undefined when this text cannot be written so. */
  hide(text: string): string | undefined
}

const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8')
const hexPairs = (bytes: Uint8Array): string[] =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0'))
const units = (text: string): number[] =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
const isIn = (charset: string, text: string): boolean =>
  iconv.decode(iconv.encode(text, charset), charset) === text
const padded = (text: string, before: number): Buffer => utf8(`${'~'.repeat(before)}${text}~~`)
const jis = (text: string): Buffer =>
  Buffer.from(Encoding.convert(Encoding.stringToCode(text), { to: 'JIS', from: 'UNICODE' }))

const inCharset =
  (charset: string, write: (bytes: Buffer) => string) =>
  (text: string): string | undefined =>
    isIn(charset, text) ? write(iconv.encode(text, charset)) : undefined

const percent = (bytes: Uint8Array): string =>
  hexPairs(bytes)
    .map((pair) => `%${pair.toUpperCase()}`)
    .join('')
const quoted = (bytes: Uint8Array): string =>
  hexPairs(bytes)
    .map((pair) => `=${pair.toUpperCase()}`)
    .join('')
const wrap = (text: string, width: number, by: string): string =>
  text.replace(new RegExp(`(.{${width}})(?=.)`, 'gu'), `$1${by}`)

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const text = (bits.match(/.{1,5}/gu) ?? [])
    .map((five) => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('')
  return text.padEnd(Math.ceil(text.length / 8) * 8, '=')
}

function ascii85(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 4) {
    const group = [0, 1, 2, 3].map((index) => bytes[at + index] ?? 0)
    let value = group.reduce((sum, byte) => sum * 256 + byte, 0)
    const digits: number[] = []
    for (let index = 0; index < 5; index += 1) {
      digits.unshift(value % 85)
      value = Math.floor(value / 85)
    }
    const count = Math.min(4, bytes.length - at)
    text += digits
      .slice(0, count + 1)
      .map((digit) => String.fromCharCode(digit + 33))
      .join('')
  }
  return `<~${text}~>`
}

const rot13 = (text: string): string =>
  text.replace(/[a-z]/giu, (letter) => {
    const base = letter < 'a' ? 65 : 97
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base)
  })

const word = (charset: string, letter: 'B' | 'Q', bytes: Uint8Array): string =>
  letter === 'B'
    ? `=?${charset}?B?${Buffer.from(bytes).toString('base64')}?=`
    : `=?${charset}?Q?${quoted(bytes)}?=`

/** UTF-7 (RFC 2152): everything in one shifted run. */
const utf7 = (text: string): string =>
  `+${iconv.encode(text, 'utf-16be').toString('base64').replace(/=/gu, '')}-`

const encodings: Readonly<Record<string, HidingEncoding['hide']>> = {
  plain: (text) => text,
  base64: (text) => utf8(text).toString('base64'),
  'base64, one before': (text) => padded(text, 1).toString('base64'),
  'base64, two before': (text) => padded(text, 2).toString('base64'),
  'base64 inside a longer word': (text) => `id/xy${padded(text, 0).toString('base64')}`,
  'base64 without padding': (text) => utf8(text).toString('base64').replace(/=/gu, ''),
  'base64 url-safe': (text) => Buffer.from(`?>${text}?>~`).toString('base64url'),
  'base64 in short lines': (text) =>
    wrap(utf8(`${'-'.repeat(30)}${text}`).toString('base64'), 20, '\r\n'),
  'base64 in escaped lines': (text) =>
    wrap(utf8(`${'-'.repeat(30)}${text}`).toString('base64'), 20, ' \n'),
  'base64 twice': (text) => utf8(padded(text, 1).toString('base64')).toString('base64'),
  'base64 three times': (text) =>
    utf8(utf8(padded(text, 2).toString('base64')).toString('base64')).toString('base64'),
  'base64 of utf-16le': (text) => iconv.encode(text, 'utf-16le').toString('base64'),
  'base64 of utf-16be': (text) => iconv.encode(text, 'utf-16be').toString('base64'),
  'base64 of shift_jis': inCharset('shift_jis', (bytes) => bytes.toString('base64')),
  'base64 of euc-jp': inCharset('euc-jp', (bytes) => bytes.toString('base64')),
  'base64 of iso-2022-jp': (text) =>
    isIn('euc-jp', text) ? jis(text).toString('base64') : undefined,
  hex: (text) => utf8(text).toString('hex'),
  'hex in capitals': (text) => utf8(text).toString('hex').toUpperCase(),
  'hex with spaces': (text) => hexPairs(utf8(text)).join(' '),
  'hex with colons': (text) => hexPairs(utf8(text)).join(':'),
  'hex with 0x': (text) =>
    hexPairs(utf8(text))
      .map((pair) => `0x${pair}`)
      .join(', '),
  'hex in one 0x': (text) => `0x${utf8(text).toString('hex')}`,
  'hex of utf-16le': (text) => iconv.encode(text, 'utf-16le').toString('hex'),
  'hex of shift_jis': inCharset('shift_jis', (bytes) => bytes.toString('hex')),
  'js \\x': (text) =>
    hexPairs(utf8(text))
      .map((pair) => `\\x${pair}`)
      .join(''),
  'octal escapes': (text) =>
    [...utf8(text)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join(''),
  percent: (text) => percent(utf8(text)),
  'percent, only what must': (text) => encodeURIComponent(text),
  'percent twice': (text) => percent(utf8(text)).replaceAll('%', '%25'),
  'percent of shift_jis': inCharset('shift_jis', percent),
  'percent of utf-16': (text) =>
    units(text)
      .map((unit) => `%u${unit.toString(16).padStart(4, '0')}`)
      .join(''),
  'quoted-printable': (text) => wrap(quoted(utf8(text)), 72, '=\r\n'),
  'quoted-printable of shift_jis': inCharset('shift_jis', quoted),
  'word B utf-8': (text) => word('UTF-8', 'B', utf8(text)),
  'word Q utf-8': (text) => word('utf-8', 'Q', utf8(text)),
  'word B iso-2022-jp': (text) =>
    isIn('euc-jp', text) ? word('ISO-2022-JP', 'B', jis(text)) : undefined,
  'word Q shift_jis': inCharset('shift_jis', (bytes) => word('Shift_JIS', 'Q', bytes)),
  'word B euc-jp': inCharset('euc-jp', (bytes) => word('EUC-JP', 'B', bytes)),
  'two words cut in a letter': (text) => {
    const bytes = utf8(text)
    const half = Math.floor(bytes.length / 2)
    return `${word('utf-8', 'B', bytes.subarray(0, half))}\r\n ${word('utf-8', 'B', bytes.subarray(half))}`
  },
  'parameter in two': (text) => {
    const pairs = hexPairs(utf8(text)).map((pair) => `%${pair}`)
    const half = Math.floor(pairs.length / 2)
    return `filename*0*=utf-8''${pairs.slice(0, half).join('')};\r\n filename*1*=${pairs.slice(half).join('')}`
  },
  'decimal entities': (text) => [...text].map((one) => `&#${one.codePointAt(0)};`).join(''),
  'hexadecimal entities': (text) =>
    [...text].map((one) => `&#x${one.codePointAt(0)?.toString(16)};`).join(''),
  'entities without semicolon': (text) =>
    [...text].map((one) => `&#x${one.codePointAt(0)?.toString(16)}`).join(''),
  'entities of entities': (text) => [...text].map((one) => `&amp;#${one.codePointAt(0)};`).join(''),
  'json \\u': (text) =>
    units(text)
      .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
      .join(''),
  'js \\u{}': (text) => [...text].map((one) => `\\u{${one.codePointAt(0)?.toString(16)}}`).join(''),
  'json in json': (text) =>
    JSON.stringify(
      units(text)
        .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
        .join(''),
    ),
  'css escapes': (text) =>
    [...text].map((one) => `\\${one.codePointAt(0)?.toString(16)} `).join(''),
  'css escapes of six': (text) =>
    [...text].map((one) => `\\${one.codePointAt(0)?.toString(16).padStart(6, '0')}`).join(''),
  'utf-7': utf7,
  rot13: (text) =>
    /^[\x20-\x7e]+$/u.test(text) && /[a-z]{6}/iu.test(text) ? rot13(text) : undefined,
  reversed: (text) => [...text].reverse().join(''),
  base32: (text) => base32(utf8(text)),
  ascii85: (text) => ascii85(utf8(text)),
  'gzip in base64': (text) => gzipSync(utf8(text)).toString('base64'),
  'deflate in base64': (text) => deflateSync(utf8(text)).toString('base64'),
  'raw deflate in base64': (text) => deflateRawSync(utf8(text)).toString('base64'),
  'gzip in hex': (text) => gzipSync(utf8(text)).toString('hex'),
  'percent of base64': (text) => percent(utf8(padded(text, 1).toString('base64'))),
  'base64 of percent': (text) => utf8(percent(utf8(text))).toString('base64'),
  'base64 of json \\u': (text) =>
    utf8(
      JSON.stringify(text).replace(
        /[^\x20-\x7e]/g,
        (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
      ),
    ).toString('base64'),
  'hex of base64': (text) => utf8(padded(text, 0).toString('base64')).toString('hex'),
  'base64 of reversed': (text) => utf8([...text].reverse().join('')).toString('base64'),
  'entities of percent': (text) =>
    [...percent(utf8(text))].map((one) => `&#${one.codePointAt(0)};`).join(''),
}

export const HIDING_ENCODINGS: readonly HidingEncoding[] = Object.entries(encodings).map(
  ([name, hide]) => ({ name, hide }),
)

/** Encodings of a whole file. */
export const FILE_CHARSETS: Readonly<Record<string, (text: string) => Uint8Array | undefined>> = {
  'utf-16le with mark': (text) => iconv.encode(text, 'utf-16le', { addBOM: true }),
  'utf-16be with mark': (text) => iconv.encode(text, 'utf-16be', { addBOM: true }),
  'utf-16le bare': (text) => iconv.encode(text, 'utf-16le'),
  shift_jis: (text) => (isIn('shift_jis', text) ? iconv.encode(text, 'shift_jis') : undefined),
  'euc-jp': (text) => (isIn('euc-jp', text) ? iconv.encode(text, 'euc-jp') : undefined),
  'iso-2022-jp': (text) => (isIn('euc-jp', text) ? jis(text) : undefined),
  'utf-7': (text) => iconv.encode(text, 'utf-7'),
  'utf-32le': (text) => iconv.encode(text, 'utf-32le', { addBOM: true }),
  gzip: (text) => gzipSync(utf8(text)),
}
