/** A piece of JavaScript (ECMA-262 §12), as far as constant expressions need it. */
export interface ScriptToken {
  readonly kind: 'string' | 'number' | 'word' | 'sign' | 'pattern'
  /** Strings without quotes and with escapes resolved; everything else as written. */
  readonly text: string
}

/** Pieces of one script; minified libraries have 100,000. */
const TOKENS_MAX = 200_000
const SPACE = /[\s\ufeff]+/y
const COMMENT = /\/\/[^\n\r]*|\/\*/y
const WORD = /[\p{L}\p{Nl}_$][\p{L}\p{N}_$]*/uy
const NUMBER = /0[xX][0-9a-fA-F]{1,16}|(?:\d{1,20}(?:\.\d{0,20})?|\.\d{1,20})(?:[eE][+-]?\d{1,3})?/y
/** A pattern between slashes on one line, with its flags. */
const PATTERN =
  /\/(?![*/])((?:[^\\/[\n\r]|\\[^\n\r]|\[(?:[^\]\\\n\r]|\\[^\n\r]){0,200}\]){1,200})\/[a-z]{0,8}/y

/** Splits a script into tokens; what is none of them is a sign of one character. */
export function listScriptTokens(script: string): readonly ScriptToken[] {
  const tokens: ScriptToken[] = []
  let at = 0
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at
    return pattern.exec(script)?.[0]
  }
  while (at < script.length && tokens.length < TOKENS_MAX) {
    const space = match(SPACE) ?? match(COMMENT)
    if (space !== undefined) {
      at = space === '/*' ? endOf(script, '*/', at + 2) : at + space.length
      continue
    }
    const quote = script[at] ?? ''
    if (quote === '"' || quote === "'" || quote === '`') {
      const { text, end } = readString(script, at + 1, quote)
      tokens.push({ kind: 'string', text })
      at = end
      continue
    }
    const written = match(WORD) ?? match(NUMBER)
    if (written !== undefined) {
      tokens.push({ kind: /^[\d.]/.test(written) ? 'number' : 'word', text: written })
      at += written.length
      continue
    }
    const pattern = quote === '/' && mayBePattern(tokens.at(-1)) ? match(PATTERN) : undefined
    tokens.push(pattern ? { kind: 'pattern', text: pattern } : { kind: 'sign', text: quote })
    at += pattern?.length ?? 1
  }
  return tokens
}

function endOf(script: string, mark: string, from: number): number {
  const at = script.indexOf(mark, from)
  return at < 0 ? script.length : at + mark.length
}

/** After a value a slash divides; anywhere else it begins a pattern. */
function mayBePattern(before: ScriptToken | undefined): boolean {
  return before?.kind === 'sign' && before.text !== ')' && before.text !== ']'
}

const ESCAPE =
  /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|([0-3]?[0-7]{1,2})|\r\n|[^])/g
const NAMED: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
}

function readString(script: string, start: number, quote: string): { text: string; end: number } {
  let at = start
  while (at < script.length && script[at] !== quote) {
    if (script[at] === '\\') at++
    else if (quote !== '`' && script[at] === '\n') break
    at++
  }
  const raw = script.slice(start, at)
  return { text: raw.includes('\\') ? resolveEscapes(raw) : raw, end: at + 1 }
}

/** `\x68\u0074` and the like (§12.9.4). */
export function resolveEscapes(raw: string): string {
  return raw.replace(ESCAPE, (all, x?: string, u?: string, braced?: string, octal?: string) => {
    const hex = x ?? u ?? braced
    if (hex !== undefined) return toCharacter(Number.parseInt(hex, 16))
    if (octal !== undefined) return toCharacter(Number.parseInt(octal, 8))
    const letter = all.slice(1)
    if (letter === '\n' || letter === '\r\n') return ''
    return Object.hasOwn(NAMED, letter) ? (NAMED[letter] ?? letter) : letter
  })
}

function toCharacter(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : ''
}
