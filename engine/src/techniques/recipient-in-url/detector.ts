import type { Link, Message } from '../../evidence/message.ts'
import { defang } from '../../refang.ts'
import type { RegisterIndex } from '../../register/register.ts'
import { isBulkMail, isListMail, isNewsletter, isReply } from '../reading/mail-kind.ts'
import { placeOfLink } from '../reading/places.ts'
import { listRecipients, type Recipients } from '../reading/recipients.ts'
import { isRelated } from '../reading/relations.ts'
import { findHostingService } from '../tables/hosting-services.ts'
import { SENDING_SERVICES } from '../tables/sending-services.ts'
import {
  defineTechnique,
  type Detail,
  type FindingDraft,
  type TechniqueContext,
  type Weight,
} from '../technique.ts'
import { decodeTokens } from '../url/decode-tokens.ts'
import { organisationOfUrl, parseWebUrl, unwrapLink } from '../url/unwrap-url.ts'
import { findOtherAddress, findRecipient, type Hit, PLAIN } from './find-recipient.ts'

/** The link carries who received the mail: the page greets its victim, the attacker counts clicks. */
export const recipientInUrl = defineTechnique({
  id: 'recipient-in-url',
  title: { ja: '宛名入りのURL', en: 'Recipient written into the link' },
  about: {
    ja: 'リンクのURLに、受信者のメールアドレスや会社名を、そのまま、または符号に変えて埋め込む手口です。偽のサインイン画面にアドレスを最初から表示し、誰が開いたかも攻撃者に伝わります。',
    en: 'The link carries the recipient’s address or company, plain or encoded. The fake sign-in page shows it filled in, and the attacker learns who clicked.',
  },
  attack: ['T1566.002', 'T1598.003'],
  weight: 'medium',
  innocent: [
    {
      ja: '会員向けの案内や配信停止のリンクには、受信者を見分ける符号が入ります。',
      en: 'Notices to members and unsubscribe links carry a code for the recipient.',
    },
  ],
  blindSpots: [
    {
      ja: '攻撃者だけが知る番号で受信者を区別している場合は、読み取れません。',
      en: 'Numbers that only the attacker can assign to a recipient cannot be read.',
    },
  ],
  advice: {
    ja: 'アドレスが最初から入ったサインイン画面にパスワードを入力しないでください。',
    en: 'Do not type a password into a sign-in page that already shows your address.',
  },
  source: '2022Q4 §3.1; 2020Q1 §6',

  detect(message, context) {
    if (isListMail(message)) return []
    const recipients = listRecipients(message, context.register)
    const found = new Map<string, FindingDraft>()
    const clickable = context.links.filter(({ kind }) => kind !== 'image' && kind !== 'resource')
    const byUrl = new Map(clickable.slice(0, LINKS_MAX).map((link) => [link.url, link]))
    for (const link of byUrl.values()) {
      const draft = readLink(message, link, recipients, context)
      if (draft && !found.has(draft.say.en)) found.set(draft.say.en, draft)
      if (found.size >= FINDINGS_MAX) break
    }
    return [...found.values()]
  },
})

const LINKS_MAX = 200
const FINDINGS_MAX = 3

function readLink(
  message: Message,
  link: Link,
  recipients: Recipients,
  context: TechniqueContext,
): FindingDraft | undefined {
  // A shortener keeps its target, but hands on what stands behind the hash sign.
  const { reached, wrappers } = unwrapLink(link)
  if (isSettingsLink(link, reached) || isListManager(message, reached)) return undefined
  // A scanner writes its customer's address into what it wraps; whoever else leads on hands it to the sender.
  const leading = wrappers.filter(({ service }) => service.kind !== 'security')
  for (const url of new Set([reached, ...leading.map(({ value }) => value)])) {
    const found = readUrl(message, url, recipients, context)
    if (found === undefined) continue
    return {
      weight: found.weight,
      where: placeOfLink(message, link),
      say: describe(found.hit),
      detail: toDetail(link, reached, found.hit),
    }
  }
  return undefined
}

interface Found {
  readonly hit: Hit
  readonly weight: Weight
}

