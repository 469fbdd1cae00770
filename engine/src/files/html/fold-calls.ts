import { resolveEscapes } from './script-tokens.ts'

/** A value known without running anything; undefined is one that is not. */
export type Folded = string | number | readonly Folded[] | undefined

/** Characters of one folded value; a page with its pictures has two million. */
export const FOLDED_CHARS_MAX = 4_000_000
const LIST_MAX = 200_000
/** Padding made by repeating says nothing. */
const REPEATED_CHARS_MAX = 10_000

/** Functions whose result follows from their arguments alone. */
export function foldFunction(name: string, values: readonly Folded[]): Folded {
  const [first] = values
  switch (name) {
    case 'fromCharCode':
    case 'fromCodePoint':
      return foldCharCodes(values)
    case 'parseInt':
      return Number.parseInt(String(first ?? ''), typeof values[1] === 'number' ? values[1] : 10)
    case 'Number':
      return Number(first)
    case 'String':
      return typeof first === 'number' ? String(first) : first
  }
  if (typeof first !== 'string') return undefined
  switch (name) {
    case 'atob':
      return Buffer.from(first, 'base64').toString('latin1')
    case 'unescape':
      return unescapeText(first)
    case 'decodeURIComponent':
    case 'decodeURI':
      return decodePercents(first)
    case 'escape':
    case 'encodeURIComponent':
      return first
    default:
      return undefined
  }
}

function foldCharCodes(values: readonly Folded[]): Folded {
  const codes = values.length === 1 && Array.isArray(values[0]) ? values[0] : values
  let text = ''
  for (const code of codes) {
    if (typeof code !== 'number' || Number.isNaN(code)) return undefined
    text += String.fromCharCode(code)
  }
  return text
}

/** `%41` and `%u3042` (ECMA-262 annex B.2.1). */
function unescapeText(text: string): string {
  return text.replace(/%u([0-9a-f]{4})|%([0-9a-f]{2})/gi, (_all, wide?: string, narrow?: string) =>
    String.fromCharCode(Number.parseInt(wide ?? narrow ?? '0', 16)),
  )
}

/** UTF-8 behind percent signs, forgiving what is broken. */
export function decodePercents(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return unescapeText(text)
  }
}

/** Methods of strings and lists, without those that take functions. */
export function foldMethod(on: Folded, name: string, values: readonly Folded[]): Folded {
  if (typeof on === 'string') return foldStringMethod(on, name, values)
  if (typeof on === 'number' && name === 'toString')
    return on.toString(Math.min(36, Math.max(2, toInteger(values[0]) || 10)))
  if (!Array.isArray(on)) return undefined
  const list: readonly Folded[] = on
  switch (name) {
    case 'reverse':
      return list.toReversed()
    case 'join': {
      const separator = typeof values[0] === 'string' ? values[0] : ','
      if (list.some((one) => typeof one !== 'string' && typeof one !== 'number')) return undefined
      return cut(list.join(separator))
    }
    case 'slice':
      return list.slice(toInteger(values[0]), values.length > 1 ? toInteger(values[1]) : undefined)
    case 'concat':
      return [...list, ...values.flat()].slice(0, LIST_MAX)
    default:
      return undefined
  }
}

function foldStringMethod(on: string, name: string, values: readonly Folded[]): Folded {
  const [first, second] = values
  const from = toInteger(first)
  const to = values.length > 1 ? toInteger(second) : undefined
  switch (name) {
    case 'split':
      return typeof first === 'string' ? on.split(first).slice(0, LIST_MAX) : undefined
    case 'replace':
    case 'replaceAll':
      return replaceText(on, first, second)
    case 'concat':
      return cut(on + values.filter((one) => typeof one === 'string').join(''))
    case 'slice':
      return on.slice(from, to)
    case 'substring':
      return on.substring(from, to)
    case 'substr':
      return on.slice(from, to === undefined ? undefined : from + to)
    case 'charAt':
    case 'at':
      return on.at(from) ?? ''
    case 'charCodeAt':
      return on.charCodeAt(from)
    case 'repeat':
      return on.repeat(Math.max(0, Math.min(from, REPEATED_CHARS_MAX / Math.max(1, on.length))))
    case 'trim':
      return on.trim()
    case 'toLowerCase':
      return on.toLowerCase()
    case 'toUpperCase':
      return on.toUpperCase()
    case 'toString':
    case 'valueOf':
      return on
    default:
      return undefined
  }
}

/** Patterns of the sender are never run: only those that are a plain text or one set of letters. */
function replaceText(on: string, pattern: Folded, by: Folded): Folded {
  if (typeof pattern !== 'string' || typeof by !== 'string') return undefined
  const written = /^\/([^]*)\/([a-z]*)$/.exec(pattern)
  if (written === null) return cut(on.replace(pattern, () => by))
  const [, source = '', flags = ''] = written
  const letters = /^\[([^\]\\^-]{1,100})\]\+?$/.exec(source)?.[1]
  if (letters !== undefined) {
    const set = new Set(letters)
    return cut(Array.from(on, (one) => (set.has(one) ? by : one)).join(''))
  }
  const plain = resolveEscapes(source)
  if (/[[\](){}?*+|^$]/.test(source.replace(/\\[^]/g, ''))) return undefined
  return cut(flags.includes('g') ? on.split(plain).join(by) : on.replace(plain, () => by))
}

function toInteger(value: Folded): number {
  return typeof value === 'number' && Number.isFinite(value) ? Math.trunc(value) : 0
}

export function cut(text: string): string {
  return text.length > FOLDED_CHARS_MAX ? text.slice(0, FOLDED_CHARS_MAX) : text
}
