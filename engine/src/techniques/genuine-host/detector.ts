import type { Link, Message } from '../../evidence/message.ts'
import { defang } from '../../refang.ts'
import { splitDomain } from '../../register/split-domain.ts'
import { isDeceptiveSender } from '../reading/deceptive-sender.ts'
import { isBulkMail, isListMail, isReply } from '../reading/mail-kind.ts'
import { placeOfLink } from '../reading/places.ts'
import { listRecipients } from '../reading/recipients.ts'
import { asksToSignIn } from '../reading/sign-in-words.ts'
import { findHostingService, type HostingService } from '../tables/hosting-services.ts'
import {
  defineTechnique,
  type FindingDraft,
  type TechniqueContext,
  type Weight,
} from '../technique.ts'
import { decodeTokens } from '../url/decode-tokens.ts'
import { parseWebUrl, unwrapLink } from '../url/unwrap-url.ts'

/** The page stands on a well-known service, whose good name covers it. */
export const genuineHost = defineTechnique({
  id: 'genuine-host',
  title: { ja: '正規サービス上のページ', en: 'Page on a genuine service' },
  about: {
    ja: '誰でもページやファイルを置ける正規のクラウドサービスに偽の画面を置く手口です。ドメインと証明書が本物なので、利用者にもフィルタにも怪しく見えません。',
    en: 'The false page stands on a genuine cloud service where anybody may publish. Domain and certificate are real, so neither readers nor filters object.',
  },
  attack: ['T1566.002', 'T1583.006'],
  weight: 'weak',
  innocent: [
    {
      ja: '取引先が、資料の受け渡しやアンケートに同じサービスを使うことはよくあります。',
      en: 'Business partners often use the same services to hand over files or for surveys.',
    },
  ],
  blindSpots: [
    {
      ja: '一覧にないサービスや、独自ドメインを割り当てたページは見分けられません。',
      en: 'Services that are not on the list, and pages under a domain of their own, are not recognised.',
    },
    {
      ja: 'ページの中身は開かないため、本物の共有か偽の画面かは分かりません。',
      en: 'Pages are never opened, so a genuine share and a false page look alike.',
    },
  ],
  advice: {
    ja: 'サービス名ではなく誰が置いたページかを考え、そこでパスワードを入力しないでください。',
    en: 'Ask who put the page there, not whose service it is, and type no password into it.',
  },
  source: '2019Q1 §6; 2020Q1 §6',

  detect(message, context) {
    if (isListMail(message)) return []
    const found = new Map<string, FindingDraft>()
    for (const link of context.links) {
      if (link.kind === 'image' || link.kind === 'resource') continue
      const url = parseWebUrl(unwrapLink(link).reached)
      const service = url === undefined ? undefined : findHostingService(url.hostname)
      if (url === undefined || service === undefined || found.has(service.name)) continue
      const draft = weighPage(message, link, url, service, context)
      if (draft !== undefined) found.set(service.name, draft)
      if (found.size >= FINDINGS_MAX) break
    }
    return [...found.values()]
  },
})

const FINDINGS_MAX = 3

function weighPage(
  message: Message,
  link: Link,
  url: URL,
  service: HostingService,
  context: TechniqueContext,
): FindingDraft | undefined {
  if (isOfSender(message, url, context)) return undefined
  const reasons = listReasons(message, url, service, context)
  if (reasons.length === 0 && (isBulkMail(message) || isReply(message))) return undefined
  const weight: Weight = reasons.length > 0 ? 'medium' : 'weak'
  const because = {
    ja: reasons.map((one) => one.ja).join('、'),
    en: reasons.map((one) => one.en).join(', '),
  }
  const host = defang(url.hostname)
  return {
    weight,
    where: placeOfLink(message, link),
    say: {
      ja: `リンク先 ${host} は、誰でもページを置ける正規サービス ${service.name} の上にあります${because.ja && `（${because.ja}）`}。`,
      en: `The link leads to ${host}, on the genuine service ${service.name} where anybody may publish${because.en && ` (${because.en})`}.`,
    },
    detail: {
      kind: 'url' as const,
      steps: [
        ...(link.text ? [{ role: 'seen' as const, value: link.text.slice(0, 300) }] : []),
        { role: 'target' as const, value: url.href, service: service.name },
      ],
      tokens: [],
    },
  }
}

/** The service's own notices, and a company's own corner of a service. */
function isOfSender(message: Message, url: URL, { register }: TechniqueContext): boolean {
  const organisation = message.from?.organisation ?? ''
  const owner = register.ownerOf(organisation)
  const hostOwner = register.ownerOf(splitDomain(url.hostname)?.organisation ?? '')
  if (owner?.relation === 'well-known' && owner.name === hostOwner?.name) return true
  const tenant = url.hostname.split('.')[0]?.replaceAll('-', '') ?? ''
  const labels = [organisation, ...listRecipients(message, register).organisations]
  const isTenant = labels.some((one) => {
    const label = splitDomain(one)?.label.replaceAll('-', '') ?? ''
    return label.length >= 4 && tenant.startsWith(label)
  })
  return isTenant && !isDeceptiveSender(message, register)
}

const REASONS = {
  gateway: { ja: '分散ファイル網IPFSの中継点', en: 'a gateway to the IPFS network' },
  'sign-in': { ja: 'サインインやアカウントの確認を求めている', en: 'the mail asks to sign in' },
  recipient: { ja: '受信者のアドレスが付いている', en: 'the link carries the recipient’s address' },
  sender: { ja: '差出人が他者を装っている', en: 'the sender passes for somebody else' },
} as const

function listReasons(
  message: Message,
  url: URL,
  { kind }: HostingService,
  { register }: TechniqueContext,
) {
  const { addresses } = listRecipients(message, register)
  const carries = () =>
    decodeTokens(url.href).some(({ decoded }) =>
      addresses.some((one) => decoded.toLowerCase().includes(one.address.toLowerCase())),
    )
  // Whoever asks for a password on a page that anybody can make is asking in the wrong place.
  const asks = kind !== 'file' && !isBulkMail(message) && asksToSignIn(message).isSo
  return [
    ...(kind === 'gateway' ? [REASONS.gateway] : []),
    ...(asks ? [REASONS['sign-in']] : []),
    ...(!isBulkMail(message) && carries() ? [REASONS.recipient] : []),
    ...(isDeceptiveSender(message, register) ? [REASONS.sender] : []),
  ]
}
