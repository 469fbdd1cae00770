/** Strings of one program whose values are known: constants and simple assignments. */
export type KnownStrings = ReadonlyMap<string, string>

/** Nested calls that are followed; generators of hidden strings nest two or three. */
const DEPTH_MAX = 20
const STRING_CHARS_MAX = 20_000

type Value = string | number | readonly string[]

/** Characters that evaluating one program may still produce; a loop of Replace makes many. */
export interface EvaluationBudget {
  charsLeft: number
}

/** Where the evaluation of one line has come to. */
interface Reading {
  readonly text: string
  readonly known: KnownStrings
  readonly budget: EvaluationBudget
  at: number
}

/**
 * The value of a VBA expression that only puts strings together: literals, `&`, Chr, StrReverse,
 * Replace and the like. Hidden commands are built so, and nothing has to run to see them.
 * Undefined when it begins with anything else; `end` is where reading stopped.
 */
export function evaluateVba(
  text: string,
  at: number,
  known: KnownStrings,
  budget: EvaluationBudget,
): { readonly value: string | undefined; readonly end: number } {
  const reading: Reading = { text, known, budget, at }
  const value = readSum(reading, 0)
  return { value: value === undefined ? undefined : toText(value), end: reading.at }
}

function toText(value: Value): string {
  return typeof value === 'object' ? value.join('') : String(value)
}

function readSum(reading: Reading, depth: number): Value | undefined {
  if (depth > DEPTH_MAX) return undefined
  let value = readTerm(reading, depth)
  // A term that is not understood ends the expression: what stands before it is known all the same,
  // and going on behind it keeps long lines linear.
  for (let end = reading.at; value !== undefined; end = reading.at) {
    const sign = take(reading, SIGN)?.[1]
    const next = sign === undefined ? undefined : readTerm(reading, depth)
    const combined: Value | undefined =
      sign === undefined || next === undefined ? undefined : combine(value, sign, next)
    if (combined === undefined) {
      reading.at = end
      return value
    }
    value = combined
  }
  return undefined
}

function combine(left: Value, sign: string, right: Value): Value | undefined {
  if (sign === '&') return `${toText(left)}${toText(right)}`.slice(0, STRING_CHARS_MAX)
  if (typeof left === 'number' && typeof right === 'number') {
    if (sign === '+') return left + right
    if (sign === '-') return left - right
    return sign === '*' ? left * right : left ^ right
  }
  return sign === '+' ? `${toText(left)}${toText(right)}`.slice(0, STRING_CHARS_MAX) : undefined
}

const SIGN = /[ \t]*([&+*-]|Xor\b)[ \t]*/iy
const SPACE = /[ \t]*/y
const LITERAL = /"((?:[^"\n]|""){0,20000})"/y
const NUMBER = /-?(?:&H([0-9a-f]{1,8})&?|(\d{1,9})(?:\.\d{1,9})?[#!@%&]?(?![\w"]))/iy
const NAME = /([a-z_]\w{0,60})\$?/iy
const OPEN = /[ \t]*\(/y
const CLOSE = /[ \t]*\)/y
const COMMA = /[ \t]*,[ \t]*/y

function take(reading: Reading, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = reading.at
  const found = pattern.exec(reading.text)
  if (found === null) return undefined
  reading.at = pattern.lastIndex
  return found
}

function readTerm(reading: Reading, depth: number): Value | undefined {
  take(reading, SPACE)
  const literal = take(reading, LITERAL)
  if (literal !== undefined) return (literal[1] ?? '').replaceAll('""', '"')
  const number = take(reading, NUMBER)
  if (number !== undefined) {
    const [written, hex, decimal] = number
    const value = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return written.startsWith('-') ? -value : value
  }
  if (take(reading, OPEN) !== undefined) {
    const inner = readSum(reading, depth + 1)
    return take(reading, CLOSE) === undefined ? undefined : inner
  }
  const name = take(reading, NAME)?.[1]?.toLowerCase()
  if (name === undefined) return undefined
  if (take(reading, OPEN) === undefined) return reading.known.get(name) ?? CONSTANTS[name]
  const values = readArguments(reading, depth)
  if (values === undefined || reading.budget.charsLeft <= 0) return undefined
  const result = FUNCTIONS.get(name)?.(values)
  reading.budget.charsLeft -= values.reduce<number>((sum, one) => sum + toSize(one), 1)
  return result
}

function readArguments(reading: Reading, depth: number): Value[] | undefined {
  const values: Value[] = []
  if (take(reading, CLOSE) !== undefined) return values
  for (;;) {
    const value = readSum(reading, depth + 1)
    if (value === undefined || values.length >= ARGUMENTS_MAX) return undefined
    values.push(value)
    if (take(reading, CLOSE) !== undefined) return values
    if (take(reading, COMMA) === undefined) return undefined
  }
}

const ARGUMENTS_MAX = 5_000

function toSize(value: Value): number {
  return typeof value === 'number' ? 1 : value.length
}

const CONSTANTS: Readonly<Record<string, string>> = {
  vbcrlf: '\r\n',
  vbnewline: '\r\n',
  vbcr: '\r',
  vblf: '\n',
  vbtab: '\t',
  vbnullstring: '',
  vbnullchar: '\0',
}

const text = (value: Value | undefined) => (value === undefined ? '' : toText(value))
const count = (value: Value | undefined, otherwise: number) =>
  typeof value === 'number' ? Math.max(0, Math.min(value, STRING_CHARS_MAX)) : otherwise
const chr = ([code]: readonly Value[]) =>
  typeof code === 'number' && code >= 0 && code < 0x10000 ? String.fromCharCode(code) : undefined

/** Functions of VBA that turn known strings into known strings. */
const FUNCTIONS = new Map<string, (values: readonly Value[]) => Value | undefined>([
  ['chr', chr],
  ['chrw', chr],
  ['chrb', chr],
  ['strreverse', ([value]) => [...text(value)].reverse().join('')],
  ['lcase', ([value]) => text(value).toLowerCase()],
  ['ucase', ([value]) => text(value).toUpperCase()],
  ['trim', ([value]) => text(value).trim()],
  ['cstr', ([value]) => text(value)],
  ['asc', ([value]) => text(value).charCodeAt(0) || 0],
  ['left', ([value, length]) => text(value).slice(0, count(length, 0))],
  ['right', ([value, length]) => (length === 0 ? '' : text(value).slice(-count(length, 0)))],
  [
    'mid',
    ([value, start, length]) => {
      const from = Math.max(0, count(start, 1) - 1)
      return text(value).slice(from, from + count(length, STRING_CHARS_MAX))
    },
  ],
  ['replace', ([value, from, to]) => replaceAll(text(value), text(from), text(to))],
  ['array', (values) => values.map(toText)],
  ['split', ([value, by]) => (text(by) === '' ? undefined : text(value).split(text(by)))],
  [
    'join',
    ([value, by]) =>
      typeof value === 'object' ? value.join(by === undefined ? ' ' : text(by)) : undefined,
  ],
])

function replaceAll(value: string, from: string, to: string): string {
  if (from === '') return value
  const pieces = value.split(from)
  // Replacing each letter by a long string, again and again, is a bomb in three lines.
  const sizeMax = value.length + pieces.length * to.length
  return sizeMax > STRING_CHARS_MAX ? value : pieces.join(to)
}
