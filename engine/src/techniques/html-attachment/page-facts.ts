import type { Bilingual } from '../../bilingual.ts'
import type { Artefact } from '../../evidence/artefact.ts'
import type { Message } from '../../evidence/message.ts'
import type { SignKind } from '../../files/file-reading.ts'
import type { LureId } from '../../lures/lure.ts'
import type { DoubtfulTarget } from '../reading/doubtful-target.ts'
import { readMailLures } from '../reading/mail-lures.ts'
import { listRecipients } from '../reading/recipients.ts'
import type { TechniqueContext } from '../technique.ts'

/** Something a page does that speaks against it, and how much. */
export interface Fact extends Bilingual {
  readonly points: number
  readonly sign?: SignKind
}

/** What a page does with whoever opens it. */
export function listFacts(
  message: Message,
  artefact: Artefact,
  context: TechniqueContext,
  targets: readonly DoubtfulTarget[],
): readonly Fact[] {
  const signs = new Map((artefact.reading?.signs ?? []).map((sign) => [sign.kind, sign]))
  const links = context.links.filter(({ path }) => path === artefact.path)
  const posts = targets.length > 0 && links.some(({ kind }) => kind === 'form')
  const moves = targets.length > 0 && links.some(({ kind }) => kind === 'redirect')
  const isBot =
    BOT.test(signs.get('html-form')?.excerpt ?? '') || links.some(({ url }) => BOT.test(url))
  const asksPassword = signs.has('html-password-field')
  const facts: Fact[] = []
  const goesHome = targets.length === 0 && !isBot && links.some(({ kind }) => kind === 'form')
  // A page that asks for a password and sends it nowhere opens itself with it, as encrypted reports
  // do; one that sends it to the sender's own portal is how portals send mail.
  const isPressed = asksPassword && isPressing(message, context)
  if (asksPassword && (!goesHome || isPressed))
    facts.push({ ...PASSWORD, points: posts || moves || isBot || isPressed ? 3 : 1 })
  if (isBot) facts.push(BOT_POST)
  else if (posts) facts.push(POSTS)
  if (moves) facts.push(MOVES)
  if (signs.has('html-smuggling')) facts.push(SMUGGLES)
  if (signs.has('html-obfuscated-script')) facts.push(OBFUSCATED)
  if (facts.length > 0 && namesRecipient(message, artefact, context)) facts.push(PREFILLED)
  return facts
}

/** A mailbox that is full or about to be closed is renewed at its provider's, never in an attached page. */
function isPressing(message: Message, { register }: TechniqueContext): boolean {
  const sender = message.from?.organisation ?? ''
  if (register.ownerOf(sender) !== undefined) return false
  if (listRecipients(message, register).organisations.has(sender)) return false
  const lures = readMailLures(message)
  return PRESSING.some((id) => lures.find(id) !== undefined)
}

const PRESSING: readonly LureId[] = ['account-expiry', 'mailbox-quota']

const BOT = /api\.telegram\.org\/bot|discord(?:app)?\.com\/api\/webhooks/i

const PASSWORD = {
  sign: 'html-password-field',
  ja: 'パスワードの入力欄',
  en: 'a password field',
} as const
const BOT_POST: Fact = {
  sign: 'html-form',
  points: 3,
  ja: '入力内容をチャットのボットへ送る仕掛け',
  en: 'code that sends what is typed to a chat bot',
}
const POSTS: Fact = {
  sign: 'html-form',
  points: 2,
  ja: '外部へ送る入力フォーム',
  en: 'a form that posts to another site',
}
const MOVES: Fact = {
  sign: 'html-redirect',
  points: 2,
  ja: '別のページへの自動の移動',
  en: 'an automatic move to another page',
}
const SMUGGLES: Fact = {
  sign: 'html-smuggling',
  points: 3,
  ja: 'ファイルをその場で組み立てる仕掛け',
  en: 'code that builds a file on the spot',
}
const OBFUSCATED: Fact = {
  sign: 'html-obfuscated-script',
  points: 2,
  ja: '隠した文字を復元するスクリプト',
  en: 'a script that restores hidden text',
}
const PREFILLED: Fact = {
  points: 1,
  ja: '受信者のアドレス',
  en: 'the recipient’s address, filled in',
}

/** Bytes of a page searched for the recipient's address: kits fill it in near the top. */
const SOURCE_BYTES_MAX = 1024 * 1024

/** The address stands in the page, plain or in Base64: made for this one reader. */
function namesRecipient(
  message: Message,
  { content }: Artefact,
  { register }: TechniqueContext,
): boolean {
  const source = Buffer.from(content?.subarray(0, SOURCE_BYTES_MAX) ?? []).toString('latin1')
  return listRecipients(message, register).addresses.some(
    ({ address }) =>
      source.includes(address) ||
      source.includes(
        Buffer.from(address)
          .toString('base64')
          .replace(/(?<!=)=+$/, ''),
      ),
  )
}
