import type { PersonalMatch } from './find-personal.ts'

/** First line of a signature: a rule, or a closing formula. */
const RULE = /^(?:--\s*|[-=_*─━―＝－＿*＊]{3,80}\s*)$/u
const CLOSING =
  /^(?:敬具|以上|(?:kind |best |warm )?regards|sincerely(?: yours)?|yours (?:sincerely|truly|faithfully)|thanks|thank you|cheers)[,.。]?\s*$/iu
/** A signature is short; what stands further down is text again. */
const SIGNATURE_LINES_MAX = 12
/** What makes the lines after a rule a signature rather than the next chapter. */
const CONTACT =
  /@|tel|fax|電話|〒|https?:|www\.|\d{2,4}-\d{2,4}-\d{3,4}|\+\d{2}|株式会社|\(株\)|㈱|部$|課$/iu

const QUOTED_LINE = /^\s{0,3}[>＞|]/u
const QUOTE_HEAD =
  /^(?:-{2,60}\s{0,8}(?:original message|forwarded message|転送されたメッセージ|元のメッセージ)\s{0,8}-{2,60}|on .{4,120} wrote:|.{4,80}のメール[:：]|(?:差出人|from)\s{0,8}[:：].{1,200})\s{0,8}$/iu

/**
 * Signatures and quoted mail. Both are left out whole: a quoted exchange shows a business
 * relation even when every name in it is replaced (T17).
 */
export function findBlocks(text: string): readonly PersonalMatch[] {
  const lines = toLines(text)
  return [...findQuotes(lines), ...findSignatures(lines)]
}

interface Line {
  readonly text: string
  readonly start: number
  readonly end: number
}

function toLines(text: string): readonly Line[] {
  let start = 0
  return text.split('\n').map((line) => {
    const here = { text: line.replace(/\r$/u, ''), start, end: start + line.length }
    start += line.length + 1
    return here
  })
}

function findQuotes(lines: readonly Line[]): readonly PersonalMatch[] {
  const matches: PersonalMatch[] = []
  for (let index = 0; index < lines.length; index += 1) {
    const head = lines[index]
    if (head === undefined) break
    if (index > 0 && QUOTE_HEAD.test(head.text) && !isQuoted(lines[index + 1])) {
      // Everything below an Outlook-style head is the earlier mail.
      const last = lines.at(-1) ?? head
      return [...matches, { start: head.start, end: last.end, kind: 'quote' }]
    }
    if (!isQuoted(head)) continue
    let last = index
    while (isQuoted(lines[last + 1])) last += 1
    matches.push({ start: head.start, end: lines[last]?.end ?? head.end, kind: 'quote' })
    index = last
  }
  return matches
}

const isQuoted = (line: Line | undefined): boolean =>
  line !== undefined && QUOTED_LINE.test(line.text)

function findSignatures(lines: readonly Line[]): readonly PersonalMatch[] {
  const matches: PersonalMatch[] = []
  for (let index = 0; index < lines.length; index += 1) {
    const head = lines[index]
    if (head === undefined || !(RULE.test(head.text) || CLOSING.test(head.text))) continue
    const block = signatureLines(lines.slice(index + 1, index + 1 + SIGNATURE_LINES_MAX))
    const [first, last] = [block.at(0), block.at(-1)]
    if (first === undefined || last === undefined) continue
    const isSignature = CLOSING.test(head.text) || block.some((line) => CONTACT.test(line.text))
    if (!isSignature) continue
    matches.push({ start: first.start, end: last.end, kind: 'signature' })
    index += block.length
  }
  return matches
}

/** Lines up to an empty line that follows at least one full one, or to the closing rule. */
function signatureLines(lines: readonly Line[]): readonly Line[] {
  const from = lines.findIndex((line) => line.text.trim() !== '')
  if (from < 0) return []
  const rest = lines.slice(from)
  const to = rest.findIndex((line) => line.text.trim() === '' || RULE.test(line.text))
  return to < 0 ? rest : rest.slice(0, to)
}
