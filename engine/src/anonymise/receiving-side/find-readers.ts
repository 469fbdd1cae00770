import { findAddressesInText, type TextAddress } from '../../techniques/reading/text-addresses.ts'

/** Whom a text names that may be its reader. A sender writes it, so that all of it is asked about and nothing left out. */
export interface Readers {
  /** Mailboxes that the text calls its reader's: `your mailbox a@…`, `ユーザー: a@…`, `sent to a@…`. */
  readonly readers: readonly TextAddress[]
  /** Domains for whose mail somebody speaks: `…のメール管理者より`, `… mail administrator`. */
  readonly readerDomains: readonly string[]
  /** All other mailboxes in it. */
  readonly written: readonly TextAddress[]
}

const LINES_MAX = 2_000
const LINE_CHARS_MAX = 400
const WRITTEN_MAX = 100
/** Mailboxes that are looked at, whatever they turn out to be; a letter has few. */
const LOOKED_AT_MAX = 4_000

const BEFORE = new RegExp(
  [
    String.raw`\b(?:your|this|the|user(?:name)?|of|login|recipient)\b[^@\n.!?]{0,40}$`,
    String.raw`\b(?:sent|delivered|addressed|intended|e?mailed|assigned|belong(?:s|ing)?|registered|message) (?:only )?(?:to|for)\b[^@\n.!?]{0,30}$`,
    String.raw`\b(?:user(?: ?(?:name|id))?|account|mailbox|login|recipient|to|for|id)\s{0,3}[:：]\s{0,3}["'<(（「]?\s?$`,
    String.raw`(?:あなた|お客様|ご利用|貴殿|貴社|アカウント|ユーザー?|メールボックス|ログイン|宛先|対象|受信者|ID)[^@\n。]{0,14}$`,
    String.raw`^\s*(?:dear|hello|hi|hey|attn)\b[^@\n]{0,20}$`,
  ].join('|'),
  'iu',
)
const BEHIND =
  /^["'>)）」]?\s{0,3}(?:様|さま|さん|殿|宛|の(?:メールボックス|アカウント|パスワード|容量|ストレージ|メール)|(?:is|has|will|was|must|mailbox|account|password|storage|quota|e?-?mail)\b)/iu

const DOMAIN_KEEPER = new RegExp(
  String.raw`(?<![\w@./-])([a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d-]{1,63}){0,4}\.[a-z]{2,24})(?![\w@./-])(?:\s|の|　){0,3}` +
    String.raw`(?:(?:web|e-?)?mail[\s-]{0,2}|メール|ウェブメール|it[\s-]|system\s|network\s|server\s|アカウント|システム|ネットワーク|サーバー?){0,2}` +
    String.raw`(?:管理|サポート|ヘルプデスク|運営|担当|admin|support|help\s?desk|postmaster|webmail|server|service|team|security)`,
  'giu',
)

/** Whom the text of a mail names as its reader, and whom it names else. */
export function findReaders(text: string): Readers {
  const readers: TextAddress[] = []
  const readerDomains: string[] = []
  const written: TextAddress[] = []
  // A line that stands there a thousand times says what it says once.
  const lines = new Set(
    text.split(/\r?\n/u, LINES_MAX).map((line) => line.slice(0, LINE_CHARS_MAX)),
  )
  for (const read of lines) {
    if (!read.includes('.')) continue
    for (const [, domain = ''] of read.matchAll(DOMAIN_KEEPER))
      readerDomains.push(domain.toLowerCase())
    const isFull = readers.length >= WRITTEN_MAX && written.length >= WRITTEN_MAX
    let from = 0
    const isRead = !isFull && readers.length + written.length < LOOKED_AT_MAX
    for (const one of isRead && read.includes('@') ? findAddressesInText(read) : []) {
      const at = read.indexOf(one.address, from)
      const isReader =
        BEFORE.test(read.slice(from, at)) || BEHIND.test(read.slice(at + one.address.length))
      from = at + one.address.length
      ;(isReader ? readers : written).push(one)
    }
  }
  return {
    readers: readers.slice(0, WRITTEN_MAX),
    readerDomains: [...new Set(readerDomains)].slice(0, WRITTEN_MAX),
    written: written.slice(0, WRITTEN_MAX),
  }
}
