import type { ByteRange, HeaderField, Message } from '../../evidence/message.ts'

/** Where signs are missing: in the sender's name, the subject, the head of the text. */
export type LostSigns = readonly [
  name: ByteRange | undefined,
  subject: ByteRange | undefined,
  body: ByteRange | undefined,
]

/** Marks at the start of a word, with something behind: `?? 人事部`, `[????] notice`. Not `really??`. */
const LEADING_MARKS =
  /(?:^|[[【(「"'：:|/-])[ ]{0,2}\?{2,40}(?: {0,2}\?{1,40}){0,8}(?=[ ]{0,2}[\p{L}\p{N}<\]】)」"'_:：|/-])/u
/** A name that is nothing but marks, in two words or long. */
const ONLY_MARKS = /^\s{0,4}(?:\?{2,20}[ \u3000]{1,2}\?{2,20}|\?{4,40})\s{0,4}$/
const GREETED_MARKS =
  /^[ \t]{0,4}(?:dear|hi|hello|attn|to)\.?:?[ ]{1,2}(?:mr\.?|ms\.?|mrs\.?)?[ ]{0,2}\?{2,20}(?: {0,2}\?{1,20}){0,4}(?=[ ,:;-]|$)/imu
/** `Position: ????`; two marks alone are how people write that they do not know. */
const LABELLED_MARKS =
  /^[ \t]{0,4}[\p{L} ]{2,30}[:：][ ]{0,3}\?{4,40}(?: ?\?{1,40}){0,8}[ ]{0,3}$/mu
/** Two of them, or one in a word, that no decoder of ours put there. */
const REPLACED = /\ufffd/

const BODY_CHARS_MAX = 2_000

export function findLostSigns(message: Message): LostSigns {
  const name = message.from?.displayName ?? ''
  const { subject } = message
  const head = message.shownText.slice(0, BODY_CHARS_MAX)
  const hasMarks = (text: string) => text.includes('??')
  const isSent = (text: string, wasSent: () => boolean) => text.includes('\ufffd') && wasSent()
  return [
    (hasMarks(name) ? findFirst(name, [LEADING_MARKS, ONLY_MARKS]) : undefined) ??
      (isSent(name, () => isInField(message, message.from?.header))
        ? findFirst(name, [REPLACED])
        : undefined),
    (hasMarks(subject) ? findFirst(subject, [LEADING_MARKS]) : undefined) ??
      (isSent(subject, () => isInField(message, message.header('subject')[0]))
        ? findFirst(subject, [REPLACED])
        : undefined),
    hasMarks(head) ? findFirst(head, [GREETED_MARKS, LABELLED_MARKS]) : undefined,
  ]
}

function findFirst(text: string, signs: readonly RegExp[]): ByteRange | undefined {
  for (const sign of signs) {
    const match = sign.exec(text)
    if (match !== null && match[0] !== '')
      return { start: match.index, end: match.index + match[0].length }
  }
  return undefined
}

/** U+FFFD in UTF-8: the sender's tool wrote it. Ours writes it only for bytes that are no text. */
const REPLACEMENT = Buffer.from('\ufffd', 'utf8')

function isInField(message: Message, field: HeaderField | undefined): boolean {
  if (field === undefined) return false
  const { start, end } = field.valueRange
  const raw = Buffer.from(message.bytes.subarray(start, end))
  if (raw.includes(REPLACEMENT)) return true
  const text = raw.toString('latin1')
  if (/=EF=BF=BD/i.test(text)) return true
  return [...text.matchAll(/=\?utf-?8\?b\?([A-Za-z0-9+/=]{4,500})\?=/gi)].some(([, word = '']) =>
    Buffer.from(word, 'base64').includes(REPLACEMENT),
  )
}
