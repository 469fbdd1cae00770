/** A word of a line; quoted ones may hold anything and join without a space. */
export interface Token {
  readonly text: string
  readonly isQuoted: boolean
}

/** One record or comment as it stands in the text. */
export interface Entry {
  /** Line on which it begins, counted from 1. */
  readonly line: number
  readonly tokens: readonly Token[]
  /** The line begins with a space: in a zone file it goes on about the name above (RFC 1035 §5.1). */
  readonly isIndented: boolean
  /** What stands behind `;` when the whole line is a comment, as dig's headings are. */
  readonly comment?: string
  /** A quotation mark without its partner: something was cut when it was copied. */
  readonly isBroken: boolean
}

/** An entry while it is read. */
type OpenEntry = { -readonly [Key in keyof Entry]: Entry[Key] } & { tokens: Token[] }

/** Quoted strings, brackets, comments, line ends, spaces, words: each piece of the text is one of them. */
const PIECE =
  /"((?:[^"\\\r\n]|\\[^\r\n])*)("?)|[()]|\r?\n|[^\S\r\n]+|;[^\r\n]*|(?:[^\s"();\\]|\\[^\r\n]|(?<=\S);|\\)+/g

/**
 * Text in the form of zone files (RFC 1035 §5.1) to entries: brackets join lines, `;` begins a comment
 * unless it stands right behind a word, where people forget the quotation marks of `v=DMARC1; p=none`.
 */
export function readEntries(text: string): Entry[] {
  const entries: Entry[] = []
  let line = 1
  let depth = 0
  let open = startEntry(line)
  const close = () => {
    if (open.tokens.length > 0 || open.comment !== undefined) entries.push(open)
  }
  let isAtStart = true
  for (const [piece, quoted, end] of text.matchAll(PIECE)) {
    if (piece === '\n' || piece === '\r\n') {
      line += 1
      // An empty line ends what somebody forgot to close.
      if (isAtStart) depth = 0
      isAtStart = true
      if (depth > 0) continue
      close()
      open = startEntry(line)
      continue
    }
    if (piece === '(') depth += 1
    else if (piece === ')') depth = Math.max(0, depth - 1)
    else if (quoted !== undefined) {
      open.tokens.push({ text: unescape(quoted), isQuoted: true })
      if (end === '') open.isBroken = true
    } else if (piece.startsWith(';')) {
      if (isAtStart && depth === 0) open.comment = piece.replace(/^;+\s*/, '')
    } else if (piece.trim() === '') open.isIndented ||= isAtStart && open.tokens.length === 0
    else open.tokens.push({ text: unescape(piece), isQuoted: false })
    isAtStart = false
  }
  close()
  return entries
}

function startEntry(line: number): OpenEntry {
  return { line, tokens: [], isIndented: false, isBroken: false }
}

/** `\"` is the mark itself, `\227` the byte of that number (RFC 1035 §5.1). */
function unescape(text: string): string {
  return text.replace(/\\(\d{3}|[^])/g, (_, what: string) =>
    what.length === 3 ? String.fromCharCode(Number(what) & 0xff) : what,
  )
}
