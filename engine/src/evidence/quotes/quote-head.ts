import { listNext, type QuoteLine } from './quote-line.ts'

/** What mail programs write above a mail that they quote, in Japanese, English, German, French, Spanish and Chinese. */
const LABELS = {
  from: 'from|差出人|送信者|送信元|発信者|von|van|de|发件人',
  date: 'sent|date|送信日時|受信日時|日時|日付|gesendet|datum|envoyé|enviado|发送时间',
  to: 'to|宛先|受信者|an|à|para|收件人',
  subject: 'subject|件名|題名|题名|betreff|objet|asunto|主题',
} as const

const FIELD = new RegExp(
  `^[\\s>＞*_]{0,12}(?:${Object.entries(LABELS)
    .map(([name, labels]) => `(?<${name}>${labels})`)
    .join('|')}|cc|カーボンコピー)[\\s\\u3000]{0,8}[*_]{0,3}[\\s\\u3000]{0,8}[:：]`,
  'iu',
)
const SEPARATOR =
  /^[\s>＞]{0,12}(?:[-_*=–—]{2,60}\s{0,8}(?:original|forwarded|元の|オリジナル|転送|weitergeleitete|ursprüngliche|mensaje|mensagem)|begin forwarded message|転送されたメッセージ)/iu

/** Fields of a quoted mail, and lines over which a long list of addressees goes on. */
const HEAD_LINES = 8
const FOLDED_LINES_MAX = 3
const FIELDS_MIN = 2
/** Below a line that says that a mail is quoted its first field is near. */
const LINES_BELOW_SEPARATOR = 4

/**
 * Whether a quoted mail begins at this line: who sent it and one thing more, or a line that announces it and a field.
 * "From:" alone stands in notices of faxes, scans and calls, and a rule alone in any newsletter.
 */
export function isQuoteHead(lines: readonly QuoteLine[], at: number): boolean {
  const first = lines[at]?.text ?? ''
  if (SEPARATOR.test(first))
    return listNext(lines, at + 1, LINES_BELOW_SEPARATOR).some(({ text }) => FIELD.test(text))
  if (!FIELD.test(first)) return false
  const found = new Set<string>()
  let folded = 0
  for (const { text } of listNext(lines, at, HEAD_LINES)) {
    const groups = FIELD.exec(text)?.groups
    if (groups === undefined && (folded += 1) > FOLDED_LINES_MAX) break
    if (groups === undefined && !/[@;]/u.test(text)) break
    for (const [name, value] of Object.entries(groups ?? {})) if (value) found.add(name)
  }
  return found.has('from') && found.size >= FIELDS_MIN
}

/** Whether this line names who wrote the quoted mail. */
export const isAuthorLine = ({ text }: QuoteLine): boolean =>
  FIELD.exec(text)?.groups?.from !== undefined
