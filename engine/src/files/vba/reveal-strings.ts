/** Characters of hidden text that are unfolded. */
const HIDDEN_CHARS_MAX = 100_000
const BASE64 = /^[A-Za-z0-9+/]{16,}={0,2}$/
const HEX = /^(?:[0-9A-Fa-f]{2}){8,}$/

/** A string with what it hides: base64, hexadecimal, and the same written backwards. */
export function revealStrings(strings: readonly string[]): readonly string[] {
  const found: string[] = []
  let left = HIDDEN_CHARS_MAX
  for (const text of strings) {
    if (left <= 0) break
    const hidden = [...decode(text), ...(isReversed(text) ? [[...text].reverse().join('')] : [])]
    for (const one of hidden) {
      found.push(one.slice(0, left))
      left -= one.length
    }
  }
  return found
}

function decode(text: string): string[] {
  // PowerShell's -EncodedCommand carries UTF-16 in base64 at the end of a command line.
  const argument = /(?:^|[\s"'(])([A-Za-z0-9+/]{40,}={0,2})(?=["')\s]|$)/.exec(text)?.[1]
  const candidate = BASE64.test(text) ? text : argument
  const asBase64 =
    candidate === undefined || candidate.length % 4 === 1 ? [] : [toWords(candidate, 'base64')]
  const asHex = HEX.test(text) ? [toWords(text, 'hex')] : []
  return [...asHex, ...asBase64].filter((one) => one !== undefined)
}

/** Decoded bytes when they are plain text, in one byte a character or in two. */
function toWords(text: string, encoding: 'base64' | 'hex'): string | undefined {
  const bytes = Buffer.from(text.slice(0, HIDDEN_CHARS_MAX), encoding)
  const plain = bytes.toString('latin1')
  if (/^[\t\r\n\x20-\x7e]+$/.test(plain)) return plain
  const wide = bytes.toString('utf16le')
  return /^[\t\r\n\x20-\x7e\u3000-\u30ff\u4e00-\u9fff]+$/.test(wide) ? wide : undefined
}

function isReversed(text: string): boolean {
  return /\/\/:s?ptth|exe\.|llehsrewop/i.test(text)
}
