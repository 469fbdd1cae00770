/** Rounds of unwrapping; droppers seldom wrap more than three times. */
const ROUNDS_MAX = 4
const BASE64_RUN = /[A-Za-z0-9+/]{24,}={0,2}/g
const RUNS_MAX = 200
const REVEALED_CHARS_MAX = 500_000

/**
 * The script and what its simple wrappings hold, as text: nothing is run. Joined strings, character
 * codes, escapes, reversed text and Base64 (UTF-8 or UTF-16, as PowerShell takes it) are undone.
 */
export function revealScript(script: string): readonly string[] {
  const layers = [script]
  let frontier = [script]
  let charsLeft = REVEALED_CHARS_MAX
  for (let round = 0; round < ROUNDS_MAX && frontier.length > 0 && charsLeft > 0; round++) {
    const next = frontier
      .flatMap(unwrapOnce)
      .filter((text) => !layers.includes(text))
      .slice(0, RUNS_MAX)
    for (const text of next) charsLeft -= text.length
    layers.push(...next)
    frontier = next
  }
  return layers
}

function unwrapOnce(text: string): string[] {
  const joined = joinStrings(text)
  const reversed = /StrReverse|reverse\(|\[-1\.\.-/i.test(text) ? [reverseQuoted(text)] : []
  return [
    ...(joined === text ? [] : [joined]),
    ...reversed.filter((one) => one !== ''),
    ...decodeRuns(joined),
  ]
}

/** `"a" & "b"`, `'a'+'b'`, `Chr(104)`, `[char]104`, `\x68`, `%68`, `^` and back-ticks, put together. */
function joinStrings(text: string): string {
  return text
    .replace(
      /\bChr[W$]{0,2}\(\s{0,3}(\d{1,5})\s{0,3}\)|\[char\]\s{0,3}(\d{1,5})/gi,
      (_call, a, b) => quoteCode(Number(a ?? b)),
    )
    .replace(/\\x([0-9a-f]{2})|\\u([0-9a-f]{4})|%([0-9a-f]{2})/gi, (_code, a, b, c) =>
      toPrintable(Number.parseInt(a ?? b ?? c, 16)),
    )
    .replace(/(["'])\s{0,10}(?:[&+]|_\r?\n){1,3}\s{0,10}["']/g, '')
    .replace(/(?<=\w)[\^`](?=\w)/g, '')
}

function quoteCode(code: number): string {
  return `"${toPrintable(code)}"`
}

function toPrintable(code: number): string {
  return code >= 32 && code < 0x10000 ? String.fromCharCode(code) : ' '
}

function reverseQuoted(text: string): string {
  return Array.from(text.matchAll(/["']([^"'\r\n]{8,4000})["']/g), ([, quoted = '']) =>
    Array.from(quoted).reverse().join(''),
  )
    .slice(0, RUNS_MAX)
    .join('\n')
}

function decodeRuns(text: string): string[] {
  const found: string[] = []
  for (const [run] of text.matchAll(BASE64_RUN)) {
    const decoded = decodeReadable(run)
    if (decoded !== undefined) found.push(decoded)
    if (found.length >= RUNS_MAX) break
  }
  return found
}

/** Base64 that turns out to be text; undefined for anything else, and for words that only look like it. */
export function decodeReadable(base64: string): string | undefined {
  const bytes = Buffer.from(base64.slice(0, REVEALED_CHARS_MAX), 'base64')
  if (bytes.length < 12) return undefined
  const isWide = bytes[1] === 0 && bytes[3] === 0 && bytes[5] === 0
  const text = isWide ? bytes.toString('utf16le') : bytes.toString('utf8')
  const odd = text.match(/[^\t\n\r\x20-\x7e\u3000-\u9fff\uff00-\uffef]/g)?.length ?? 0
  return odd > text.length / 50 ? undefined : text
}
