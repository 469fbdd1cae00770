import { limits } from '../../limits.ts'

/** One piece of a structured field: a word, a quoted string without its quotes, `;`, `=` or a comment. */
export interface Token {
  readonly kind: 'word' | 'quoted' | 'comment' | ';' | '='
  readonly text: string
  /** No white space between it and the token before. */
  readonly isAttached: boolean
}

/**
 * Words of a structured field (RFC 8601 §2.2, RFC 5322 §3.2): comments nest, quoted strings hide
 * semicolons. A sender who may choose a local part writes `"; dmarc=pass` into it, so splitting
 * at semicolons would believe him.
 */
export function tokenise(value: string): Token[] {
  const text = value.slice(0, limits.authenticationFieldCharsMax)
  const tokens: Token[] = []
  let at = 0
  let isAttached = false
  const push = (kind: Token['kind'], end: number, content: string) => {
    tokens.push({ kind, text: content, isAttached })
    isAttached = true
    at = end
  }
  while (at < text.length) {
    const sign = text[at] ?? ''
    if (isSpace(sign)) {
      isAttached = false
      at += 1
    } else if (sign === '(') {
      const end = findCommentEnd(text, at)
      push('comment', end, text.slice(at + 1, end - 1))
    } else if (sign === '"') {
      const end = findQuoteEnd(text, at)
      push('quoted', end, text.slice(at + 1, end - 1).replace(/\\([^])/g, '$1'))
    } else if (sign === ';' || sign === '=') push(sign, at + 1, sign)
    else {
      const end = findWordEnd(text, at)
      push('word', end, text.slice(at, end))
    }
  }
  return tokens
}

function isSpace(sign: string): boolean {
  return sign === ' ' || sign === '\t' || sign === '\r' || sign === '\n'
}

/** Behind the bracket that closes this one; the end of the text when none does. */
function findCommentEnd(text: string, start: number): number {
  let depth = 0
  for (let at = start; at < text.length; at++) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '(') depth += 1
    else if (text[at] === ')') depth -= 1
    if (depth === 0) return at + 1
  }
  return text.length + 1
}

function findQuoteEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '"') return at + 1
  }
  return text.length + 1
}

function findWordEnd(text: string, start: number): number {
  WORD_END.lastIndex = start + 1
  return WORD_END.exec(text)?.index ?? text.length
}

const WORD_END = /[\s;=("]/g
