import { toEuc } from './iso-2022.ts'
import type { Charset } from './text-runs.ts'

const JAPANESE: readonly Charset[] = ['shift_jis', 'euc-jp', 'iso-2022-jp']
const UTF_16: readonly Charset[] = ['utf-16le', 'utf-16be']
const UTF_32: readonly Charset[] = ['utf-32le', 'utf-32be']

/** Charsets worth trying. Plain ASCII reads the same in every charset but UTF-16, which it cannot be. */
export function plausibleCharsets(bytes: Uint8Array): readonly Charset[] {
  let isPlain = true
  let hasNull = false
  for (const byte of bytes) {
    if (byte >= 0x80 || byte === 0x1b) isPlain = false
    if (byte === 0) hasNull = true
  }
  if (isPlain) return hasNull ? ['utf-8', ...UTF_16, ...UTF_32] : ['utf-8']
  const isUtf8 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).equals(
    Buffer.from(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), 'utf8'),
  )
  if (isUtf8 && !hasNull && !bytes.includes(0x1b)) return ['utf-8']
  return ['utf-8', ...JAPANESE, ...UTF_16, ...(hasNull ? UTF_32 : [])]
}

export function decodeText(bytes: Uint8Array, charset: Charset): string {
  if (charset === 'utf-32le' || charset === 'utf-32be') return decodeUtf32(bytes, charset)
  if (charset === 'iso-2022-jp') return new TextDecoder('euc-jp').decode(toEuc(bytes))
  return new TextDecoder(charset).decode(bytes)
}

/** Text only when every four bytes are a character; anything else has zeros for another reason. */
function decodeUtf32(bytes: Uint8Array, charset: 'utf-32le' | 'utf-32be'): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length & ~3)
  const letters: string[] = []
  for (let at = 0; at < view.byteLength; at += 4) {
    const code = view.getUint32(at, charset === 'utf-32le')
    if (code > 0x10ffff) return ''
    letters.push(String.fromCodePoint(code))
  }
  return letters.join('')
}
