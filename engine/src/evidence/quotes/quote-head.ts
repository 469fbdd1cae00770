import { listNext, type QuoteLine } from './quote-line.ts'

/** What mail programs write above a mail that they quote, in the languages that they speak. */
const LABELS = {
  from:
    'from|差出人|送信者|送信元|発信者|von|van|de|da|fra|från|od|od kogo|от|від|kimden|gönderen|lähettäjä|feladó|expéditeur|mittente|remitente|afzender|' +
    '发件人|寄件者|寄件人|보낸 ?사람|từ|จาก',
  date:
    'sent|date|送信日時|送信日|送信済み|受信日時|日時|日付|gesendet|datum|verzonden|envoyé(?: le)?|enviado(?: el)?|enviada(?: em)?|inviato|data|skickat|sendt|' +
    'dátum|fecha|wysłano|odesláno|отправлено|дата|надіслано|gönderildi|gönderilme tarihi|tarih|lähetetty|päiväys|elküldve|' +
    '发送时间|发送日期|日期|寄件日期|傳送時間|보낸 ?날짜|날짜|đã gửi|ngày|ส่ง|วันที่',
  to: 'to|宛先|受信者|an|aan|à|a|para|til|till|do|komu|кому|kime|alıcı|vastaanottaja|címzett|destinatario|收件人|收件者|받는 ?사람|đến|tới|ถึง',
  subject:
    'subject|件名|題名|题名|betreff|objet|asunto|assunto|onderwerp|oggetto|ämne|emne|temat|předmět|тема|konu|aihe|tárgy|主题|主旨|제목|chủ đề|tiêu đề|เรื่อง',
} as const

const FIELD = new RegExp(
  `^[\\s>*_]{0,12}(?:${Object.entries(LABELS)
    .map(([name, labels]) => `(?<${name}>${labels})`)
    .join('|')}|cc|カーボンコピー)[\\s*_]{0,12}:`,
  'iu',
)
const SEPARATOR =
  /^[\s>]{0,12}(?:[-_*=–—]{2,60}\s{0,8}(?:(?:mail |messaggio |mensaje |mensagem |oryginalna |původní )?original|message d|forwarded|元の|オリジナル|転送|以下|weitergeleitete|ursprüngliche|ursprungligt|oprindelig|opprinnelig|oorspronkelijk|messaggio|mensaje|mensagem|wiadomość|původní|исходное|пересылаемое|원본|전달|原始|原邮件|转发|轉寄|thư gốc|ข้อความ)|begin forwarded message|転送されたメッセージ)/iu

/** Full-width signs as others, and 差 出 人 without its spaces. */
const toPlain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/^[\s>*_]{0,12}\p{Script=Han}(?:\s{1,4}\p{Script=Han}){1,4}(?=\s{0,8}:)/u, (label) =>
      label.replace(/\s/gu, ''),
    )

const fieldOf = (text: string): RegExpExecArray | null => FIELD.exec(toPlain(text))

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
  if (SEPARATOR.test(toPlain(first)))
    return listNext(lines, at + 1, LINES_BELOW_SEPARATOR).some(({ text }) => fieldOf(text) !== null)
  if (fieldOf(first) === null) return false
  const found = new Set<string>()
  let folded = 0
  for (const { text } of listNext(lines, at, HEAD_LINES)) {
    const groups = fieldOf(text)?.groups
    if (groups === undefined && (folded += 1) > FOLDED_LINES_MAX) break
    if (groups === undefined && !/[@;]/u.test(text)) break
    for (const [name, value] of Object.entries(groups ?? {})) if (value) found.add(name)
  }
  return found.has('from') && found.size >= FIELDS_MIN
}

/** Whether this line names who wrote the quoted mail. */
export const isAuthorLine = ({ text }: QuoteLine): boolean =>
  fieldOf(text)?.groups?.['from'] !== undefined
