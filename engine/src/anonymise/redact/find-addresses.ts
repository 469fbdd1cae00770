import { HOST } from './host-expression.ts'

/** The sign between the two halves, written plainly, defanged or escaped as in a link, and what follows it. */
const AT_HOST = new RegExp(String.raw`(?:@|%40|\[@\]|\[at\]|\(at\))${HOST}`, 'giu')
const LOCAL_SIGN = /[A-Za-z\d.!#$%&'*+/=?^_\x60{|}~-]/u
/** RFC 5321 §4.5.3.1.1 allows 64. */
const LOCAL_CHARS_MAX = 80

export interface WrittenAddress {
  readonly start: number
  readonly value: string
}

/**
 * Mail addresses in a text. The first half is looked for backwards from the sign between the halves: an expression
 * that begins with it tries eighty letters at every letter of a text without a single address.
 */
export function findAddresses(text: string): readonly WrittenAddress[] {
  const found: WrittenAddress[] = []
  let before = 0
  for (const { 0: rest, index } of text.matchAll(AT_HOST)) {
    const start = findStart(text, index, Math.max(before, index - LOCAL_CHARS_MAX))
    if (start === index) continue
    before = index + rest.length
    found.push({ start, value: text.slice(start, before) })
  }
  return found
}

function findStart(text: string, end: number, from: number): number {
  let start = end
  while (start > from && LOCAL_SIGN.test(text.charAt(start - 1))) start--
  return start
}
