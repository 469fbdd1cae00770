/** A mail as somebody's mail program quotes it in a forward. */
export interface QuotedMail {
  /** Header values as shown, by English field name in lower case. */
  readonly fields: ReadonlyMap<QuotedField, string>
  /** Text below the quoted header. */
  readonly text: string
  /** Where in the text lines follow that are not marked as quoted, though the quoted header is. */
  readonly unmarkedAt?: number
}

export type QuotedField = 'from' | 'to' | 'cc' | 'subject' | 'date' | 'reply-to'

/** How mail programs in Japanese and English name the fields of a quoted header. */
const LABELS: readonly (readonly [QuotedField, string])[] = [
  [
    'from',
    'From|差出人|送信者|送信元|发件人|寄件者|寄件人|보낸 사람|보낸사람|Von|De|Da|Van|Från|Fra|Od|От',
  ],
  ['to', 'To|宛先|受信者|送信先|收件人|收件者|받는 사람|받는사람|An|À|Para|A|Aan|Till|Til|Do|Кому'],
  ['cc', 'Cc|カーボンコピー|抄送|副本|참조|Kopie|Копия'],
  [
    'subject',
    'Subject|件名|题名|主题|主旨|제목|Betreff|Objet|Asunto|Assunto|Oggetto|Onderwerp|Ämne|Emne|Temat|Тема',
  ],
  [
    'date',
    'Date|Sent|送信日時|日時|日付|受信日時|送信日|发送时间|日期|寄件日期|보낸 날짜|날짜|Gesendet|Datum|Envoyé|Enviado el|Enviado|Fecha|Data|Inviato|Verzonden|Skickat|Sendt|Wysłano|Дата|Отправлено',
  ],
  ['reply-to', 'Reply-To|Reply To|返信先'],
]

/** Any of those names, as an alternative of an expression. */
export const LABEL_NAMES = LABELS.map(([, names]) => names).join('|')

const LABEL = new RegExp(
  `^[*_\\s]{0,12}(${LABEL_NAMES})[ \\t\\u3000]{0,8}[*_]{0,3}[ \\t\\u3000]{0,8}[:：][*_]*[ \\t\\u3000]*(.*)$`,
  'i',
)

/** Groupware writes them without a colon; that counts only below a line that says that a mail follows. */
const BARE_LABEL = new RegExp(`^(${LABEL_NAMES})[ \\t\\u3000]{1,8}(\\S.*)$`, 'i')

