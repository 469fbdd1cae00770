import { cut, foldFunction, foldMethod, type Folded } from './fold-calls.ts'
import { listScriptTokens, type ScriptToken } from './script-tokens.ts'

/** What a script comes to without being run. */
export interface FoldedScript {
  /** Strings that were put together or decoded, in order. */
  readonly revealed: readonly string[]
  /** Plain strings as they stand. */
  readonly strings: readonly string[]
  /** Where it sends the browser, or posts to, as far as that is known. */
  readonly targets: readonly { readonly url: string; readonly kind: 'redirect' | 'form' }[]
  /** Name under which it saves what it builds. */
  readonly downloadName: string
}

/** Steps of folding one script; each token costs a few. */
const STEPS_MAX = 1_000_000
const DEPTH_MAX = 40
const REVEALED_MAX = 500
/** Shorter strings tell nothing. */
const REVEALED_CHARS_MIN = 4
/** Shorter lists of numbers are coordinates and counts. */
const CODES_MIN = 12

/** Assigning to these, or calling them, takes the browser elsewhere. */
const REDIRECTS = new Set(['location', 'href', 'assign', 'replace', 'open', 'navigate'])
const POSTS = new Set(['fetch', 'post', 'ajax', 'url', 'action', 'sendBeacon', 'open'])

/** Folds the constant expressions of a script: strings put together, decoded, reversed, looked up. */
export function foldScript(script: string): FoldedScript {
  const folding = new Folding(listScriptTokens(script))
  folding.run()
  return folding
}

class Folding implements FoldedScript {
  readonly revealed: string[] = []
  readonly strings: string[] = []
  readonly targets: { url: string; kind: 'redirect' | 'form' }[] = []
  downloadName = ''
  readonly #tokens: readonly ScriptToken[]
  readonly #variables = new Map<string, Folded>()
  /** Variables that strings were added to; what they come to in the end is what counts. */
  readonly #grown = new Set<string>()
  #at = 0
  #stepsLeft = STEPS_MAX

  constructor(tokens: readonly ScriptToken[]) {
    this.#tokens = tokens
  }

  run(): void {
    for (let at = 0; at < this.#tokens.length && this.#stepsLeft > 0; ) {
      const name = this.#assignedAt(at)
      const start = name === undefined ? at : at + 2 + (this.#text(at + 1) === '+' ? 1 : 0)
      this.#at = start
      const value = this.#sum(0)
      if (name !== undefined) this.#assign(name, value, this.#text(at + 1) === '+')
      if (value !== undefined) this.#keep(value, start)
      at = value === undefined ? (name === undefined ? at + 1 : start) : Math.max(this.#at, at + 1)
    }
    for (const name of this.#grown) {
      const value = this.#variables.get(name)
      if (typeof value === 'string') this.revealed.push(value)
    }
  }

  /** `name =`, `name +=` or `name:`; a comparison is none. */
  #assignedAt(at: number): string | undefined {
    const token = this.#tokens[at]
    if (token?.kind !== 'word' && token?.kind !== 'string') return undefined
    const next = this.#text(at + 1)
    if (next === '+' && this.#text(at + 2) === '=' && token.kind === 'word') return token.text
    if (next === ':' && this.#text(at - 1) !== '?') return token.text
    if (next !== '=' || token.kind !== 'word') return undefined
    return this.#text(at + 2) === '=' || this.#text(at + 2) === '>' ? undefined : token.text
  }

  #assign(name: string, value: Folded, isAdded: boolean): void {
    const before = this.#variables.get(name)
    const joined =
      isAdded && typeof before === 'string' && typeof value === 'string'
        ? cut(before + value)
        : value
    // A value that is not known must not leave an older one standing.
    this.#pay(joined)
    if (this.#variables.size < 20_000) this.#variables.set(name, joined)
    if (typeof joined !== 'string') return
    if (isAdded) this.#grown.add(name)
    if (name === 'download') this.downloadName ||= joined
    if (REDIRECTS.has(name)) this.#addTarget(joined, 'redirect')
    if (POSTS.has(name)) this.#addTarget(joined, 'form')
  }

  #keep(found: Folded, start: number): void {
    // A list of character codes is a text for whatever is called with it.
    const isCodes = Array.isArray(found) && found.length >= CODES_MIN
    const value = isCodes ? foldFunction('fromCharCode', found) : found
    if (typeof value !== 'string' || value.length < REVEALED_CHARS_MIN) return
    const isPlain = this.#at - start === 1
    const list = isPlain && this.#tokens[start]?.kind === 'string' ? this.strings : this.revealed
    if (list.length < REVEALED_MAX * (isPlain ? 10 : 1)) list.push(value)
    if (this.#text(start - 1) === ',' && this.#isOpenCall(start)) this.#addTarget(value, 'form')
    // The bracket of the call is taken for one around a value when the function is not known.
    const isBracket = this.#text(start) === '('
    if (!isBracket && this.#text(start - 1) !== '(') return
    const called = this.#text(start - (isBracket ? 1 : 2))
    if (REDIRECTS.has(called)) this.#addTarget(value, 'redirect')
    else if (POSTS.has(called)) this.#addTarget(value, 'form')
  }

  /** `request.open('POST', target)`. */
  #isOpenCall(start: number): boolean {
    return this.#text(start - 3) === '(' && this.#text(start - 4) === 'open'
  }

  #addTarget(url: string, kind: 'redirect' | 'form'): void {
    const isWeb = /^\s*(?:https?:)?\/\/[^\s/]/i.test(url)
    if (isWeb && this.targets.length < REVEALED_MAX) this.targets.push({ url: url.trim(), kind })
  }

  #text(at: number): string {
    return this.#tokens[at]?.text ?? ''
  }

  #isSign(sign: string): boolean {
    const token = this.#tokens[this.#at]
    return token?.kind === 'sign' && token.text === sign
  }

