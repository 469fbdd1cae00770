import { maskMultibyte } from '../../charset/mask-multibyte.ts'

/** A half-open range of the text that was read. */
export interface TextSpan {
  readonly start: number
  readonly end: number
}

/** One mailbox as spans of the text it was read from. */
export interface MailboxToken {
  /** Pieces of the display name in order: words and the inside of quoted strings. */
  readonly words: readonly TextSpan[]
  readonly comments: readonly TextSpan[]
  /** What stands in angle brackets, or the bare word with an `@`. */
  readonly address: TextSpan
}

/** A reader's state: where it is, what it holds, and which closing characters the text lacks. */
interface Reader {
  readonly text: string
  readonly found: MailboxToken[]
  at: number
  words: TextSpan[]
  comments: TextSpan[]
  address: TextSpan | undefined
  isAngle: boolean
  /**
   * Openers that are ordinary characters from here on, because nothing closes them. Without this
   * memory a header of 200,000 `<` would be searched to its end 200,000 times.
   */
  readonly unclosed: Set<string>
}

/**
 * Finds the mailboxes of an address list (RFC 5322 §3.4), leniently and in one pass: groups,
 * nested comments, quoted strings, `<<a@b>>`, a comma inside an unquoted name, missing commas.
 * Every address that any mail program might show is found: two readings of one header are an attack.
 */
export function findMailboxes(raw: string, mailboxesMax: number): readonly MailboxToken[] {
  const reader: Reader = {
    text: maskMultibyte(raw),
    found: [],
    at: 0,
    words: [],
    comments: [],
    address: undefined,
    isAngle: false,
    unclosed: new Set(),
  }
  while (reader.at < reader.text.length && reader.found.length < mailboxesMax) readToken(reader)
  finishMailbox(reader)
  return reader.found
}

// White space is ASCII's alone: one byte stands for one character here, and 0xA0, which `\s` counts as a
// space, is part of à and 締 in UTF-8.
function readToken(reader: Reader): void {
  const char = reader.text[reader.at] ?? ''
  if (/[ \t\r\n\f\v\0>]/.test(char)) reader.at += 1
  else if (char === ',' || char === ';') readSeparator(reader, char)
  else if (char === ':') readGroupStart(reader)
  else if (reader.unclosed.has(char)) readWord(reader)
  else if (char === '"') readQuoted(reader)
  else if (char === '(') readComment(reader)
  else if (char === '<') readAngle(reader)
  else readWord(reader)
}

/** "Yamada, Taro <a@b>": words before an unquoted comma belong to the mailbox that follows. */
function readSeparator(reader: Reader, char: string): void {
  if (reader.address !== undefined || char === ';') finishMailbox(reader)
  reader.at += 1
}

/** What stands before a colon is the name of a group, or a stray "mailto". */
function readGroupStart(reader: Reader): void {
  finishMailbox(reader)
  reader.at += 1
}

function readQuoted(reader: Reader): void {
  const { text, at } = reader
  const end = findQuoteEnd(text, at)
  if (end === undefined) {
    reader.unclosed.add('"')
    return
  }
  if (text[end + 1] === '@') {
    readBareAddress(reader, at, findWordEnd(reader, end + 1))
    return
  }
  if (end > at + 1) reader.words.push({ start: at + 1, end })
  reader.at = end + 1
}

function readComment(reader: Reader): void {
  const end = findCommentEnd(reader.text, reader.at)
  if (end === undefined) {
    reader.unclosed.add('(')
    return
  }
  reader.comments.push({ start: reader.at + 1, end })
  reader.at = end + 1
}

/** The innermost brackets hold the address; a bare address before them is shown as the name. */
function readAngle(reader: Reader): void {
  const close = reader.text.indexOf('>', reader.at)
  if (close < 0) {
    reader.unclosed.add('<')
    return
  }
  if (reader.address !== undefined && !reader.isAngle) reader.words.push(reader.address)
  else if (reader.address !== undefined) finishMailbox(reader)
  const start = reader.text.lastIndexOf('<', close) + 1
  reader.words.push(...findWords(reader.text, reader.at + 1, start - 1))
  reader.address = { start, end: close }
  reader.isAngle = true
  reader.at = close + 1
}

function readWord(reader: Reader): void {
  const { text, at: start } = reader
  // A bracket or quote that nothing closes is noise in front of a word: "<a@b".
  if (reader.unclosed.has(text[start] ?? '')) {
    reader.at += 1
    return
  }
  const end = findWordEnd(reader, start)
  if (text.slice(start, end).includes('@', 1)) {
    readBareAddress(reader, start, end)
    return
  }
  reader.words.push({ start, end })
  reader.at = end
}

function readBareAddress(reader: Reader, start: number, end: number): void {
  if (reader.address !== undefined) finishMailbox(reader)
  reader.address = { start, end }
  reader.isAngle = false
  reader.at = end
}

function finishMailbox(reader: Reader): void {
  const { words, comments, address } = reader
  if (address !== undefined) reader.found.push({ words, comments, address })
  reader.words = []
  reader.comments = []
  reader.address = undefined
  reader.isAngle = false
}

function findQuoteEnd(text: string, start: number): number | undefined {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '"') return at
  }
  return undefined
}

function findCommentEnd(text: string, start: number): number | undefined {
  let depth = 0
  for (let at = start; at < text.length; at++) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '(') depth += 1
    else if (text[at] === ')' && --depth === 0) return at
  }
  return undefined
}

function findWords(text: string, start: number, end: number): readonly TextSpan[] {
  return [...text.slice(start, Math.max(start, end)).matchAll(/[^ \t\r\n\f\v<>"]+/g)].map(
    (match) => ({
      start: start + match.index,
      end: start + match.index + match[0].length,
    }),
  )
}

function findWordEnd({ text }: Reader, start: number): number {
  let hasAt = false
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at] ?? ''
    if (/[ \t\r\n\f\v,;\0]/.test(char) || (char === ':' && !hasAt)) return at
    if (/["(<]/.test(char)) return at
    if (char === '@') hasAt = true
  }
  return text.length
}