/** Lines that separate the forwarder's words from the quoted mail; the header may also stand alone. */
const SEPARATOR =
  /^[\s>]{0,40}(?:[-_–—=*]{2,60}\s{0,8}(?:original message|forwarded message|元のメッセージ|元のメール|転送(?:された|元)?メッセージ|転送メール|オリジナルメッセージ|forwarded by .{0,80}|original mail|原始邮件|原始郵件|转发的?邮件|转发邮件信息|轉寄的?郵件|원본 메시지|전달된 메시지|weitergeleitete nachricht|ursprüngliche nachricht|message (?:transféré|d'origine|original)|mensaje (?:reenviado|original)|mensagem (?:encaminhada|original)|messaggio (?:inoltrato|originale))\s{0,8}[-_–—=*]{2,60}|(?:begin forwarded message|début du message (?:transféré|réexpédié)|anfang der weitergeleiteten (?:nachricht|e-mail)|inizio messaggio inoltrato|inicio del mensaje reenviado)\s*[:：]|転送されたメッセージ\s*[:：]|_{10,}|-{10,})\s*$/i

/** Lines a quoted header may take, wrapped recipients included. */
const HEADER_LINES_MAX = 40
/** Characters of a line that are read; a body line this long has lost nothing a reader would miss. */
const LINE_CHARS_MAX = 10_000
/** Quoting deeper than this is no forward but an old thread, or an attack on our time. */
const QUOTE_DEPTH_MAX = 20
/** Lines of a forward that are looked through. */
const LINES_MAX = 20_000

/**
 * The first mail quoted in the text of a forward: Outlook, Gmail, Apple Mail and Thunderbird, in
 * Japanese and English. A header counts when it names a sender and two other things, because people
 * also write "From:" and "件名:" into ordinary sentences.
 */
export function findQuotedMail(text: string): QuotedMail | undefined {
  const lines = text.split(/\r\n|\r|\n/, LINES_MAX).map((line) => line.slice(0, LINE_CHARS_MAX))
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const isAnnounced = SEPARATOR.test(line)
    const quoted = readQuotedMail(lines, isAnnounced ? skipBlank(lines, at + 1) : at, isAnnounced)
    if (quoted !== undefined) return quoted
  }
  return undefined
}

function skipBlank(lines: readonly string[], start: number): number {
  let at = start
  while (at < lines.length && isBlank(lines[at])) at += 1
  return at
}

function isBlank(line: string | undefined): boolean {
  return /^[\s>\u3000]*$/.test(line ?? '')
}

function readQuotedMail(
  lines: readonly string[],
  start: number,
  isAnnounced: boolean,
): QuotedMail | undefined {
  const readLabel = (line: string): RegExpExecArray | null =>
    LABEL.exec(line) ?? (isAnnounced ? BARE_LABEL.exec(line) : null)
  const quote = /^(?:>\s?)*/.exec(lines[start] ?? '')?.[0] ?? ''
  const depth = quote.replace(/[^>]/g, '').length
  if (depth > QUOTE_DEPTH_MAX || readLabel(unquote(lines[start], depth)) === null) return undefined
  const fields = new Map<QuotedField, string>()
  let last: QuotedField | undefined
  let at = start
  for (; at < lines.length && at < start + HEADER_LINES_MAX; at++) {
    const line = unquote(lines[at], depth)
    const match = readLabel(line)
    const name = match === null ? undefined : toField(match[1] ?? '')
    // Apple Mail puts an empty line between the fields and the text only.
    if (isBlank(line)) break
    if (name !== undefined && fields.has(name)) break
    if (name !== undefined) {
      fields.set(name, (match?.[2] ?? '').trim())
      last = name
    } else if (last !== undefined && isWrapped(fields.get(last) ?? '', line, last)) {
      fields.set(last, `${fields.get(last) ?? ''} ${line.trim()}`)
    } else break
  }
  if (!isHeader(fields)) return undefined
  const below = lines.slice(skipBlank(lines, at))
  const body = below.map((line) => unquote(line, depth))
  const marked = depth === 0 ? -1 : below.findLastIndex((line) => /^\s?>/u.test(line))
  const unmarkedAt = body.slice(0, marked + 1).reduce((sum, { length }) => sum + length + 2, 0)
  const isUnmarked = marked >= 0 && below.slice(marked + 1).some((line) => !isBlank(line))
  return { fields, text: body.join('\r\n'), ...(isUnmarked ? { unmarkedAt } : {}) }
}

/** Recipients go on in the next line; text that follows them without an empty line is the mail's. */
function isWrapped(value: string, line: string, name: QuotedField): boolean {
  if (name !== 'to' && name !== 'cc' && name !== 'from') return false
  return /[,;、；]\s*$/.test(value) || (line.includes('@') && !/https?:/i.test(line))
}

/** Outlook shows colleagues, and whoever has a shown name, without their addresses: then more must stand there. */
function isHeader(fields: ReadonlyMap<QuotedField, string>): boolean {
  const from = fields.get('from') ?? ''
  if (from.includes('@')) return fields.size >= 3
  return from !== '' && ['to', 'date', 'subject'].every((name) => fields.has(name as QuotedField))
}

function unquote(line: string | undefined, depth: number): string {
  let rest = line ?? ''
  for (let level = 0; level < depth; level++) rest = rest.replace(/^\s?>\s?/, '')
  return rest
}

function toField(label: string): QuotedField | undefined {
  return LABELS.find(([, names]) =>
    names.toLowerCase().split('|').includes(label.toLowerCase()),
  )?.[0]
}
