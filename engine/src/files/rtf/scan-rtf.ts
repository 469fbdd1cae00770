/** What a caller does with the tokens of an RTF text. */
export interface RtfHandler {
  open(): void
  close(): void
  /** `\word` with its number; `*` for the mark of destinations that may be skipped. */
  control(word: string, parameter: number | undefined): void
  /** A byte of text, as it stands or as `\'hh`. */
  byte(value: number, isEscaped: boolean): void
  /** Raw bytes behind `\bin`. */
  binary(bytes: Buffer): void
}

const [BACKSLASH, OPEN, CLOSE, QUOTE, SPACE, MINUS] = [0x5c, 0x7b, 0x7d, 0x27, 0x20, 0x2d]
/** Letters of a control word; Word reads 32, hidden ones are longer. */
const WORD_BYTES_MAX = 255
const DIGITS_MAX = 10

/**
 * Reads RTF from front to back, once. It forgives what Word forgives: no version behind `{\rt`, line
 * breaks anywhere, groups that never close, words nobody knows.
 */
export function scanRtf(bytes: Buffer, handler: RtfHandler): void {
  for (let at = 0; at < bytes.length; ) {
    const value = bytes[at] ?? 0
    if (value === OPEN) handler.open()
    else if (value === CLOSE) handler.close()
    else if (value === BACKSLASH) {
      at = scanControl(bytes, at + 1, handler)
      continue
    } else if (value !== 0x0a && value !== 0x0d && value !== 0) handler.byte(value, false)
    at += 1
  }
}

/** Reads what stands behind a backslash; gives the place behind it. */
function scanControl(bytes: Buffer, start: number, handler: RtfHandler): number {
  const first = bytes[start] ?? 0
  if (first === QUOTE) return scanHex(bytes, start + 1, handler)
  if (!isLetter(first)) {
    scanSymbol(first, handler)
    return start + 1
  }
  const wordEnd = skipWhile(bytes, start, start + WORD_BYTES_MAX, isLetter)
  const isNegative = bytes[wordEnd] === MINUS
  const digitsAt = isNegative ? wordEnd + 1 : wordEnd
  const end = skipWhile(bytes, digitsAt, digitsAt + DIGITS_MAX, isDigit)
  const word = bytes.toString('latin1', start, wordEnd)
  const digits = bytes.toString('latin1', digitsAt, end)
  const parameter = digits === '' ? undefined : Number(digits) * (isNegative ? -1 : 1)
  const rest = bytes[end] === SPACE ? end + 1 : end
  handler.control(word, parameter)
  if (word !== 'bin' || parameter === undefined || parameter <= 0) return rest
  handler.binary(bytes.subarray(rest, rest + parameter))
  return rest + parameter
}

function scanSymbol(symbol: number, handler: RtfHandler): void {
  if (symbol === 0x2a) handler.control('*', undefined)
  else if (symbol === BACKSLASH || symbol === OPEN || symbol === CLOSE) handler.byte(symbol, false)
  else if (symbol === 0x7e) handler.byte(SPACE, false)
  else if (symbol === 0x0a || symbol === 0x0d) handler.control('par', undefined)
}

function scanHex(bytes: Buffer, start: number, handler: RtfHandler): number {
  const value = Number.parseInt(bytes.toString('latin1', start, start + 2), 16)
  if (Number.isNaN(value)) return start
  handler.byte(value, true)
  return start + 2
}

function skipWhile(
  bytes: Buffer,
  start: number,
  max: number,
  test: (value: number) => boolean,
): number {
  let at = start
  while (at < max && at < bytes.length && test(bytes[at] ?? 0)) at += 1
  return at
}

function isLetter(value: number): boolean {
  return (value >= 0x41 && value <= 0x5a) || (value >= 0x61 && value <= 0x7a)
}

function isDigit(value: number): boolean {
  return value >= 0x30 && value <= 0x39
}