  /** Terms joined by operators, from left to right; `+` with something unknown keeps what is known. */
  #sum(depth: number): Folded {
    let left = this.#term(depth)
    while (left !== undefined && this.#stepsLeft-- > 0) {
      const operator = this.#tokens[this.#at]
      if (operator?.kind !== 'sign' || !'+-*^%'.includes(operator.text)) break
      if (this.#text(this.#at + 1) === '=') break
      const back = this.#at++
      const right = this.#term(depth)
      if (right === undefined && typeof left !== 'string') {
        this.#at = back
        break
      }
      left = combine(left, operator.text, right)
      this.#stepsLeft -= typeof left === 'string' ? left.length >> 8 : 0
      if (right === undefined) break
    }
    return left
  }

  #term(depth: number): Folded {
    const token = this.#tokens[this.#at]
    if (token === undefined || depth > DEPTH_MAX || this.#stepsLeft-- <= 0) return undefined
    if (token.kind === 'string' || token.kind === 'pattern') {
      this.#at++
      return this.#members(token.text, depth)
    }
    if (token.kind === 'number') {
      this.#at++
      return this.#members(Number(token.text), depth)
    }
    if (token.kind === 'word') return this.#named(token.text, depth)
    if (token.text === '[') return this.#members(this.#list(']', depth), depth)
    if (token.text === '(') {
      this.#at++
      const value = this.#sum(depth + 1)
      if (value === undefined || !this.#isSign(')')) return undefined
      this.#at++
      return this.#members(value, depth)
    }
    return undefined
  }

  /** A variable, or a function of ours: `atob(…)`, `window.atob(…)`, `window['atob'](…)`. */
  #named(word: string, depth: number): Folded {
    this.#at++
    if (word === 'new' || word === 'typeof' || word === 'void') return undefined
    if (this.#isSign('(')) return this.#call(word, depth)
    if (this.#variables.has(word)) return this.#members(this.#variables.get(word), depth)
    const name = this.#memberName(depth)
    return name !== undefined && this.#isSign('(') ? this.#call(name, depth) : undefined
  }

  #call(name: string, depth: number): Folded {
    const start = this.#at
    const value = foldFunction(name, this.#list(')', depth) ?? [])
    this.#pay(value)
    if (value === undefined) {
      this.#at = start
      return undefined
    }
    return this.#members(value, depth)
  }

  /** Methods and places of a known value, one after the other. */
  #members(value: Folded, depth: number): Folded {
    let on = value
    while (on !== undefined && this.#stepsLeft-- > 0) {
      const back = this.#at
      const isIndex = this.#isSign('[')
      const name = this.#memberName(depth)
      if (name === undefined) {
        this.#at = back
        return on
      }
      this.#pay(on)
      if (this.#isSign('(')) on = foldMethod(on, name, this.#list(')', depth) ?? [])
      else on = isIndex || name === 'length' ? readPlace(on, name) : undefined
    }
    return on
  }

  /** Reversing a long text a thousand times is one step each by its words, and seconds by its work. */
  #pay(value: Folded): void {
    if (typeof value === 'string') this.#stepsLeft -= value.length >> 3
    else if (Array.isArray(value)) this.#stepsLeft -= value.length
  }

  /** `.name` or `['name']`. */
  #memberName(depth: number): string | undefined {
    if (this.#isSign('.')) {
      const token = this.#tokens[this.#at + 1]
      if (token?.kind !== 'word') return undefined
      this.#at += 2
      return token.text
    }
    if (!this.#isSign('[')) return undefined
    this.#at++
    const value = this.#sum(depth + 1)
    if (value === undefined || Array.isArray(value) || !this.#isSign(']')) return undefined
    this.#at++
    return String(value)
  }

  /** Everything up to the closing bracket; an item that is not known is skipped over. */
  #list(close: ')' | ']', depth: number): Folded[] | undefined {
    this.#at++
    const items: Folded[] = []
    while (!this.#isSign(close)) {
      if (this.#at >= this.#tokens.length || this.#stepsLeft-- <= 0) return undefined
      const value = this.#sum(depth + 1)
      items.push(value)
      if (this.#isSign(',')) this.#at++
      else if (!this.#isSign(close)) return undefined
    }
    this.#at++
    return items
  }
}

function combine(left: Folded, operator: string, right: Folded): Folded {
  if (operator === '+' && (typeof left === 'string' || typeof right === 'string')) {
    if (Array.isArray(left) || Array.isArray(right)) return undefined
    return cut(`${String(left)}${right === undefined ? '' : String(right)}`)
  }
  if (typeof left !== 'number' || typeof right !== 'number') return undefined
  if (operator === '+') return left + right
  if (operator === '-') return left - right
  if (operator === '*') return left * right
  return operator === '^' ? left ^ right : left % right
}

function readPlace(on: Folded, name: string): Folded {
  if (typeof on !== 'string' && !Array.isArray(on)) return undefined
  const list: string | readonly Folded[] = on
  return name === 'length' ? list.length : list[Number(name)]
}
