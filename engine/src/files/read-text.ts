import { decodeText } from '../charset/decode-text.ts'
import { limits } from '../limits.ts'

/** A file's bytes as text: by byte order mark, by its zeros when it is UTF-16 without one, else by guess. */
export function readText(bytes: Uint8Array): string {
  const window = bytes.subarray(0, limits.scriptBytesMax)
  const [first, second] = window
  if (first === 0xff && second === 0xfe) return decodeText(window.subarray(2), 'utf-16le').text
  if (first === 0xfe && second === 0xff) return decodeText(window, 'utf-16').text
  const hasEvenZeros = window.length > 8 && window[1] === 0 && window[3] === 0 && window[0] !== 0
  return decodeText(window, hasEvenZeros ? 'utf-16le' : undefined).text
}