/** What one address of a link's chain carries of the recipient. */
function readUrl(
  message: Message,
  url: string,
  recipients: Recipients,
  { register }: TechniqueContext,
): Found | undefined {
  const led = organisationOfUrl(url)
  if (led === undefined || recipients.organisations.has(led)) return undefined
  if (isOwnSubject(url, led, register)) return undefined
  const from = message.from?.organisation ?? ''
  const isOwn = isRelated(from, led, register) || SENDING_SERVICES.has(led)
  if (isOwn && isBulkMail(message)) return undefined
  const tokens = decodeTokens(url)
  const hit = findRecipient(tokens, recipients) ?? findOtherAddress(tokens, [from, led])
  if (hit === undefined) return undefined
  const isHidden = !PLAIN.has(hit.token.encoding)
  // Senders write the reader's address into links to their own pages; they have no need to hide it.
  if (isOwn && (!isHidden || hit.what !== 'address' || isNewsletter(message))) return undefined
  const weight = isOwn ? 'medium' : weigh(hit, message)
  return weight === undefined ? undefined : { hit, weight }
}

function toDetail(link: Link, target: string, { token }: Hit): Detail {
  return {
    kind: 'url',
    steps: [
      ...(link.text ? [{ role: 'seen' as const, value: link.text.slice(0, 300) }] : []),
      ...unwrapLink(link).wrappers.map(({ value, service }) => ({
        role: 'wrapper' as const,
        value,
        service: service.name,
      })),
      { role: 'target', value: target },
    ],
    tokens: [{ raw: token.raw, decoded: token.decoded, encoding: token.encoding }],
  }
}

/** A calendar's or network's own links name its users; pages that users make themselves do not. */
function isOwnSubject(target: string, led: string, register: RegisterIndex): boolean {
  if (register.ownerOf(led)?.relation !== 'well-known') return false
  return findHostingService(parseWebUrl(target)?.hostname ?? '') === undefined
}

/** Leaving a list and changing one's settings need to know who one is. */
function isSettingsLink({ text = '', url }: Link, target: string): boolean {
  return /unsub|opt-?out|preference|配信停止|配信解除|購読|退会|登録情報|settings|remove|profile/i.test(
    `${text} ${url} ${target}`,
  )
}

/** Whoever manages the list knows its readers, also where nothing else says that a link leaves it. */
function isListManager(message: Message, url: string): boolean {
  const host = parseWebUrl(url)?.hostname ?? ''
  return (
    host !== '' &&
    message
      .header('list-unsubscribe')
      .some(({ value }) => value.toLowerCase().includes(`//${host}/`))
  )
}

function weigh({ token, what }: Hit, message: Message): Weight | undefined {
  // Advertisers hand the reader's address to whoever pays for the click.
  if (isBulkMail(message)) return what === 'address' || what === 'anybody' ? 'weak' : undefined
  if (what === 'anybody') {
    const isOrdinary = PLAIN.has(token.encoding) || isNewsletter(message) || isReply(message)
    return isOrdinary ? 'weak' : 'medium'
  }
  if (what !== 'address') return isNewsletter(message) ? undefined : 'weak'
  if (isReply(message) && token.encoding === 'plain' && token.place !== 'fragment') return 'weak'
  if (!PLAIN.has(token.encoding)) return 'strong'
  if (token.place === 'fragment') return 'strong'
  return isNewsletter(message) ? 'weak' : 'medium'
}

const ENCODINGS = {
  plain: { ja: 'そのまま', en: 'plainly' },
  percent: { ja: 'パーセント符号で', en: 'percent-encoded' },
  'quoted-printable': { ja: 'Quoted-Printableの符号で', en: 'in quoted-printable' },
  base64: { ja: 'Base64の符号で', en: 'in Base64' },
  base32: { ja: 'Base32の符号で', en: 'in Base32' },
  hex: { ja: '16進数で', en: 'in hexadecimal' },
  packed: { ja: '圧縮したうえBase64の符号で', en: 'packed and in Base64' },
  rot13: { ja: '文字をずらして（ROT13）', en: 'with its letters moved (ROT13)' },
  reversed: { ja: '逆順で', en: 'backwards' },
} as const

const NAMED = {
  address: { ja: '受信者のアドレス', en: 'the recipient’s address' },
  mailbox: { ja: '受信者の名前', en: 'the recipient’s mailbox name' },
  anybody: { ja: 'メールアドレス', en: 'the address' },
  organisation: { ja: '受信した組織のドメイン', en: 'the receiving organisation’s domain' },
} as const

function describe({ token, what, value }: Hit) {
  const how = ENCODINGS[token.encoding]
  const named = NAMED[what]
  return {
    ja: `リンクのURLに、${named.ja} ${defang(value)} が${how.ja}書き込まれています。`,
    en: `The link carries ${named.en} ${defang(value)}, written ${how.en}.`,
  }
}
